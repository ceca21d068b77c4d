package be.livc.web.layout;

import be.livc.cell.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Leads everybody to the part of the program where their work begins. */
@Controller
class HomeController {

    @GetMapping("/")
    String home(Actor actor, HttpServletRequest request, RedirectAttributes then) {
        Optional.<Map<String, ?>>ofNullable(RequestContextUtils.getInputFlashMap(request))
                .ifPresent(told -> told.forEach(then::addFlashAttribute));
        return "redirect:" + Navigation.of(actor).get(0).href();
    }
}

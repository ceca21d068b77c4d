package be.livc.web.layout;

import be.livc.cell.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody to the part of the program where their work begins. */
@Controller
class HomeController {

    @GetMapping("/")
    String home(Actor actor) {
        return "redirect:" + Navigation.of(actor).get(0).href();
    }
}

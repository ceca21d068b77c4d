package be.livc.web.coaching;

import be.livc.cell.Actor;
import be.livc.desk.Coaching;
import be.livc.desk.SelfScans;
import be.livc.platform.Refusal;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the people who run a cell see of its coaching, and the scan of its own working that they fill in. */
@Controller
class GuidanceController {

    private final Coaching coaching;
    private final SelfScans scans;

    GuidanceController(Coaching coaching, SelfScans scans) {
        this.coaching = coaching;
        this.scans = scans;
    }

    @GetMapping("/begeleiding")
    String show(Actor actor, Locale locale, Model model) {
        boolean runs = SelfScans.isFor(actor);
        model.addAttribute("runs", runs);
        model.addAttribute("track", runs ? coaching.own(actor).orElse(null) : null);
        model.addAttribute("sessions", runs ? coaching.ownSessions(actor) : List.of());
        model.addAttribute("scan", runs ? ScanRows.of(scans.own(actor), locale).orElse(null) : null);
        return "coaching/guidance";
    }

    @GetMapping("/zelfscan")
    String blank(Actor actor, Model model) {
        return form(actor, Map.of(), List.of(), model);
    }

    private static String form(Actor actor, Map<String, String> typed, List<String> missing, Model model) {
        if (!SelfScans.isFor(actor)) {
            throw Refusal.forbidden();
        }
        model.addAttribute("themes", SelfScans.THEMES);
        model.addAttribute("typed", typed);
        model.addAttribute("missing", missing);
        return "coaching/scan";
    }

    @PostMapping("/zelfscan")
    String take(
            Actor actor,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Map<String, Integer> scores = new HashMap<>();
        SelfScans.THEMES.values().stream().flatMap(List::stream).forEach(question -> Typed.number(
                        typed.getOrDefault(question, ""))
                .ifPresent(score -> scores.put(question, score)));
        try {
            scans.take(actor, scores);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            List<String> missing = refusal.reasons().stream()
                    .map(reason -> reason.detail().replaceAll("scores\\[|]", ""))
                    .toList();
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(actor, typed, missing, model);
        }
        next.addFlashAttribute("notice", Notice.of("coaching.scan.taken"));
        return "redirect:/begeleiding";
    }
}

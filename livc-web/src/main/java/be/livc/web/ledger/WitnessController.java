package be.livc.web.ledger;

import be.livc.cell.Actor;
import be.livc.ledger.LedgerBook;
import be.livc.oversight.LedgerWatch;
import be.livc.platform.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who else watches the log, up to where they saw it, and what is wrong; for the DPO. */
@Controller
@RequestMapping("/audit/getuigen")
class WitnessController {

    private static final String BACK = "redirect:/audit/getuigen";

    private final LedgerWatch watch;
    private final LedgerBook book;

    WitnessController(LedgerWatch watch, LedgerBook book) {
        this.watch = watch;
        this.book = book;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("health", watch.health(actor));
        model.addAttribute("key", book.verifierKey());
        return "ledger/witnesses";
    }

    @PostMapping("/nu")
    String check(Actor actor) {
        watch.check(actor);
        return BACK;
    }

    @PostMapping
    String add(
            Actor actor,
            @RequestParam(defaultValue = "") String vkey,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "false") boolean independent,
            Model model) {
        try {
            watch.addWitness(actor, vkey, url.strip(), independent);
            return BACK;
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal.code());
            model.addAttribute("vkey", vkey);
            model.addAttribute("url", url);
            return show(actor, model);
        }
    }

    @PostMapping("/einde")
    String end(Actor actor, @RequestParam String name) {
        watch.endWitness(actor, name);
        return BACK;
    }

    @PostMapping("/sleutel")
    String changeKey(Actor actor) {
        watch.changeKey(actor);
        return BACK;
    }
}

package be.livc.web.ledger;

import be.livc.cell.Actor;
import be.livc.ledger.LedgerBook;
import be.livc.oversight.LedgerWatch;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who else watches the log, up to where they saw it, and what is wrong; for the DPO. */
@Controller
@RequestMapping("/audit/getuigen")
class WitnessController {

    private static final String BACK = "redirect:/audit/getuigen";
    private static final String FORM = "witnessForm";

    /**
     * A witness to be added, as it is typed.
     *
     * @param vkey its verifier key, as the witness shows it
     * @param independent whether it is in other hands than this log
     */
    record WitnessForm(String vkey, String url, boolean independent) {}

    private final LedgerWatch watch;
    private final LedgerBook book;

    WitnessController(LedgerWatch watch, LedgerBook book) {
        this.watch = watch;
        this.book = book;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        return page(actor, new WitnessForm("", "", false), model);
    }

    private String page(Actor actor, WitnessForm form, Model model) {
        model.addAttribute(FORM, form);
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
            Model model,
            RedirectAttributes next) {
        WitnessForm typed = new WitnessForm(vkey.strip(), url.strip(), independent);
        try {
            watch.addWitness(actor, typed.vkey(), typed.url(), typed.independent());
            next.addFlashAttribute("notice", Notice.of("audit.witness.added"));
            return BACK;
        } catch (Refusal refusal) {
            return page(actor, Forms.reject(FORM, typed, refusal, model), model);
        }
    }

    @PostMapping("/einde")
    String end(Actor actor, @RequestParam String name, RedirectAttributes next) {
        watch.endWitness(actor, name);
        next.addFlashAttribute("notice", Notice.of("audit.witness.ended"));
        return BACK;
    }

    @GetMapping("/sleutel")
    String checkKey(Actor actor, Model model) {
        model.addAttribute("health", watch.health(actor));
        return "ledger/new-key";
    }

    @PostMapping("/sleutel")
    String changeKey(Actor actor, RedirectAttributes next) {
        watch.changeKey(actor);
        next.addFlashAttribute("notice", Notice.of("audit.witness.key.changed"));
        return BACK;
    }
}

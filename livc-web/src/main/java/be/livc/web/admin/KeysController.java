package be.livc.web.admin;

import be.livc.cell.Actor;
import be.livc.vault.Keys;
import be.livc.web.layout.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How old the keys are, how far their renewal is, and a renewal before its time. Shows no key. */
@Controller
@RequestMapping("/beheer/sleutels")
class KeysController {

    private static final String BACK = "redirect:/beheer/sleutels";

    private final Keys keys;

    KeysController(Keys keys) {
        this.keys = keys;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("report", keys.report(actor));
        return "admin/keys";
    }

    @PostMapping("/cel")
    String renewCellKey(Actor actor, RedirectAttributes next) {
        keys.renewCellKey(actor);
        next.addFlashAttribute("notice", Notice.of("keys.renewed.cell"));
        return BACK;
    }

    @PostMapping("/hoofdsleutel")
    String renewMasterKey(Actor actor, RedirectAttributes next) {
        keys.renewMasterKey(actor);
        next.addFlashAttribute("notice", Notice.of("keys.renewed.master"));
        return BACK;
    }
}

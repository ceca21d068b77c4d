package be.livc.web.coaching;

import be.livc.cell.Actor;
import be.livc.desk.Desk;
import be.livc.desk.ReferencePersons;
import be.livc.desk.ReferencePersons.About;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a cell can turn to in each sector; the desk keeps the list. */
@Controller
@RequestMapping("/referentiepersonen")
class ReferencePersonController {

    private static final String FORM = "referenceForm";

    /** What the form holds, as typed. */
    record ReferenceForm(String sector, String name, String organisation, String contact) {

        ReferenceForm {
            sector = Typed.text(sector);
            name = Typed.text(name);
            organisation = Typed.text(organisation);
            contact = Typed.text(contact);
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    private final ReferencePersons persons;

    ReferencePersonController(ReferencePersons persons) {
        this.persons = persons;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("persons", persons.all());
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        return "coaching/reference-persons";
    }

    @GetMapping("/nieuw")
    String blank(Actor actor, Model model) {
        return form(actor, new ReferenceForm("", "", "", ""), model);
    }

    private static String form(Actor actor, ReferenceForm form, Model model) {
        if (!Desk.isStaffedBy(actor)) {
            throw Refusal.forbidden();
        }
        model.addAttribute(FORM, form);
        model.addAttribute("sectors", ReferencePersons.SECTORS);
        return "coaching/reference-person";
    }

    @PostMapping("/nieuw")
    String add(Actor actor, @ModelAttribute(FORM) ReferenceForm form, Model model, RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            persons.add(actor, new About(form.sector(), form.name(), form.organisation(), form.contact()));
            next.addFlashAttribute("notice", Notice.of("coaching.reference.added"));
            return "redirect:/referentiepersonen";
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        model.addAllAttributes(errors.getModel());
        return form(actor, form, model);
    }

    @PostMapping("/{id}/beeindigen")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        persons.end(actor, id);
        next.addFlashAttribute("notice", Notice.of("coaching.reference.ended"));
        return "redirect:/referentiepersonen";
    }
}

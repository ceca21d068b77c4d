package be.livc.web.desk;

import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.CellContacts;
import be.livc.desk.CellContacts.Contact;
import be.livc.desk.CellContacts.Subsidy;
import be.livc.desk.ServiceFigures;
import be.livc.desk.ServiceFigures.OfCell;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** What the desk sees of its own work: how fast it answers, whom it is in contact with, and what each cell received. */
@Controller
@RequestMapping("/helpdesk")
class ServiceController {

    private static final String CONTACT = "contactForm";
    private static final String SUBSIDY = "subsidyForm";

    /** A cell with what the desk did for it; {@code figures} is null where that is nothing yet. */
    record Served(Cell cell, @Nullable OfCell figures) {}

    /** What the form of a contact holds, as typed. */
    record ContactForm(String day, String how, String about) {

        ContactForm {
            day = Typed.text(day);
            how = Typed.text(how);
            about = Typed.text(about);
        }

        Contact contact(LocalDate today) {
            Reading reading = new Reading();
            Contact contact = new Contact(reading.day("day", day), how, about);
            reading.check(contact.problems(today));
            return contact;
        }
    }

    /** What the form of a grant holds, as typed. */
    record SubsidyForm(String year, String euro, String purpose) {

        SubsidyForm {
            year = Typed.text(year);
            euro = Typed.text(euro);
            purpose = Typed.text(purpose);
        }

        Subsidy subsidy() {
            Reading reading = new Reading();
            Subsidy subsidy = new Subsidy(reading.number("year", year), reading.number("euro", euro), purpose);
            reading.check(subsidy.problems());
            return subsidy;
        }
    }

    private final ServiceFigures figures;
    private final CellContacts contacts;
    private final Cells cells;
    private final Clock clock;

    ServiceController(ServiceFigures figures, CellContacts contacts, Cells cells, Clock clock) {
        this.figures = figures;
        this.contacts = contacts;
        this.cells = cells;
        this.clock = clock;
    }

    @GetMapping("/overzicht")
    String overview(Actor actor, Model model) {
        model.addAttribute("months", figures.byMonth(actor));
        model.addAttribute("topics", figures.byTopic(actor));
        Map<CellId, OfCell> byCell = figures.byCell(actor).stream().collect(Collectors.toMap(OfCell::cell, one -> one));
        List<Served> served = new ArrayList<>();
        for (Cell cell : cells.all()) {
            if (cell.kind() != CellKind.DESK) {
                served.add(new Served(cell, byCell.get(cell.id())));
            }
        }
        served.sort(Comparator.comparing(one -> one.cell().name()));
        model.addAttribute("served", served);
        return "desk/service";
    }

    @GetMapping("/cellen/{id}")
    String open(Actor actor, @PathVariable UUID id, Model model) {
        return page(actor, id, new ContactForm("", "", ""), new SubsidyForm("", "", ""), model);
    }

    private String page(Actor actor, UUID id, ContactForm contact, SubsidyForm subsidy, Model model) {
        CellId about = new CellId(id);
        model.addAttribute("contacts", contacts.contacts(actor, about));
        model.addAttribute("subsidies", contacts.subsidies(actor, about));
        model.addAttribute("cell", cell(about));
        model.addAttribute("ways", CellContacts.WAYS);
        model.addAttribute(CONTACT, contact);
        model.addAttribute(SUBSIDY, subsidy);
        return "desk/contacts";
    }

    private Cell cell(CellId about) {
        return cells.find(about).filter(found -> found.kind() != CellKind.DESK).orElseThrow(Refusal::notFound);
    }

    @PostMapping("/cellen/{id}/contact")
    String contact(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(CONTACT) ContactForm form,
            Model model,
            RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, CONTACT);
        return noted(
                actor,
                id,
                () -> contacts.note(actor, new CellId(id), form.contact(LocalDate.now(clock))),
                form,
                new SubsidyForm("", "", ""),
                errors,
                model,
                next);
    }

    @PostMapping("/cellen/{id}/subsidie")
    String subsidy(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(SUBSIDY) SubsidyForm form,
            Model model,
            RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, SUBSIDY);
        return noted(
                actor,
                id,
                () -> contacts.note(actor, new CellId(id), form.subsidy()),
                new ContactForm("", "", ""),
                form,
                errors,
                model,
                next);
    }

    private String noted(
            Actor actor,
            UUID id,
            Runnable act,
            ContactForm contact,
            SubsidyForm subsidy,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        // Who may not know of the cell learns that before anything of the form is judged.
        String page = page(actor, id, contact, subsidy, model);
        try {
            act.run();
            next.addFlashAttribute("notice", Notice.of("handbook.contact.noted"));
            return "redirect:/helpdesk/cellen/" + id;
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        model.addAllAttributes(errors.getModel());
        return page;
    }
}

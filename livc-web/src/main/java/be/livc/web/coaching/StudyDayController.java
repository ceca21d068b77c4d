package be.livc.web.coaching;

import be.livc.cell.Actor;
import be.livc.cell.Cells;
import be.livc.desk.Desk;
import be.livc.desk.StudyDays;
import be.livc.desk.StudyDays.About;
import be.livc.desk.StudyDays.Participant;
import be.livc.desk.StudyDays.Standing;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

/** Info sessions and study days: announced by the desk; everyone of a cell registers and withdraws for themselves. */
@Controller
@RequestMapping("/studiedagen")
class StudyDayController {

    private static final String FORM = "studyDayForm";

    /** What the form holds, as typed. */
    record StudyDayForm(String kind, String title, String heldOn, String place, String places) {

        StudyDayForm {
            kind = Typed.text(kind);
            title = Typed.text(title);
            heldOn = Typed.text(heldOn);
            place = Typed.text(place);
            places = Typed.text(places);
        }

        About about(LocalDate today) {
            Reading reading = new Reading();
            About about =
                    new About(kind, title, reading.day("heldOn", heldOn), place, reading.number("places", places));
            reading.check(about.problems(today));
            return about;
        }
    }

    /** A participant with the cell that they come from. */
    record Row(String name, String cell, boolean waiting) {}

    private final StudyDays days;
    private final Cells cells;
    private final Clock clock;

    StudyDayController(StudyDays days, Cells cells, Clock clock) {
        this.days = days;
        this.cells = cells;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("days", days.coming(actor));
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        return "coaching/study-days";
    }

    @GetMapping("/{id}")
    String open(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("day", days.find(actor, id));
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        model.addAttribute(
                "participants",
                Desk.isStaffedBy(actor)
                        ? days.participants(actor, id).stream().map(this::row).toList()
                        : List.of());
        return "coaching/study-day";
    }

    private Row row(Participant one) {
        String cell =
                cells.find(new CellId(one.cell())).map(found -> found.name()).orElse("");
        return new Row(one.name(), cell, one.standing() == Standing.WAITING);
    }

    @PostMapping("/{id}/inschrijven")
    String register(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        Standing standing = days.register(actor, id);
        next.addFlashAttribute(
                "notice", Notice.of(standing == Standing.REGISTERED ? "coaching.registered" : "coaching.waiting"));
        return "redirect:/studiedagen/" + id;
    }

    @PostMapping("/{id}/uitschrijven")
    String withdraw(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        days.withdraw(actor, id);
        next.addFlashAttribute("notice", Notice.of("coaching.withdrawn"));
        return "redirect:/studiedagen/" + id;
    }

    @GetMapping("/nieuw")
    String blank(Actor actor, Model model) {
        return form(actor, new StudyDayForm("STUDY_DAY", "", "", "", ""), model);
    }

    private static String form(Actor actor, StudyDayForm form, Model model) {
        if (!Desk.isStaffedBy(actor)) {
            throw Refusal.forbidden();
        }
        model.addAttribute(FORM, form);
        model.addAttribute("kinds", StudyDays.KINDS);
        return "coaching/announce";
    }

    @PostMapping("/nieuw")
    String announce(Actor actor, @ModelAttribute(FORM) StudyDayForm form, Model model, RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Optional<UUID> made = Optional.empty();
        try {
            made = Optional.of(days.announce(actor, form.about(LocalDate.now(clock))));
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        if (made.isPresent()) {
            next.addFlashAttribute("notice", Notice.of("coaching.announced"));
            return "redirect:/studiedagen/" + made.get();
        }
        model.addAllAttributes(errors.getModel());
        return form(actor, form, model);
    }
}

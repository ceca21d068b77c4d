package be.livc.web.admin;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.FoundCell;
import be.livc.cell.Municipalities;
import be.livc.cell.Municipalities.Municipality;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import be.livc.setup.Setup;
import be.livc.setup.Setup.FirstAdministrator;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.web.signin.Passwords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cells of this program: another one is founded with its administrator, and one that nobody can enter gets one. */
@Controller
@RequestMapping("/beheer/cellen")
class CellsController {

    /** A cell to found; its municipalities one on a line. */
    record CellForm(
            String kind,
            String name,
            String municipalities,
            String purpose,
            String displayName,
            String username,
            String password) {

        CellForm {
            kind = Typed.text(kind);
            name = Typed.text(name);
            municipalities = Typed.text(municipalities);
            purpose = Typed.text(purpose);
            displayName = Typed.text(displayName);
            username = Typed.text(username);
            password = password == null ? "" : password;
        }

        @Override
        public String toString() {
            return "CellForm";
        }
    }

    /** Who is to administer a cell that has nobody. */
    record AppointForm(String cell, String displayName, String username, String password) {

        AppointForm {
            cell = Typed.text(cell);
            displayName = Typed.text(displayName);
            username = Typed.text(username);
            password = password == null ? "" : password;
        }

        @Override
        public String toString() {
            return "AppointForm";
        }
    }

    /** A cell as listed. */
    record Row(Cell cell, boolean hasSomebody) {}

    private final Cells cells;
    private final Setup setup;
    private final Municipalities municipalities;
    private final Choices choices;
    private final Passwords passwords;
    private final Clock clock;

    CellsController(
            Cells cells,
            Setup setup,
            Municipalities municipalities,
            Choices choices,
            Passwords passwords,
            Clock clock) {
        this.cells = cells;
        this.setup = setup;
        this.municipalities = municipalities;
        this.choices = choices;
        this.passwords = passwords;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, Locale locale, Model model) {
        requireAdministrator(actor);
        return page(actor, new CellForm("", "", "", actor.purpose(), "", "", ""), locale, model);
    }

    private static void requireAdministrator(Actor actor) {
        if (!Act.CONFIGURE.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
    }

    private String page(Actor actor, CellForm form, Locale locale, Model model) {
        List<Cell> without = setup.withoutAnybody(actor);
        Set<CellId> empty = without.stream().map(Cell::id).collect(Collectors.toSet());
        model.addAttribute(
                "cells",
                cells.all().stream()
                        .map(cell -> new Row(cell, !empty.contains(cell.id())))
                        .toList());
        model.addAttribute("without", without);
        model.addAttribute("kinds", List.of(CellKind.LIVC_R, CellKind.PIVC));
        model.addAttribute("purposes", choices.codesOfNewCell("purposes", locale));
        model.addAttribute("cellForm", form);
        return "admin/cells";
    }

    @GetMapping("/beheerder")
    String whom(Actor actor, Model model) {
        requireAdministrator(actor);
        return whom(actor, new AppointForm("", "", "", ""), model);
    }

    private String whom(Actor actor, AppointForm form, Model model) {
        model.addAttribute(
                "without",
                setup.withoutAnybody(actor).stream()
                        .map(cell -> new Choice(cell.id().toString(), cell.name()))
                        .toList());
        model.addAttribute("appointForm", form);
        return "admin/cell-administrator";
    }

    @PostMapping
    String found(
            Actor actor,
            @ModelAttribute("cellForm") CellForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Act.CONFIGURE.requireFor(actor);
        try {
            FoundCell founded = founded(form, locale);
            FirstAdministrator first = first(form.username(), form.displayName(), form.password());
            cells.inNewCell(() -> setup.found(actor, founded, first));
            next.addFlashAttribute("notice", Notice.of("cells.founded", form.name()));
            return "redirect:/beheer/cellen";
        } catch (Refusal refusal) {
            return page(actor, Forms.reject("cellForm", form, refusal, model), locale, model);
        }
    }

    private FoundCell founded(CellForm form, Locale locale) {
        Reading reading = new Reading();
        CellKind kind = reading.code("kind", form.kind(), CellKind.class);
        reading.unless(kind != CellKind.DESK, "kind", "unknown-code");
        reading.text("name", form.name(), ShortText.LINE);
        Optional<List<Municipality>> meant = municipalities.allNamed(form.municipalities(), LocalDate.now(clock));
        reading.unless(kind != CellKind.LIVC_R || !form.municipalities().isEmpty(), "municipalities", "required");
        reading.unless(meant.isPresent(), "municipalities", "unknown-municipality");
        reading.present("purpose", form.purpose());
        List<String> purposes = choices.codesOfNewCell("purposes", locale).stream()
                .map(Choice::value)
                .toList();
        Optional<String> purpose = reading.someCode("purpose", form.purpose(), purposes);
        reading.text("displayName", form.displayName(), ShortText.LINE);
        reading.text("username", form.username(), ShortText.LINE);
        reading.present("password", form.password());
        reading.check();
        return new FoundCell(
                kind,
                form.name(),
                meant.orElseThrow().stream().map(Municipality::nis).toList(),
                purpose.orElseThrow(),
                Optional.empty());
    }

    private FirstAdministrator first(String username, String displayName, String password) {
        return new FirstAdministrator(username, displayName, passwords.chosen("password", username, password));
    }

    @PostMapping("/beheerder")
    String appoint(Actor actor, @ModelAttribute("appointForm") AppointForm form, Model model, RedirectAttributes next) {
        Act.CONFIGURE.requireFor(actor);
        try {
            Reading reading = new Reading();
            CellId cell = new CellId(reading.id("cell", form.cell()));
            reading.text("displayName", form.displayName(), ShortText.LINE);
            reading.text("username", form.username(), ShortText.LINE);
            reading.present("password", form.password());
            reading.check();
            String name = setup.withoutAnybody(actor).stream()
                    .filter(one -> one.id().equals(cell))
                    .findFirst()
                    .map(Cell::name)
                    .orElseThrow(() -> Refusal.invalid("cell", "unknown-code"));
            FirstAdministrator first = first(form.username(), form.displayName(), form.password());
            CurrentCell.in(cell, () -> setup.appoint(actor, first));
            next.addFlashAttribute("notice", Notice.of("cells.appointed", name));
            return "redirect:/beheer/cellen";
        } catch (Refusal refusal) {
            return whom(actor, Forms.reject("appointForm", form, refusal, model), model);
        }
    }
}

package be.livc.web.admin;

import be.livc.access.Act;
import be.livc.access.Towns;
import be.livc.cell.Actor;
import be.livc.cell.Cells;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.Municipalities;
import be.livc.platform.Refusal;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Notice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** In a cell of several towns: who acts for which of them, and which of them a case is of. */
@Controller
class TownController {

    /** A mandate with the town it acts for; empty for all. */
    record Row(MandateId id, String name, String nis) {}

    private final Cells cells;
    private final Municipalities municipalities;
    private final Mandates mandates;
    private final Towns towns;
    private final Clock clock;

    TownController(Cells cells, Municipalities municipalities, Mandates mandates, Towns towns, Clock clock) {
        this.cells = cells;
        this.municipalities = municipalities;
        this.mandates = mandates;
        this.towns = towns;
        this.clock = clock;
    }

    @GetMapping("/beheer/gemeenten")
    String mandates(Actor actor, Model model) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
        Map<MandateId, Set<String>> of = towns.ofMandates();
        model.addAttribute(
                "mandates",
                mandates.all().stream()
                        .filter(mandate -> mandate.runsAt(clock.instant()))
                        .map(mandate -> new Row(
                                mandate.id(),
                                mandate.nameWithPartner(),
                                String.join(",", of.getOrDefault(mandate.id(), Set.of()))))
                        .toList());
        model.addAttribute("towns", choices());
        return "admin/towns";
    }

    private List<Choice> choices() {
        Map<String, String> names = municipalities.on(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(
                        Municipalities.Municipality::nis, Municipalities.Municipality::name, (one, other) -> one));
        return cells.current().municipalities().stream()
                .map(nis -> new Choice(nis, names.getOrDefault(nis, nis)))
                .toList();
    }

    @PostMapping("/beheer/gemeenten")
    String actsFor(Actor actor, @RequestParam UUID mandate, @RequestParam String nis, RedirectAttributes then) {
        towns.actsFor(actor, new MandateId(mandate), nis.isBlank() ? Set.of() : Set.of(nis.split(",")));
        then.addFlashAttribute("notice", Notice.of("towns.kept"));
        return "redirect:/beheer/gemeenten";
    }

    @GetMapping("/dossiers/{id}/gemeente")
    String caseIsOf(Actor actor, @PathVariable UUID id, Model model) {
        if (!Act.PLAN.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
        model.addAttribute("caseId", id);
        model.addAttribute("nis", towns.ofCase(id).orElse(""));
        model.addAttribute("towns", choices());
        return "admin/town-of-case";
    }

    @PostMapping("/dossiers/{id}/gemeente")
    String isOf(Actor actor, @PathVariable UUID id, @RequestParam String nis, RedirectAttributes then) {
        towns.caseIsOf(actor, id, Optional.of(nis).filter(one -> !one.isBlank()));
        then.addFlashAttribute("notice", Notice.of("towns.case.kept"));
        return "redirect:/dossiers";
    }
}

package be.livc.web.desk;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.Coaching;
import be.livc.desk.Coaching.Track;
import be.livc.desk.SelfScans;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.web.coaching.ScanRows;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.Forms;
import be.livc.web.layout.MadeOn;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How each cell is coached. */
@Controller
@RequestMapping("/coaching")
class CoachingController {

    private static final String FORM = "coachingForm";

    /** A cell with where it stands; {@code track} is null where it is not coached yet. */
    record Coached(Cell cell, @Nullable Track track) {}

    /** What the form holds, as typed. */
    record CoachingForm(String phase, String goals, String next, String version, String day, String agreed)
            implements MadeOn<CoachingForm> {

        CoachingForm {
            phase = Typed.text(phase);
            goals = Typed.text(goals);
            next = Typed.text(next);
            version = Typed.text(version);
            day = Typed.text(day);
            agreed = Typed.text(agreed);
        }

        static CoachingForm of(Optional<Coaching.Track> track) {
            return track.map(one -> new CoachingForm(
                            one.phase(), one.goals(), one.next(), Integer.toString(one.version()), "", ""))
                    .orElse(new CoachingForm("", "", "", "", "", ""));
        }

        Coaching.Stand stand() {
            return new Coaching.Stand(
                    phase,
                    goals,
                    next,
                    Optional.of(new Coaching.Met(Typed.date(day), agreed))
                            .filter(met -> !agreed.isEmpty() || !day.isEmpty()));
        }

        @Override
        public List<Conflict> besides(CoachingForm stored) {
            return List.of(
                    new Conflict("desk.coaching.goals", goals, stored.goals),
                    new Conflict("desk.coaching.next", next, stored.next));
        }

        @Override
        public CoachingForm onTopOf(CoachingForm stored) {
            return new CoachingForm(phase, goals, next, stored.version, day, agreed);
        }
    }

    private final Coaching coaching;
    private final SelfScans scans;
    private final Cells cells;

    CoachingController(Coaching coaching, SelfScans scans, Cells cells) {
        this.coaching = coaching;
        this.scans = scans;
        this.cells = cells;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        Map<CellId, Track> tracks = coaching.tracks(actor);
        List<Coached> coached = new ArrayList<>();
        for (Cell cell : cells.all()) {
            if (cell.kind() != CellKind.DESK) {
                coached.add(new Coached(cell, tracks.get(cell.id())));
            }
        }
        model.addAttribute("coached", coached);
        model.addAttribute("phases", byPhase(coached));
        return "desk/coaching";
    }

    /** How many cells are in each phase, in the order in which a cell goes through them. */
    private static Map<String, Long> byPhase(List<Coached> coached) {
        Map<String, Long> phases = new LinkedHashMap<>();
        for (String phase : Coaching.PHASES) {
            phases.put(
                    phase,
                    coached.stream()
                            .filter(one ->
                                    one.track() != null && one.track().phase().equals(phase))
                            .count());
        }
        return phases;
    }

    @GetMapping("/{id}")
    String open(Actor actor, @PathVariable UUID id, Model model) {
        return page(actor, id, CoachingForm.of(coaching.track(actor, new CellId(id))), model);
    }

    private String page(Actor actor, UUID id, CoachingForm form, Model model) {
        Act.WORK_AT_DESK.requireFor(actor);
        CellId coached = new CellId(id);
        Cell cell = cells.find(coached)
                .filter(found -> found.kind() != CellKind.DESK)
                .orElseThrow(Refusal::notFound);
        model.addAttribute("cell", cell);
        model.addAttribute("sessions", coaching.sessions(actor, coached));
        model.addAttribute(
                "scan",
                ScanRows.of(scans.of(actor, coached), LocaleContextHolder.getLocale())
                        .orElse(null));
        model.addAttribute("phases", Coaching.PHASES);
        model.addAttribute(FORM, form);
        return "desk/coached";
    }

    @PostMapping("/{id}")
    String follow(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) CoachingForm form,
            Model model,
            RedirectAttributes next) {
        try {
            coaching.follow(actor, new CellId(id), form.stand(), Typed.number(form.version()));
            next.addFlashAttribute("notice", Notice.of("desk.coaching.saved"));
            return "redirect:/coaching/" + id;
        } catch (Refusal refusal) {
            Supplier<CoachingForm> stored = () -> CoachingForm.of(coaching.track(actor, new CellId(id)));
            return page(actor, id, Forms.reject(FORM, form, refusal, stored, model), model);
        }
    }
}

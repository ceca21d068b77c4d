package be.livc.web.rights;

import be.livc.access.Act;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.platform.Refusal;
import be.livc.rights.Certificate;
import be.livc.rights.Erasures;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import be.livc.workflow.livcr.ErasureFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is in retention, and the three steps to its erasure. No step is taken with a single click. */
@Controller
class RetentionController {

    private static final String NONE = "NONE";

    /**
     * A closed case.
     *
     * @param state NONE, PROPOSED, APPROVED or KEPT
     * @param step what this reader can do now: propose, decide, carry-out; or null
     */
    record Row(CaseFacts facts, String state, boolean termOver, @Nullable String step) {}

    private final Erasures erasures;
    private final ErasureFlow flow;
    private final Clock clock;

    RetentionController(Erasures erasures, ErasureFlow flow, Clock clock) {
        this.erasures = erasures;
        this.flow = flow;
        this.clock = clock;
    }

    @GetMapping("/bewaring")
    String list(Actor actor, Model model) {
        List<Certificate> certificates =
                actor.isOneOf(Capacity.COORDINATOR, Capacity.DPO) ? erasures.certificates(actor) : List.of();
        List<String> gone = certificates.stream().map(Certificate::caseNumber).toList();
        model.addAttribute(
                "kept",
                rows(actor).stream()
                        .filter(row -> !gone.contains(row.facts().number())
                                && !row.state().equals("DONE"))
                        .toList());
        model.addAttribute("certificates", certificates);
        model.addAttribute("handlesRequests", actor.isOneOf(Capacity.COORDINATOR, Capacity.DPO));
        return "rights/retention";
    }

    private List<Row> rows(Actor actor) {
        List<CaseFacts> facts = erasures.inRetention(actor);
        Map<CaseId, String> states =
                erasures.states(facts.stream().map(CaseFacts::id).toList());
        LocalDate today = LocalDate.now(clock);
        return facts.stream()
                .map(one -> {
                    String state = states.getOrDefault(one.id(), NONE);
                    boolean over = one.retainUntil()
                            .filter(until -> until.isBefore(today))
                            .isPresent();
                    return new Row(one, state, over, step(actor, state));
                })
                .toList();
    }

    private static @Nullable String step(Actor actor, String state) {
        return switch (state) {
            case "PROPOSED" -> Act.DECIDE_ERASURE.isFor(actor.capacity()) ? "decide" : null;
            case "APPROVED" -> Act.ERASE.isFor(actor.capacity()) ? "carry-out" : null;
            case "DONE" -> null;
            default -> Act.PROPOSE_ERASURE.isFor(actor.capacity()) ? "propose" : null;
        };
    }

    /** The page to check before a step; which step, the state and the reader say. */
    @GetMapping("/dossiers/{id}/wissing")
    String check(Actor actor, @PathVariable UUID id, Model model) {
        if (erasures.erased(actor, new CaseId(id)).isPresent()) {
            return "redirect:/dossiers/" + id;
        }
        Row row = rows(actor).stream()
                .filter(one -> one.facts().id().value().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        model.addAttribute("row", row);
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        return "rights/erasure";
    }

    @PostMapping("/dossiers/{id}/wissing/voorstel")
    String propose(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        flow.propose(actor, new CaseId(id));
        next.addFlashAttribute("notice", Notice.of("rights.proposed"));
        return "redirect:/bewaring";
    }

    /**
     * The mayor's decision.
     *
     * @param until when to keep instead: the new last day
     */
    @PostMapping("/dossiers/{id}/wissing/beslissing")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes next) {
        if (decision.equals("erase")) {
            flow.approve(actor, new CaseId(id));
            next.addFlashAttribute("notice", Notice.of("rights.approved"));
            return "redirect:/bewaring";
        }
        Optional<LocalDate> day = Typed.date(until);
        if (day.isEmpty()) {
            next.addFlashAttribute("notice", Notice.of("rights.until.required"));
            return "redirect:/dossiers/" + id + "/wissing";
        }
        flow.keep(actor, new CaseId(id), day.get());
        next.addFlashAttribute("notice", Notice.of("rights.kept-longer"));
        return "redirect:/bewaring";
    }

    @PostMapping("/dossiers/{id}/wissing/uitvoeren")
    String carryOut(Actor actor, @PathVariable UUID id) {
        flow.carryOut(actor, new CaseId(id));
        return "redirect:/dossiers/" + id;
    }
}

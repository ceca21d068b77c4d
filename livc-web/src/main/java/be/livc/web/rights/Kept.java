package be.livc.web.rights;

import be.livc.access.Act;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.rights.Certificate;
import be.livc.rights.Certificates;
import be.livc.rights.Erasures;
import be.livc.workflow.livcr.ErasureFlow;
import be.livc.workflow.livcr.ErasureFlow.KeptSignal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is in retention, as its watchers see it, and what each of them can do next. */
@Component
class Kept {

    private static final String NONE = "NONE";

    /**
     * A closed case, or a signal that went no further.
     *
     * @param href its own address, under which its erasure is
     * @param state NONE, PROPOSED, APPROVED or KEPT
     * @param reason the code of the reason that was proposed; empty before
     * @param step what this reader can do now: propose, decide, carry-out; or null
     */
    record Row(
            String href,
            String number,
            boolean isSignal,
            Optional<LocalDate> closedOn,
            Optional<LocalDate> retainUntil,
            String state,
            Optional<String> reason,
            boolean termOver,
            @Nullable String step) {}

    private final Erasures erasures;
    private final Certificates certificates;
    private final ErasureFlow flow;
    private final Clock clock;

    Kept(Erasures erasures, Certificates certificates, ErasureFlow flow, Clock clock) {
        this.erasures = erasures;
        this.certificates = certificates;
        this.flow = flow;
        this.clock = clock;
    }

    /** The closed cases that are still there, by the end of their term. */
    List<Row> cases(Actor actor) {
        List<CaseFacts> facts = erasures.inRetention(actor);
        Set<String> gone =
                certificates(actor).stream().map(Certificate::caseNumber).collect(Collectors.toSet());
        Map<CaseId, String> states =
                erasures.states(facts.stream().map(CaseFacts::id).toList());
        return facts.stream()
                .filter(one -> !gone.contains(one.number()) && !"DONE".equals(states.get(one.id())))
                .map(one -> {
                    String state = states.getOrDefault(one.id(), NONE);
                    return new Row(
                            "/dossiers/" + one.id(),
                            one.number(),
                            false,
                            one.closedOn(),
                            one.retainUntil(),
                            state,
                            reason(one.id(), state),
                            isOver(one.retainUntil()),
                            step(actor, state));
                })
                .toList();
    }

    /** The signals that went no further and are still there, the longest ago first. */
    List<Row> signals(Actor actor) {
        List<KeptSignal> signals = flow.signalsInRetention(actor);
        Map<CaseId, String> states =
                erasures.states(signals.stream().map(KeptSignal::caseId).toList());
        return signals.stream()
                .map(one -> {
                    String state = states.getOrDefault(one.caseId(), NONE);
                    Optional<LocalDate> until = Optional.of(one.retainUntil());
                    return new Row(
                            "/aanmeldingen/" + one.id(),
                            one.number(),
                            true,
                            Optional.of(one.endedOn()),
                            until,
                            state,
                            reason(one.caseId(), state),
                            isOver(until),
                            step(actor, state));
                })
                .toList();
    }

    private Optional<String> reason(CaseId id, String state) {
        return state.equals(NONE) ? Optional.empty() : erasures.proposedBecause(id);
    }

    private boolean isOver(Optional<LocalDate> until) {
        LocalDate today = LocalDate.now(clock);
        return until.filter(day -> day.isBefore(today)).isPresent();
    }

    /** The certificates of the cell, for those who may read them. */
    List<Certificate> certificates(Actor actor) {
        return actor.isOneOf(Capacity.COORDINATOR, Capacity.DPO) ? certificates.all(actor) : List.of();
    }

    private static @Nullable String step(Actor actor, String state) {
        return switch (state) {
            case "PROPOSED" -> Act.DECIDE_ERASURE.isFor(actor.capacity()) ? "decide" : null;
            case "APPROVED" -> Act.ERASE.isFor(actor.capacity()) ? "carry-out" : null;
            case "DONE" -> null;
            default -> Act.PROPOSE_ERASURE.isFor(actor.capacity()) ? "propose" : null;
        };
    }
}

package be.livc.workflow.livcr;

import be.livc.access.Towns;
import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.platform.Refusal;
import be.livc.rights.RetentionRules;
import be.livc.rights.RetentionRules.Category;
import be.livc.signal.Assess;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.signal.SignalId;
import be.livc.signal.Signals;
import be.livc.signal.Weighed;
import be.livc.signal.Weighing;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.transfer.SharedSteps;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From what somebody noticed to the outcome of its weighing. */
@Component
public class SignalFlow {

    /**
     * Where a signal stands after an assessment.
     *
     * @param disagreement whether the two assessors do not agree, so that a joint assessment comes next
     */
    public record Assessed(boolean disagreement) {}

    private final Signals signals;
    private final Weighing weighing;
    private final RetentionRules retention;
    private final Towns towns;
    private final Processes processes;

    SignalFlow(Signals signals, Weighing weighing, RetentionRules retention, Towns towns, Processes processes) {
        this.signals = signals;
        this.weighing = weighing;
        this.retention = retention;
        this.towns = towns;
        this.processes = processes;
    }

    /** Files a signal; its process begins. */
    @Transactional
    public Filed file(Actor actor, FileSignal asked) {
        Filed filed = signals.file(actor, asked);
        towns.begins(actor, filed.caseId().value());
        processes.start(SharedSteps.processIn(actor.cellKind()), filed.caseId().value());
        return filed;
    }

    /**
     * Weighs a signal as coordinator or information officer. The outcome takes effect when both are in and agree; after a
     * disagreement both weigh it again, jointly, until they do.
     *
     * @throws Refusal {@code wrong-phase}, when it is not this assessor's turn
     */
    @Transactional
    public Assessed assess(Actor actor, SignalId id, Assess asked) {
        CaseId caseId = signals.caseOf(actor, id);
        processes.hold(caseId.value());
        boolean joint = processes.isOpen(caseId.value(), Step.ASSESS_JOINTLY);
        Weighed weighed = weighing.assess(actor, id, asked, joint);
        String step = joint ? Step.ASSESS_JOINTLY : stepOf(actor);
        if (weighed instanceof Weighed.Agreed agreed) {
            processes.complete(caseId.value(), step, outcome(agreed.outcome()));
            if (agreed.outcome() == Assess.Outcome.RETAINED) {
                weighing.putToMayor(id);
            }
        } else if (weighed instanceof Weighed.Disagreed) {
            processes.complete(caseId.value(), step, Map.of("assessment", "DISAGREEMENT"));
        } else if (!joint) {
            processes.complete(caseId.value(), step, Map.of());
        }
        return new Assessed(weighed instanceof Weighed.Disagreed);
    }

    private static String stepOf(Actor actor) {
        return actor.isOneOf(Capacity.COORDINATOR) ? Step.ASSESS_AS_COORDINATOR : Step.ASSESS_AS_INFORMATION_OFFICER;
    }

    private Map<String, Object> outcome(Assess.Outcome outcome) {
        if (outcome == Assess.Outcome.RETAINED) {
            return Map.of("assessment", outcome.name());
        }
        Instant retainUntil = WorkingDays.onMorningOf(
                retention.startingToday(Category.SIGNAL_NOT_RETAINED).until());
        return Map.of("assessment", outcome.name(), "retainUntil", retainUntil);
    }
}

package be.livc.workflow.livcr;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.rights.Certificate;
import be.livc.rights.Erasures;
import be.livc.rights.RetentionRules;
import be.livc.rights.RetentionRules.Category;
import be.livc.rights.ToErase;
import be.livc.signal.SignalId;
import be.livc.signal.Signals;
import be.livc.workflow.deadline.WorkingDays;
import be.livc.workflow.engine.Processes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last steps of a case: the coordinator proposes, the mayor decides, the DPO carries out. */
@Component
public class ErasureFlow {

    private final Erasures erasures;
    private final CaseFiles cases;
    private final Signals signals;
    private final RetentionRules retention;
    private final Access access;
    private final Processes processes;
    private final boolean callOfTheDpoIsEnough;
    private final Clock clock;

    ErasureFlow(
            Erasures erasures,
            CaseFiles cases,
            Signals signals,
            RetentionRules retention,
            Access access,
            Processes processes,
            @Value("${livc.demo:false}") boolean callOfTheDpoIsEnough,
            Clock clock) {
        this.erasures = erasures;
        this.cases = cases;
        this.signals = signals;
        this.retention = retention;
        this.access = access;
        this.processes = processes;
        this.callOfTheDpoIsEnough = callOfTheDpoIsEnough;
        this.clock = clock;
    }

    /** Proposes to erase a closed case, or a signal that went no further. */
    @Transactional
    public void propose(Actor actor, CaseId id) {
        ToErase asked = toErase(actor, id);
        erasures.propose(actor, asked, ruleFor(asked));
        processes.complete(id.value(), Step.KEEP, Map.of("retention", "PROPOSE"));
    }

    /** Decides to erase. */
    @Transactional
    public void approve(Actor actor, CaseId id) {
        erasures.approve(actor, toErase(actor, id));
        processes.complete(id.value(), Step.DECIDE_ERASURE, Map.of("erasure", "APPROVE"));
    }

    /** Decides to keep a case longer, up to and including a day. */
    @Transactional
    public void keep(Actor actor, CaseId id, LocalDate until) {
        erasures.keep(actor, toErase(actor, id), until);
        processes.complete(
                id.value(),
                Step.DECIDE_ERASURE,
                Map.of("erasure", "KEEP", "retainUntil", WorkingDays.onMorningOf(until)));
    }

    /**
     * Carries an erasure out. In the demo a cell has set that the call of its DPO on a closed case is enough; anywhere else
     * the mayor must have decided.
     *
     * @throws Refusal {@code erasure-not-decided} otherwise
     */
    @Transactional
    public Certificate carryOut(Actor actor, CaseId id) {
        ToErase asked = toErase(actor, id);
        if (callOfTheDpoIsEnough && processes.isOpen(id.value(), Step.KEEP)) {
            erasures.decideByRule(actor, asked, ruleFor(asked));
            processes.complete(id.value(), Step.KEEP, Map.of("retention", "PROPOSE"));
            processes.complete(id.value(), Step.DECIDE_ERASURE, Map.of("erasure", "APPROVE"));
        }
        Certificate certificate = erasures.carryOut(actor, asked);
        processes.complete(id.value(), Step.CARRY_OUT_ERASURE, Map.of());
        return certificate;
    }

    private ToErase toErase(Actor actor, CaseId id) {
        return cases.facts(id)
                .map(facts -> ToErase.ofCase(id, facts.number()))
                .or(() -> signals.signalOf(id).map(signal -> ToErase.ofSignal(signal.value(), id, numberOf(signal))))
                .orElseThrow(() -> access.denied(actor, ObjectType.CASE, id.value()));
    }

    private String numberOf(SignalId signal) {
        return signals.numberOf(signal);
    }

    private String ruleFor(ToErase asked) {
        Category category = asked.type() == ObjectType.SIGNAL ? Category.SIGNAL_NOT_RETAINED : Category.CLOSED_CASE;
        return retention.startingOn(LocalDate.now(clock), category).rule();
    }
}

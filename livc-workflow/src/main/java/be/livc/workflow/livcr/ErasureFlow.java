package be.livc.workflow.livcr;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.Towns;
import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.rights.Certificate;
import be.livc.rights.Certificates;
import be.livc.rights.ErasedCase;
import be.livc.rights.ErasureReason;
import be.livc.rights.Erasures;
import be.livc.rights.RetentionRules;
import be.livc.rights.RetentionRules.Category;
import be.livc.rights.ToErase;
import be.livc.signal.SignalId;
import be.livc.signal.Signals;
import be.livc.workflow.engine.Processes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last steps of a case: the coordinator proposes, the mayor decides, the DPO carries out. */
@Component
public class ErasureFlow {

    private final Erasures erasures;
    private final Certificates certificates;
    private final CaseFiles cases;
    private final Signals signals;
    private final RetentionRules retention;
    private final Access access;
    private final Towns towns;
    private final Processes processes;
    private final boolean callOfTheDpoIsEnough;
    private final Clock clock;

    ErasureFlow(
            Erasures erasures,
            Certificates certificates,
            CaseFiles cases,
            Signals signals,
            RetentionRules retention,
            Access access,
            Towns towns,
            Processes processes,
            @Value("${livc.demo:false}") boolean callOfTheDpoIsEnough,
            Clock clock) {
        this.erasures = erasures;
        this.certificates = certificates;
        this.cases = cases;
        this.signals = signals;
        this.retention = retention;
        this.access = access;
        this.towns = towns;
        this.processes = processes;
        this.callOfTheDpoIsEnough = callOfTheDpoIsEnough;
        this.clock = clock;
    }

    /**
     * Proposes to erase a closed case, or a signal that went no further.
     *
     * @param reason why; empty for the usual one, see {@link Erasures#propose}
     */
    @Transactional
    public void propose(Actor actor, CaseId id, Optional<ErasureReason> reason) {
        ToErase asked = hold(actor, id);
        erasures.propose(actor, asked, ruleFor(asked), reason);
        processes.complete(id.value(), Step.KEEP, Map.of("retention", "PROPOSE"));
    }

    /** The same for the usual reason. */
    @Transactional
    public void propose(Actor actor, CaseId id) {
        propose(actor, id, Optional.empty());
    }

    /** Decides to erase. */
    @Transactional
    public void approve(Actor actor, CaseId id) {
        erasures.approve(actor, hold(actor, id));
        processes.complete(id.value(), Step.DECIDE_ERASURE, Map.of("erasure", "APPROVE"));
    }

    /** Decides to keep a case longer, up to and including a day, and says why. */
    @Transactional
    public void keep(Actor actor, CaseId id, LocalDate until, String why) {
        erasures.keep(actor, hold(actor, id), until, why);
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
        return carryOut(actor, id, Optional.empty());
    }

    /**
     * The same, for a reason that the DPO gives.
     *
     * @throws Refusal {@code erasure-not-decided} otherwise
     */
    @Transactional
    public Certificate carryOut(Actor actor, CaseId id, Optional<ErasureReason> because) {
        ToErase asked = hold(actor, id);
        if (callOfTheDpoIsEnough && processes.isOpen(id.value(), Step.KEEP)) {
            erasures.decideByRule(actor, asked, ruleFor(asked));
            processes.complete(id.value(), Step.KEEP, Map.of("retention", "PROPOSE"));
            processes.complete(id.value(), Step.DECIDE_ERASURE, Map.of("erasure", "APPROVE"));
        }
        Certificate certificate = erasures.carryOut(actor, asked, because);
        // The engine's history of a case lives as long as the case: that it is erased, its phase tells.
        processes.finish(id.value(), Step.CARRY_OUT_ERASURE, Map.of());
        return certificate;
    }

    /**
     * What the steps above take to erase a signal that went no further.
     *
     * @throws Refusal not found, when there is no such signal; {@code wrong-phase}, when it became a case: then the case is
     *     erased
     */
    @Transactional
    public CaseId ofSignal(Actor actor, SignalId signal) {
        CaseId id = signals.caseOf(actor, signal);
        if (cases.facts(id).isPresent()) {
            throw Refusal.conflict("wrong-phase");
        }
        return id;
    }

    /** What remains of a signal that was erased, for coordinator and DPO; empty while it is not, and when it became a case. */
    @Transactional
    public Optional<ErasedCase> erased(Actor reader, SignalId signal) {
        return signals.caseOf(signal)
                .filter(id -> cases.facts(id).isEmpty())
                .flatMap(id -> certificates.erased(reader, toErase(signal, id)));
    }

    /** A signal that went no further, and the last day on which it may be kept. */
    public record KeptSignal(SignalId id, CaseId caseId, String number, LocalDate endedOn, LocalDate retainUntil) {}

    /**
     * The signals that went no further and are still there, for those who propose, decide or carry out; for who acts for one
     * town of the cell, that town's.
     *
     * @throws Refusal not found, for anybody else
     */
    @Transactional
    public List<KeptSignal> signalsInRetention(Actor reader) {
        erasures.requireWatches(reader);
        Set<UUID> elsewhere = towns.elsewhere(reader.mandate());
        return signals.ended().stream()
                .filter(one -> !elsewhere.contains(one.caseId().value()))
                .map(one -> new KeptSignal(one.id(), one.caseId(), one.number(), one.on(), lastDay(one)))
                .toList();
    }

    private LocalDate lastDay(Signals.Ended signal) {
        return erasures.keptUntil(signal.caseId()).orElseGet(() -> retention
                .startingOn(signal.on(), Category.SIGNAL_NOT_RETAINED)
                .until());
    }

    /** What is to be erased, held until that is done. */
    private ToErase hold(Actor actor, CaseId id) {
        processes.hold(id.value());
        return cases.facts(id)
                .map(ToErase::ofCase)
                .or(() -> signals.signalOf(id).map(signal -> toErase(signal, id)))
                .orElseThrow(() -> access.denied(actor, ObjectType.CASE, id.value()));
    }

    private ToErase toErase(SignalId signal, CaseId id) {
        Optional<LocalDate> until = signals.ended(id).map(this::lastDay);
        return ToErase.ofSignal(signal.value(), id, signals.numberOf(signal), until);
    }

    private String ruleFor(ToErase asked) {
        Category category = asked.type() == ObjectType.SIGNAL ? Category.SIGNAL_NOT_RETAINED : Category.CLOSED_CASE;
        return retention.startingToday(category).rule();
    }
}

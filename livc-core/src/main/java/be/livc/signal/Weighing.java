package be.livc.signal;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.AddItem;
import be.livc.casefile.CaseItems;
import be.livc.casefile.Contents;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CodeLists;
import be.livc.ledger.Ledger;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has signals weighed by coordinator and information officer: each alone, or jointly after a disagreement. */
@Component
public class Weighing {

    /** Coordinator and information officer. */
    private static final int ASSESSORS = 2;

    private final Signals.SignalRows rows;
    private final AssessmentRows assessments;
    private final CaseItems items;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final CodeLists codeLists;
    private final Contents contents;
    private final Clock clock;

    Weighing(
            Signals.SignalRows rows,
            AssessmentRows assessments,
            CaseItems items,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            CodeLists codeLists,
            Contents contents,
            Clock clock) {
        this.rows = rows;
        this.assessments = assessments;
        this.items = items;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.codeLists = codeLists;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * Weighs a signal, as one of its two assessors.
     *
     * @param joint whether this is the joint assessment that follows a disagreement
     * @throws Refusal when a field is missing or wrong, or this assessor has weighed it already in this round
     */
    @Transactional
    public Weighed assess(Actor actor, SignalId id, Assess asked, boolean joint) {
        Signal signal =
                rows.findById(id.value()).orElseThrow(() -> access.denied(actor, ObjectType.SIGNAL, id.value()));
        Grant grant = access.toAct(actor, Act.ASSESS, ObjectType.SIGNAL, id.value());
        requireValid(asked);
        List<Assessment> before = assessments.findAllBySignalIdOrderByAt(id.value());
        List<Assessment> round = roundOf(before, joint);
        if (round.stream().anyMatch(one -> one.capacity() == actor.capacity())) {
            throw Refusal.conflict("already-assessed");
        }
        CaseItems.Kept kept = items.add(
                AddItem.of(signal.caseId(), ObjectType.ASSESSMENT, actor.mandate(), asked.reason(), actor.purpose())
                        .withCode(asked.outcome().name())
                        .about(id.value()),
                grant);
        UUID assessment = kept.id().value();
        Sealed criteria = vault.seal(
                contents.text(new Answers(asked.criteria())),
                Assessment.place(CurrentCell.require(), signal.caseId(), assessment),
                grant);
        assessments.add(new Assessment(assessment, id, actor, joint, asked, criteria, clock.instant()));
        entitlements.entitle(assessment, Capacity.INFORMATION_OFFICER, Why.ASSESSOR);
        ledger.append(access.entry(actor, Act.ASSESS.action(), ObjectType.ASSESSMENT, assessment)
                .inCase(signal.caseId().value())
                .binding(kept.commitment()));
        return outcome(round, asked);
    }

    private void requireValid(Assess asked) {
        List<Refusal.Reason> problems = new ArrayList<>();
        if (asked.reason().isBlank()) {
            problems.add(new Refusal.Reason("required", "reason"));
        }
        if (asked.criteria().isEmpty()) {
            problems.add(new Refusal.Reason("required", "criteria"));
        }
        asked.criteria().keySet().forEach(code -> codeLists
                .problem("assessment-criteria", code, "criteria")
                .ifPresent(problems::add));
        if (asked.outcome() == Assess.Outcome.REFERRED) {
            codeLists
                    .problem("referral-kinds", asked.referral().orElse(""), "referral")
                    .ifPresent(problems::add);
        }
        Refusal.requireNone(problems);
    }

    /** What was weighed in this round already: the two by themselves, or, after each disagreement, the two jointly. */
    private static List<Assessment> roundOf(List<Assessment> before, boolean joint) {
        List<Assessment> same =
                before.stream().filter(one -> one.isJoint() == joint).toList();
        return same.subList(same.size() - same.size() % ASSESSORS, same.size());
    }

    private static Weighed outcome(List<Assessment> round, Assess asked) {
        if (round.isEmpty()) {
            return new Weighed.Waiting();
        }
        return round.get(0).outcome() == asked.outcome()
                ? new Weighed.Agreed(asked.outcome())
                : new Weighed.Disagreed();
    }

    /** Lets the mayor see a retained signal with its facts and weighings, to decide on the case list. */
    @Transactional
    public void putToMayor(SignalId id) {
        Signal signal = rows.findById(id.value()).orElseThrow(Refusal::notFound);
        entitlements.entitleToCase(signal.caseId().value(), Capacity.MAYOR, Why.DECIDES_ON_LISTING);
    }

    /** The answers to the criteria, as they are sealed. */
    record Answers(Map<String, Assess.Answer> criteria) {}

    /** The assessments behind it. */
    interface AssessmentRows extends Repository<Assessment, UUID>, Adding<Assessment> {
        List<Assessment> findAllBySignalIdOrderByAt(UUID signalId);
    }
}

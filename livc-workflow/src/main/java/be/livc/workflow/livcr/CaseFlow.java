package be.livc.workflow.livcr;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Detentions;
import be.livc.casefile.ItemId;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.casefile.Plans;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.platform.Refusal;
import be.livc.rights.RetentionRules;
import be.livc.rights.RetentionRules.Category;
import be.livc.signal.BasisCheck;
import be.livc.workflow.deadline.WorkingDays;
import be.livc.workflow.engine.Processes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a case after its consultation: the plan, its progress, its review, its closing. */
@Component
public class CaseFlow {

    private final CaseFiles cases;
    private final Plans plans;
    private final Detentions detentions;
    private final BasisCheck basisCheck;
    private final RetentionRules retention;
    private final Processes processes;
    private final Clock clock;

    CaseFlow(
            CaseFiles cases,
            Plans plans,
            Detentions detentions,
            BasisCheck basisCheck,
            RetentionRules retention,
            Processes processes,
            Clock clock) {
        this.cases = cases;
        this.plans = plans;
        this.detentions = detentions;
        this.basisCheck = basisCheck;
        this.retention = retention;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Draws up or changes the plan of action. The review date becomes the process's; a case under review goes on with the
     * new plan.
     *
     * @throws Refusal {@code wrong-phase}, when the case is not in consultation, under a plan or under review
     */
    @Transactional
    public void changePlan(Actor actor, CaseId id, ChangePlan change) {
        detentions.requireNotFrozen(id);
        requirePermission(actor);
        if (processes.isOpen(id.value(), Step.AWAIT_TRANSFER)) {
            throw Refusal.conflict("transfer-offered");
        }
        plans.change(actor, id, change);
        UUID process = id.value();
        Instant review = WorkingDays.onMorningOf(change.reviewDate());
        if (processes.isOpen(process, Step.FOLLOW_PLAN)) {
            processes.setDue(process, Step.FOLLOW_PLAN, review);
        } else if (processes.isOpen(process, Step.REVIEW)) {
            processes.complete(process, Step.REVIEW, Map.of("review", "CONTINUE", "reviewDate", review));
        } else if (!processes.isOpen(process, Step.CLOSE_CONSULTATION)) {
            throw Refusal.conflict("wrong-phase");
        }
    }

    /** A PIVC stands on the permission of the procureur: without one its cases can be read, not changed. */
    private void requirePermission(Actor actor) {
        if (actor.cellKind() == CellKind.PIVC) {
            basisCheck.requirePermission(actor.purpose());
        }
    }

    /** Reports progress on a measure; with the first report the case comes into follow-up. */
    @Transactional
    public ItemId report(Actor actor, CaseId id, MeasureId measure, String text, MeasureState state) {
        detentions.requireNotFrozen(id);
        requirePermission(actor);
        ItemId report = plans.report(actor, id, measure, text, state);
        if (processes.isOpen(id.value(), Step.FOLLOW_PLAN)) {
            processes.complete(id.value(), Step.FOLLOW_PLAN, Map.of("followUp", "PROGRESS"));
        }
        return report;
    }

    /**
     * Closes a case; its retention starts.
     *
     * @return the last day of its retention
     * @throws Refusal {@code wrong-phase}, when the case is neither under a plan nor under review
     */
    @Transactional
    public LocalDate close(Actor actor, CaseId id, String ground, String aftercare) {
        LocalDate until =
                retention.startingOn(LocalDate.now(clock), Category.CLOSED_CASE).until();
        cases.close(actor, id, ground, aftercare, until);
        Instant retainUntil = WorkingDays.onMorningOf(until);
        if (processes.isOpen(id.value(), Step.REVIEW)) {
            processes.complete(id.value(), Step.REVIEW, Map.of("review", "CLOSE", "retainUntil", retainUntil));
        } else {
            processes.complete(id.value(), Step.FOLLOW_PLAN, Map.of("followUp", "CLOSE", "retainUntil", retainUntil));
        }
        Step.RELEASE.stream()
                .filter(step -> processes.isOpen(id.value(), step))
                .findFirst()
                .ifPresent(step ->
                        processes.complete(id.value(), step, Map.of("release", "CLOSE", "retainUntil", retainUntil)));
        return until;
    }
}

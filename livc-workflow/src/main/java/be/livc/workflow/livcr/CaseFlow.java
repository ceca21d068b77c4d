package be.livc.workflow.livcr;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ItemId;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.casefile.Measures;
import be.livc.casefile.Plans;
import be.livc.cell.Actor;
import be.livc.consultation.Room;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import be.livc.rights.RetentionRules;
import be.livc.rights.RetentionRules.Category;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.transfer.SharedSteps;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a case after its consultation: the plan, its progress, its review, its closing. */
@Component
public class CaseFlow {

    private final CaseFiles cases;
    private final Plans plans;
    private final Measures measures;
    private final Room room;
    private final RetentionRules retention;
    private final ReviewDates reviews;
    private final Processes processes;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    CaseFlow(
            CaseFiles cases,
            Plans plans,
            Measures measures,
            Room room,
            RetentionRules retention,
            ReviewDates reviews,
            Processes processes,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.cases = cases;
        this.plans = plans;
        this.measures = measures;
        this.room = room;
        this.retention = retention;
        this.reviews = reviews;
        this.processes = processes;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What can be done with the plan of a case where the case is.
     *
     * @param changePlan whether {@link CaseFlow#changePlan} can be
     * @param close whether {@link CaseFlow#close} can be
     */
    public record Possible(boolean changePlan, boolean close) {

        /** Nothing of it. */
        public static final Possible NOTHING = new Possible(false, false);
    }

    /** What can be done with its plan where this case is, in a cell of either kind. */
    public Possible possible(CaseId id) {
        Set<String> open = processes.open(id.value());
        boolean followedUp = isFollowedUp(open);
        boolean underDiscussion =
                open.contains(SharedSteps.CLOSE_CONSULTATION) && !open.contains(SharedSteps.AWAIT_TRANSFER);
        return new Possible(followedUp || underDiscussion, followedUp);
    }

    private static boolean isFollowedUp(Set<String> open) {
        return !open.contains(SharedSteps.AWAIT_TRANSFER)
                && (FollowingUp.among(open).isPresent() || open.contains(Step.REVIEW));
    }

    /**
     * Draws up or changes the plan of action. The review date becomes the process's; a case under review goes on with the
     * new plan.
     *
     * @throws Refusal {@code wrong-phase}, when the case is not in consultation, under a plan or under review
     */
    @Transactional
    public void changePlan(Actor actor, CaseId id, ChangePlan change) {
        UUID process = id.value();
        processes.hold(process);
        Set<String> open = processes.open(process);
        if (open.contains(SharedSteps.AWAIT_TRANSFER)) {
            throw Refusal.conflict("transfer-offered");
        }
        plans.change(actor, id, change, room.hearing(id));
        Map<String, Object> dates = reviews.on(change.reviewDate());
        Optional<String> following = FollowingUp.among(open);
        if (following.filter(Step.FOLLOW_PLAN::equals).isPresent()) {
            processes.setDue(
                    process,
                    Step.FOLLOW_PLAN,
                    WorkingDays.onMorningOf(change.reviewDate()),
                    Deadlines.proposalTimer(dates));
        } else if (following.isPresent()) {
            processes.complete(process, following.get(), FollowingUp.with("CONTINUE", dates));
        } else if (open.contains(Step.REVIEW)) {
            Map<String, Object> codes = new HashMap<>(dates);
            codes.put("review", "CONTINUE");
            processes.complete(process, Step.REVIEW, codes);
        } else if (!open.contains(SharedSteps.CLOSE_CONSULTATION)) {
            throw Refusal.conflict("wrong-phase");
        }
    }

    /** Reports progress on a measure; with the first report the case comes into follow-up. */
    @Transactional
    public ItemId report(Actor actor, CaseId id, MeasureId measure, String text, MeasureState state) {
        processes.hold(id.value());
        ItemId report = measures.report(actor, id, measure, text, state);
        if (processes.isOpen(id.value(), Step.FOLLOW_PLAN)) {
            processes.complete(id.value(), Step.FOLLOW_PLAN, FollowingUp.with("PROGRESS", reviews.on(reviewOf(id))));
        }
        return report;
    }

    /**
     * Declines the consultation that the process proposed for the coming review: the case is followed up until then.
     *
     * @throws Refusal {@code wrong-phase}, when none is proposed
     */
    @Transactional
    public void declineReviewMeeting(Actor actor, CaseId id) {
        processes.hold(id.value());
        access.toAct(actor, Act.PLAN, ObjectType.CASE, id.value());
        processes.complete(
                id.value(),
                Step.PROPOSE_REVIEW,
                FollowingUp.with("PROGRESS", Deadlines.reviewWithoutProposal(reviewOf(id))));
        ledger.append(access.entry(actor, Act.PLAN.action(), ObjectType.CASE, id.value())
                .inCase(id.value())
                .because("review-without-consultation"));
    }

    /** Whether the process proposes a consultation for the coming review of this case. */
    @Transactional(readOnly = true)
    public boolean proposesReviewMeeting(CaseId id) {
        return processes.isOpen(id.value(), Step.PROPOSE_REVIEW);
    }

    private LocalDate reviewOf(CaseId id) {
        return cases.reviewOf(id).orElseGet(() -> LocalDate.now(clock));
    }

    /**
     * Closes a case; its retention starts.
     *
     * @return the last day of its retention
     * @throws Refusal {@code wrong-phase}, when the case is neither under a plan nor under review
     */
    @Transactional
    public LocalDate close(Actor actor, CaseId id, String ground, String aftercare) {
        processes.hold(id.value());
        LocalDate until = retention.startingToday(Category.CLOSED_CASE).until();
        cases.close(actor, id, ground, aftercare, until);
        Instant retainUntil = WorkingDays.onMorningOf(until);
        Set<String> open = processes.open(id.value());
        if (open.contains(Step.REVIEW)) {
            processes.complete(id.value(), Step.REVIEW, Map.of("review", "CLOSE", "retainUntil", retainUntil));
        } else {
            processes.complete(
                    id.value(),
                    FollowingUp.among(open).orElse(Step.FOLLOW_PLAN),
                    Map.of("followUp", "CLOSE", "retainUntil", retainUntil));
        }
        SharedSteps.releaseAmong(processes.open(id.value()))
                .ifPresent(step ->
                        processes.complete(id.value(), step, Map.of("release", "CLOSE", "retainUntil", retainUntil)));
        return until;
    }
}

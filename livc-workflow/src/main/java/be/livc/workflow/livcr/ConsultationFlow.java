package be.livc.workflow.livcr;

import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseRow;
import be.livc.cell.Actor;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConflictChecks;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Consultations;
import be.livc.consultation.Opening;
import be.livc.consultation.PutOnAgenda;
import be.livc.consultation.Replanning;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.transfer.SharedSteps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a consultation does to the cases on its agenda. */
@Component
public class ConsultationFlow {

    /** The phases that lead to an agenda: their open step is PLAN_CONSULTATION, REVIEW or one of {@link FollowingUp}. */
    private static final List<String> SCHEDULABLE =
            List.of("LISTED", "PLAN_ACTIVE", "FOLLOW_UP", "ADMITTED", "DETENTION_FOLLOW_UP", "PRE_RELEASE");

    private final Consultations consultations;
    private final Replanning replanning;
    private final ConflictChecks checks;
    private final Opening opening;
    private final CaseFiles cases;
    private final ReviewDates reviews;
    private final OffTheAgenda offTheAgenda;
    private final Processes processes;

    ConsultationFlow(
            Consultations consultations,
            Replanning replanning,
            ConflictChecks checks,
            Opening opening,
            CaseFiles cases,
            ReviewDates reviews,
            OffTheAgenda offTheAgenda,
            Processes processes) {
        this.consultations = consultations;
        this.replanning = replanning;
        this.checks = checks;
        this.opening = opening;
        this.cases = cases;
        this.reviews = reviews;
        this.offTheAgenda = offTheAgenda;
        this.processes = processes;
    }

    /** The cases that this actor sees and that can be put on an agenda now, the newest number first. */
    public List<CaseRow> schedulable(Actor actor) {
        return cases.listIn(actor, SCHEDULABLE, Optional.empty(), Page.MOST).items().stream()
                .filter(row -> !row.suspended())
                .toList();
    }

    /**
     * Puts a case on the agenda; it is scheduled then.
     *
     * @return what the item is called by, from 1
     * @throws Refusal {@code wrong-phase}, when the case is on an agenda already, or closed
     */
    @Transactional
    public int putOnAgenda(Actor actor, ConsultationId id, PutOnAgenda asked) {
        UUID process = asked.caseId().value();
        processes.hold(process);
        Set<String> open = processes.open(process);
        // A case that waits for another cell's answer stands still.
        if (open.contains(SharedSteps.AWAIT_TRANSFER)) {
            throw Refusal.conflict("transfer-offered");
        }
        int n = consultations.putOnAgenda(actor, id, asked);
        Optional<String> following = FollowingUp.among(open);
        if (following.isPresent()) {
            processes.complete(process, following.get(), Map.of("followUp", "SCHEDULE"));
        } else if (open.contains(Step.REVIEW)) {
            processes.complete(process, Step.REVIEW, Map.of("review", "SCHEDULE"));
        } else {
            processes.complete(process, Step.PLAN_CONSULTATION, Map.of());
        }
        return n;
    }

    /** Records the conflict check of an item. An embargo holds the case until it is reviewed. */
    @Transactional
    public void checkConflict(Actor actor, ConsultationId id, int n, ConflictCheck check) {
        hold(id);
        CaseId caseId = checks.check(actor, id, n, check);
        if (processes.isOpen(caseId.value(), Step.REVIEW_EMBARGO)) {
            reviewEmbargo(caseId, check);
            return;
        }
        if (check.outcome() == ConflictCheck.Outcome.CLEAR) {
            processes.complete(caseId.value(), Step.CHECK_CONFLICT, Map.of("conflictCheck", "CLEAR"));
            return;
        }
        processes.complete(
                caseId.value(), Step.CHECK_CONFLICT, Map.of("conflictCheck", "EMBARGO", "reviewDate", reviewOf(check)));
    }

    private void reviewEmbargo(CaseId caseId, ConflictCheck check) {
        if (check.outcome() == ConflictCheck.Outcome.CLEAR) {
            offTheAgenda.embargoFell(caseId);
        } else {
            processes.setDue(caseId.value(), Step.REVIEW_EMBARGO, reviewOf(check));
        }
    }

    private static Instant reviewOf(ConflictCheck check) {
        return WorkingDays.onMorningOf(check.reviewDate().orElseThrow(() -> Refusal.invalid("reviewDate", "required")));
    }

    /** Holds every case on its agenda. */
    private void hold(ConsultationId id) {
        processes.hold(consultations.onAgenda(id).stream().map(CaseId::value).toList());
    }

    /** Opens a consultation, and with it the discussion of every case on its agenda. */
    @Transactional
    public void open(Actor actor, ConsultationId id) {
        hold(id);
        opening.open(actor, id);
        for (CaseId caseId : consultations.casesOf(id)) {
            processes.complete(caseId.value(), Step.OPEN_CONSULTATION, Map.of("opening", "OPENED"));
        }
        consultations.suspendedCasesOf(id).forEach(this::withdraw);
    }

    /**
     * A case that is not discussed at the meeting that it was on the agenda of goes back to where it came from; one under
     * review of an embargo waits where it is.
     */
    private void withdraw(CaseId caseId) {
        Set<String> open = processes.open(caseId.value());
        if (open.contains(Step.CHECK_CONFLICT)) {
            offTheAgenda.goBack(caseId, Step.CHECK_CONFLICT, Map.of("conflictCheck", "WITHDRAWN"));
        } else if (open.contains(Step.OPEN_CONSULTATION)) {
            offTheAgenda.goBack(caseId, Step.OPEN_CONSULTATION, Map.of("opening", "WITHDRAWN"));
        }
    }

    /** Takes a case off the agenda of a planned consultation; it goes back to where it came from. */
    @Transactional
    public void takeOff(Actor actor, ConsultationId id, int n) {
        hold(id);
        withdraw(replanning.takeOff(actor, id, n));
    }

    /** Calls a planned consultation off; the cases on its agenda go back to where they came from. */
    @Transactional
    public void callOff(Actor actor, ConsultationId id) {
        hold(id);
        replanning.callOff(actor, id).forEach(this::withdraw);
    }

    /** Closes a consultation; each case goes on with its plan, or waits for one. */
    @Transactional
    public void close(Actor actor, ConsultationId id) {
        hold(id);
        opening.close(actor, id);
        Stream.concat(consultations.casesOf(id).stream(), consultations.suspendedCasesOf(id).stream())
                .filter(caseId -> processes.isOpen(caseId.value(), SharedSteps.CLOSE_CONSULTATION))
                .forEach(caseId ->
                        processes.complete(caseId.value(), SharedSteps.CLOSE_CONSULTATION, reviews.of(caseId)));
    }
}

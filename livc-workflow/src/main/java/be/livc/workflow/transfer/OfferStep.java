package be.livc.workflow.transfer;

import be.livc.casefile.CaseId;
import be.livc.casefile.Detentions;
import be.livc.platform.Refusal;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.engine.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The steps of a case's process, of either kind of cell, at which a hand-over begins, ends and is answered. */
@Component
class OfferStep {

    private static final String OFFERED = "transferOffered";
    private final Processes processes;
    private final Detentions detentions;
    private final DecisionTables tables;
    private final Clock clock;

    OfferStep(Processes processes, Detentions detentions, DecisionTables tables, Clock clock) {
        this.processes = processes;
        this.detentions = detentions;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Whether the case can be offered where it is. While a consultation discusses it, people add to it: it cannot go. One that only
     * stands on an agenda can, since somebody can be free before the meeting is; the meeting then passes it over.
     */
    boolean canBeOffered(UUID caseId) {
        Set<String> open = processes.open(caseId);
        return !open.contains(SharedSteps.CLOSE_CONSULTATION)
                && (SharedSteps.releaseAmong(open).isPresent() || processes.waitsFor(caseId, OFFERED));
    }

    /** Throws {@code wrong-phase} when the case cannot be offered where it is. */
    void requireCanBeOffered(UUID caseId) {
        if (!canBeOffered(caseId)) {
            throw Refusal.conflict("wrong-phase");
        }
    }

    /**
     * Nobody else takes a step in the case, or begins to offer it, until the transaction ends. Called before anything is
     * written: a timer of the case holds it too before it writes to the log, and two who take these two in another order wait
     * for each other.
     */
    void hold(UUID caseId) {
        processes.hold(caseId);
    }

    /** The case stands still until it is answered. */
    void offer(UUID caseId, Instant answerBy) {
        requireCanBeOffered(caseId);
        SharedSteps.releaseAmong(processes.open(caseId))
                .ifPresentOrElse(
                        step -> processes.complete(caseId, step, Map.of("release", "OFFER")),
                        () -> processes.tell(caseId, OFFERED));
        processes.setDue(caseId, SharedSteps.AWAIT_TRANSFER, answerBy);
    }

    /** The case has left, and the history of its steps with it: the decision and the log are what stays. */
    void leave(UUID caseId) {
        processes.finish(caseId, SharedSteps.AWAIT_TRANSFER, Map.of("transfer", "LEFT"));
    }

    /**
     * The case goes on; one that was frozen when it was offered is so again, as nobody came back meanwhile.
     *
     * @param freeWithoutAnybody whether its person left prison already and the other cell does not take over: another
     *     destination is as urgent as one that nobody knew
     */
    void comeBack(UUID caseId, boolean freeWithoutAnybody) {
        processes.complete(caseId, SharedSteps.AWAIT_TRANSFER, Map.of("transfer", "BACK"));
        if (detentions.of(new CaseId(caseId)).isFrozen()) {
            processes.complete(caseId, SharedSteps.PREPARE_RELEASE, Map.of("release", "FREEZE"));
        } else if (freeWithoutAnybody && processes.isOpen(caseId, SharedSteps.PREPARE_RELEASE)) {
            Instant until = tables.term(SharedSteps.FIND_DESTINATION).after(clock.instant());
            processes.setDue(caseId, SharedSteps.PREPARE_RELEASE, until);
        }
    }

    /** An offer waits to be answered. */
    void arrive(String process, UUID caseId, boolean urgent, Instant answerBy) {
        processes.start(process, caseId, Map.of("origin", urgent ? "EMERGENCY" : "TRANSFER", "answerBy", answerBy));
    }

    /** The offer is answered; of one that was not taken over the engine keeps nothing, the log tells it. */
    void answer(UUID caseId, boolean takenOver) {
        String step = SharedSteps.ANSWERS.stream()
                .filter(processes.open(caseId)::contains)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("already-answered"));
        if (takenOver) {
            processes.complete(caseId, step, Map.of("answer", "ACCEPT", "preReleaseAt", Processes.NEVER));
        } else {
            processes.finish(caseId, step, Map.of("answer", "NOT_TAKEN", "preReleaseAt", Processes.NEVER));
        }
    }
}

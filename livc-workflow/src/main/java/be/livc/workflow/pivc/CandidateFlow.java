package be.livc.workflow.pivc;

import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.law.Verdict;
import be.livc.platform.Refusal;
import be.livc.rights.RetentionRules;
import be.livc.rights.RetentionRules.Category;
import be.livc.signal.BasisCheck;
import be.livc.signal.Listing;
import be.livc.signal.SignalId;
import be.livc.signal.Signals;
import be.livc.workflow.engine.Processes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From candidate to case: the basis check and the direction's decision on admission. */
@Component
public class CandidateFlow {

    private static final String CHECK_BASIS = "checkBasis";
    private static final String DECIDE_ADMISSION = "decideAdmission";

    private final Signals signals;
    private final BasisCheck basisCheck;
    private final Listing listing;
    private final RetentionRules retention;
    private final Processes processes;

    CandidateFlow(
            Signals signals, BasisCheck basisCheck, Listing listing, RetentionRules retention, Processes processes) {
        this.signals = signals;
        this.basisCheck = basisCheck;
        this.listing = listing;
        this.retention = retention;
        this.processes = processes;
    }

    /** What the basis check would say now. */
    public Verdict basisOf(Actor actor) {
        return basisCheck.judge(actor.purpose());
    }

    /**
     * Checks the basis of a candidate and records what was found; the program judges, nobody can say it differently.
     *
     * @return whether the permission covers the candidate
     */
    @Transactional
    public boolean checkBasis(Actor actor, SignalId id) {
        CaseId caseId = hold(actor, id);
        boolean valid = basisCheck.record(actor, id);
        processes.complete(
                caseId.value(),
                CHECK_BASIS,
                valid
                        ? Map.of("basisCheck", "VALID")
                        : Map.of("basisCheck", "INVALID", "retainUntil", endOfShortTerm()));
        return valid;
    }

    /**
     * Admits a candidate.
     *
     * @return the number of the case
     * @throws Refusal {@code basis-expired}, when the permission ended since it was checked
     */
    @Transactional
    public String admit(Actor actor, SignalId id, String purpose, String necessity) {
        CaseId caseId = hold(actor, id);
        basisCheck.requirePermission(purpose);
        String number = listing.list(actor, id, purpose, Optional.empty(), necessity);
        processes.complete(
                caseId.value(), DECIDE_ADMISSION, Map.of("admission", "ADMIT", "preReleaseAt", Processes.NEVER));
        return number;
    }

    /** Does not admit a candidate; what was told is erased at the short term. */
    @Transactional
    public void refuse(Actor actor, SignalId id, String necessity) {
        CaseId caseId = hold(actor, id);
        listing.refuse(actor, id, necessity);
        processes.complete(
                caseId.value(), DECIDE_ADMISSION, Map.of("admission", "REFUSE", "retainUntil", endOfShortTerm()));
    }

    /** Which of the two steps waits for this candidate; empty when neither does. */
    public Optional<String> waitingStep(SignalId id) {
        return signals.caseOf(id).flatMap(caseId -> Stream.of(CHECK_BASIS, DECIDE_ADMISSION)
                .filter(processes.open(caseId.value())::contains)
                .findFirst());
    }

    /** The case of a candidate, held until what is decided about it is done. */
    private CaseId hold(Actor actor, SignalId id) {
        CaseId caseId = signals.caseOf(actor, id);
        processes.hold(caseId.value());
        return caseId;
    }

    private Instant endOfShortTerm() {
        return WorkingDays.onMorningOf(
                retention.startingToday(Category.SIGNAL_NOT_RETAINED).until());
    }
}

package be.livc.workflow.livcr;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.workflow.decision.DecisionTables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** By when a case that is followed up comes back: as its plan says, or soon where it has none. */
@Component
class ReviewDates {

    /** When a case comes back if its consultation ended without a plan. */
    private static final int DAYS_UNTIL_A_PLAN_IS_DUE = 14;

    private final CaseFiles cases;
    private final DecisionTables tables;
    private final Clock clock;

    ReviewDates(CaseFiles cases, DecisionTables tables, Clock clock) {
        this.cases = cases;
        this.tables = tables;
        this.clock = clock;
    }

    /** Whether the day is there, or over. */
    boolean isReached(CaseId id) {
        return !day(id).isAfter(LocalDate.now(clock));
    }

    /** What a step that waits for the review of this case takes along; see {@link Deadlines#review}. */
    Map<String, Object> of(CaseId id) {
        return on(day(id));
    }

    /** The same for a review on this day. */
    Map<String, Object> on(LocalDate day) {
        return Deadlines.review(day, clock.instant(), tables.term(Step.PROPOSE_REVIEW));
    }

    private LocalDate day(CaseId id) {
        return cases.reviewOf(id).orElseGet(() -> LocalDate.now(clock).plusDays(DAYS_UNTIL_A_PLAN_IS_DUE));
    }
}

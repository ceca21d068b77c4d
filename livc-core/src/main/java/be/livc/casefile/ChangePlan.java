package be.livc.casefile;

import be.livc.cell.MandateId;
import be.livc.platform.Faults;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks for a plan of action as it is to be from now on. Measures that are not named any more are dropped; their history
 * stays.
 *
 * @param version the version that the change was made on; empty to take whatever is there
 */
public record ChangePlan(
        List<Goal> goals, List<PlannedMeasure> measures, LocalDate reviewDate, Optional<Integer> version) {

    private static final Pattern OFFER = Pattern.compile("AO-\\d{3,5}");

    /**
     * A measure as it is to be.
     *
     * @param id the measure it changes; empty for a new one
     * @param goal the goal of this plan that it serves
     * @param offer the code of a support offer that it calls upon; what is behind it only the desk's directory knows
     */
    public record PlannedMeasure(
            Optional<MeasureId> id,
            String what,
            MandateId owner,
            LocalDate due,
            Optional<GoalId> goal,
            Optional<String> offer) {

        /** A measure that calls upon no offer. */
        public PlannedMeasure(
                Optional<MeasureId> id, String what, MandateId owner, LocalDate due, Optional<GoalId> goal) {
            this(id, what, owner, due, goal, Optional.empty());
        }

        /** A measure that serves the plan as a whole. */
        public PlannedMeasure(Optional<MeasureId> id, String what, MandateId owner, LocalDate due) {
            this(id, what, owner, due, Optional.empty());
        }
    }

    /** Keeps its own copies of the lists. */
    public ChangePlan {
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
    }

    /** Every field that is missing or wrong, named by its place in the lists. */
    List<Refusal.Reason> problems() {
        Faults faults = new Faults();
        for (int i = 0; i < goals.size(); i++) {
            faults.text("goals[" + i + "].goal", goals.get(i).goal(), ShortText.SENTENCE);
        }
        Set<MeasureId> named = new HashSet<>();
        for (int i = 0; i < measures.size(); i++) {
            PlannedMeasure measure = measures.get(i);
            String field = "measures[" + i + "].";
            faults.present(field + "what", measure.what())
                    .unless(measure.goal().filter(goal -> !hasGoal(goal)).isEmpty(), field + "goal", "unknown-goal")
                    .unless(
                            measure.offer()
                                    .filter(code -> !OFFER.matcher(code).matches())
                                    .isEmpty(),
                            field + "offer",
                            "unknown-code")
                    .unless(measure.id().filter(id -> !named.add(id)).isEmpty(), field + "id", "named-twice");
        }
        return faults.found();
    }

    private boolean hasGoal(GoalId id) {
        return goals.stream().anyMatch(goal -> goal.id().equals(id));
    }
}

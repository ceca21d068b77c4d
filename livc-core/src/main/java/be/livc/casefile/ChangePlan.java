package be.livc.casefile;

import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a plan of action as it is to be from now on. Measures that are not named any more are dropped; their history
 * stays.
 *
 * @param version the version that the change was made on; empty to take whatever is there
 */
public record ChangePlan(
        List<Goal> goals, List<PlannedMeasure> measures, LocalDate reviewDate, Optional<Integer> version) {

    /**
     * A measure as it is to be.
     *
     * @param id the measure it changes; empty for a new one
     */
    public record PlannedMeasure(Optional<MeasureId> id, String what, MandateId owner, LocalDate due) {}

    /** Keeps its own copies of the lists. */
    public ChangePlan {
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
    }

    /** Every field that is empty, named by its place in the lists. */
    List<Refusal.Reason> problems() {
        List<Refusal.Reason> problems = new ArrayList<>();
        for (int i = 0; i < goals.size(); i++) {
            if (goals.get(i).goal().isBlank()) {
                problems.add(new Refusal.Reason("required", "goals[" + i + "].goal"));
            }
        }
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).what().isBlank()) {
                problems.add(new Refusal.Reason("required", "measures[" + i + "].what"));
            }
        }
        return problems;
    }
}

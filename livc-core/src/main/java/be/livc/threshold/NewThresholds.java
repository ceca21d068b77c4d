package be.livc.threshold;

import be.livc.cell.Capacity;
import java.util.Map;

/** What a cell wants to set otherwise; what is not named stays as it is. */
public record NewThresholds(Map<Threshold, Integer> numbers, Map<Escalation, Capacity> functions) {

    /** Keeps its own copies. */
    public NewThresholds {
        numbers = Map.copyOf(numbers);
        functions = Map.copyOf(functions);
    }

    /** Numbers only. */
    public static NewThresholds of(Map<Threshold, Integer> numbers) {
        return new NewThresholds(numbers, Map.of());
    }

    /** One function only. */
    public static NewThresholds of(Escalation escalation, Capacity function) {
        return new NewThresholds(Map.of(), Map.of(escalation, function));
    }
}

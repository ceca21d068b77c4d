package be.livc.web.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the time of a request divides.
 *
 * @param millis average milliseconds in each layer
 * @param statements average number of statements sent to the database, commits not counted
 */
record Shares(Map<Layer, Double> millis, double statements) {

    private double total() {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public String toString() {
        double total = total();
        return millis.entrySet().stream()
                .map(part -> String.format(
                        Locale.ROOT,
                        "%s %.0f %% (%.2f ms)",
                        part.getKey().title(),
                        100 * part.getValue() / total,
                        part.getValue()))
                .collect(Collectors.joining(", ", "", String.format(Locale.ROOT, "; %.0f statements", statements)));
    }
}

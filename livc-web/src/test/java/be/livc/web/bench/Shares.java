package be.livc.web.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the time of a request divides.
 *
 * @param millis average milliseconds in each layer
 * @param statements what was sent to the database, commits not counted; the costliest first
 */
record Shares(Map<Layer, Double> millis, List<Statement> statements) {

    /**
     * One text of a statement.
     *
     * @param times how often per request
     * @param millis how many milliseconds per request
     */
    record Statement(String sql, double times, double millis) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%6.2f ms %5.2f × %s", millis, times, sql.replaceAll("\\s+", " "));
        }
    }

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
                .collect(Collectors.joining(
                        ", ",
                        "",
                        String.format(
                                Locale.ROOT,
                                "; %.0f statements",
                                statements.stream()
                                        .mapToDouble(Statement::times)
                                        .sum())));
    }
}

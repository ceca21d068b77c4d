package be.livc.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints each figure beside its goal, and says whether it is met; nothing fails by it. */
final class Report {

    private Report() {}

    static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    static void machine() throws IOException {
        line(
                "Machine: %d cores, %s, load %s, Java %s (%s), heap at most %d MB; %s",
                Runtime.getRuntime().availableProcessors(),
                cpu(),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                Runtime.getRuntime().maxMemory() >> 20,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String cpu() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceAll(".*: ", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    static void goal(String what, double found, double most, String unit) {
        line("%-58s %8.2f %-4s goal at most %.1f: %s", what, found, unit, most, found <= most ? "met" : "NOT met");
    }

    static void goalAtLeast(String what, double found, double least, String unit) {
        line("%-58s %8.2f %-4s goal at least %.1f: %s", what, found, unit, least, found >= least ? "met" : "NOT met");
    }

    /** The rounds of one kind of call: the middle one by p95, and the spread of p95. */
    static void rounds(String what, List<Figures> rounds) {
        List<Figures> sorted = sorted(rounds);
        line(
                "%-58s %s, p95 over %d rounds %.2f–%.2f",
                what,
                sorted.get(sorted.size() / 2),
                sorted.size(),
                sorted.get(0).percentile(95),
                sorted.get(sorted.size() - 1).percentile(95));
    }

    private static List<Figures> sorted(List<Figures> rounds) {
        return rounds.stream()
                .sorted((one, other) -> Double.compare(one.percentile(95), other.percentile(95)))
                .toList();
    }

    /** The middle one of a few figures. */
    static double middle(List<Double> figures) {
        return figures.stream().sorted().collect(Collectors.toList()).get(figures.size() / 2);
    }
}

package be.livc.insight;

import be.livc.insight.Attack.Spot;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Tables.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some quarters of a land of cells, most of them small: what truly happened, and what was published of it, quarter after
 * quarter. The same for the same seed.
 */
final class AYearOfCells {

    private static final String ALL = "*";

    /** Of each indicator its categories; {@code *} for none. */
    private static final Map<String, List<String>> CATEGORIES = Map.ofEntries(
            Map.entry("SIGNALS", List.of("PARTNER", "CITIZEN", "ANONYMOUS")),
            Map.entry("SIGNAL_AGES", List.of("MINOR", "ADULT", "UNKNOWN")),
            Map.entry("ASSESSMENTS", List.of("RETAINED", "NOT_RETAINED", "REFERRED")),
            Map.entry("ASSESSMENT_TIMES", List.of("WITHIN_14_DAYS", "WITHIN_30_DAYS", "WITHIN_60_DAYS", "LONGER")),
            Map.entry("CASES_OPENED", List.of("PREVENT_TERRORISM", "PROTECT_INTEGRITY")),
            Map.entry("CASES_CLOSED", List.of("GOALS_REACHED", "REGULAR_CARE", "JUDICIAL", "HANDED_OVER")),
            Map.entry("CASE_DURATIONS", List.of("WITHIN_6_MONTHS", "WITHIN_1_YEAR", "WITHIN_2_YEARS", "MORE_YEARS")),
            Map.entry("CONSULTATIONS", List.of("QUORUM", "URGENT", "NOT_HELD")),
            Map.entry("INVITATIONS", List.of("CAME", "DECLINED", "DID_NOT_COME", "NO_ANSWER")),
            Map.entry("PARTNERS", List.of("MUNICIPALITY", "POLICE", "CLB", "OCMW", "CAW", "JUSTITIEHUIS")),
            Map.entry("PLANS", List.of(ALL)),
            Map.entry("MEASURES", List.of("DONE", "OVERDUE", "STOPPED")),
            Map.entry("SHEETS", List.of("SENT", "BLOCKED", "REJECTED")),
            Map.entry("HANDOVERS", List.of("REFUSED", "WITHDRAWN")),
            Map.entry("PERMISSIONS", List.of("RENEWED", "NOT_RENEWED")),
            Map.entry("ERASURES", List.of("TERM_OVER", "REQUEST_GRANTED")),
            Map.entry("ERASURES_DUE", List.of("DONE", "WAITING")),
            Map.entry("REQUESTS", List.of("ACCESS", "ERASURE", "OBJECTION")),
            Map.entry("REQUEST_TERMS", List.of("IN_TIME", "LATE")),
            Map.entry("EMERGENCIES", List.of("DANGER_TO_LIFE", "MISSING_PERSON")),
            Map.entry("QUESTIONS", List.of("LEGAL_BASIS", "SIGNAL", "CONSULTATION", "PROGRAM")));

    private static final List<String> AGES = List.of("MINOR", "ADULT", "UNKNOWN");

    private static final List<String> INDICATORS =
            Stream.concat(Figures.INDICATORS.stream(), Stream.of("QUESTIONS")).toList();

    private final Map<Spot, Integer> truth = new HashMap<>();
    private final List<Map<Place, Optional<Integer>>> published = new ArrayList<>();
    private final Random random;
    private final int cells;
    private final int large;

    private AYearOfCells(int cells, int large, long seed) {
        this.cells = cells;
        this.large = large;
        this.random = new Random(seed);
    }

    static AYearOfCells seeded(int cells, int large, int quarters, long seed) {
        AYearOfCells year = new AYearOfCells(cells, large, seed);
        int[][] open = new int[cells][AGES.size()];
        for (int cell = 0; cell < cells; cell++) {
            for (int left = year.random.nextInt(cell < large ? 60 : 9); left > 0; left--) {
                open[cell][year.random.nextInt(AGES.size())]++;
            }
        }
        for (int quarter = 0; quarter < quarters; quarter++) {
            year.publish(quarter, open);
        }
        return year;
    }

    List<Map<Place, Optional<Integer>>> published() {
        return published;
    }

    /** What truly was there, every sum included. */
    int truth(Spot spot) {
        return truth.getOrDefault(spot, 0);
    }

    boolean isSmall(Spot spot) {
        int count = truth(spot);
        return count > 0 && count < 5;
    }

    static String cell(int n) {
        return String.format("cell%03d", n);
    }

    private void publish(int quarter, int[][] open) {
        Tables tables = new Tables(INDICATORS);
        for (int cell = 0; cell < cells; cell++) {
            List<Count> counts = counts(cell, open);
            tables.add(cell(cell), counts);
            remember(quarter, cell(cell), counts);
        }
        published.add(tables.published(linked(), true));
    }

    private List<Map<Place, Optional<Integer>>> linked() {
        return published.stream()
                .map(quarter -> {
                    Map<Place, Optional<Integer>> linked = new HashMap<>(quarter);
                    linked.keySet().removeIf(place -> !EarlierQuarters.LINKED.contains(place.indicator()));
                    return linked;
                })
                .toList();
    }

    private List<Count> counts(int cell, int[][] open) {
        int size = cell < large ? 30 : 4;
        List<Count> counts = new ArrayList<>();
        for (String indicator : INDICATORS) {
            for (String category : CATEGORIES.getOrDefault(indicator, List.of())) {
                int most = category.equals("HANDED_OVER") || category.equals("URGENT") ? 1 + size / 4 : size;
                boolean any = random.nextInt(3) > 0;
                counts.add(new Count(indicator, category, any ? random.nextInt(most + 1) : 0));
            }
        }
        fit(counts, "SIGNAL_AGES", "SIGNALS");
        fit(counts, "ASSESSMENT_TIMES", "ASSESSMENTS");
        fit(counts, "CASE_DURATIONS", "CASES_CLOSED");
        fit(counts, "PARTNERS", "INVITATIONS");
        fit(counts, "REQUEST_TERMS", "REQUESTS");
        int gone = sum(counts, "CASES_CLOSED", "HANDED_OVER");
        int late = gone == 0 ? 0 : random.nextInt(gone + 1);
        counts.add(new Count("HANDOVERS", "ACCEPTED_LATE", late));
        counts.add(new Count("HANDOVERS", "ACCEPTED_IN_TIME", gone - late));
        int missing = sum(counts, "CASES_CLOSED", ALL)
                - sum(counts, "CASES_OPENED", ALL)
                - IntStream.of(open[cell]).sum();
        if (missing > 0) {
            counts.add(new Count("CASES_OPENED", "PREVENT_TERRORISM", missing));
        }
        byAge(counts, open[cell]);
        counts.add(new Count("CASES_OPEN", ALL, IntStream.of(open[cell]).sum()));
        return counts;
    }

    /** Everybody who comes has an age and keeps it; whoever goes was there. */
    private void byAge(List<Count> counts, int[] open) {
        for (int left = sum(counts, "CASES_OPENED", ALL); left > 0; left--) {
            int age = random.nextInt(AGES.size());
            open[age]++;
            counts.add(new Count("CASES_OPENED_AGES", AGES.get(age), 1));
        }
        for (int left = sum(counts, "CASES_CLOSED", ALL); left > 0; left--) {
            int age = random.nextInt(AGES.size());
            while (open[age] == 0) {
                age = (age + 1) % AGES.size();
            }
            open[age]--;
            counts.add(new Count("CASES_CLOSED_AGES", AGES.get(age), 1));
        }
        for (int age = 0; age < open.length; age++) {
            counts.add(new Count("CASES_OPEN_AGES", AGES.get(age), open[age]));
        }
    }

    /** Spreads as many over the categories of the second as the first counts. */
    private void fit(List<Count> counts, String second, String first) {
        counts.removeIf(one -> one.indicator().equals(second));
        List<String> categories = CATEGORIES.getOrDefault(second, List.of());
        for (int left = sum(counts, first, ALL); left > 0; left--) {
            counts.add(new Count(second, categories.get(random.nextInt(categories.size())), 1));
        }
    }

    private static int sum(List<Count> counts, String indicator, String category) {
        return counts.stream()
                .filter(one -> one.indicator().equals(indicator)
                        && (category.equals(ALL) || one.category().equals(category)))
                .mapToInt(Count::count)
                .sum();
    }

    private void remember(int quarter, String cell, List<Count> counts) {
        Map<Place, Integer> all = new LinkedHashMap<>();
        for (Count one : counts) {
            for (String source : List.of(ALL, cell)) {
                all.merge(new Place(one.indicator(), source, ALL), one.count(), Integer::sum);
                if (!one.category().equals(ALL)) {
                    all.merge(new Place(one.indicator(), source, one.category()), one.count(), Integer::sum);
                }
            }
        }
        all.forEach((place, count) -> truth.merge(new Spot(quarter, place), count, Integer::sum));
    }
}

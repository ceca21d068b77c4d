package be.livc.web.demo;

import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Figures;
import be.livc.insight.Publication;
import be.livc.insight.Quarter;
import be.livc.platform.CellId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Figures of quarters in which the demo was not there yet: fictional, the same at every first start. */
@Component
@ConditionalOnProperty("livc.demo")
class EarlierQuarters {

    private static final int HOW_MANY = 4;

    /** For each indicator, its categories with how often they occur in a quarter of a middling cell. */
    private static final Map<String, Map<String, Integer>> USUAL = Map.ofEntries(
            Map.entry("SIGNALS", Map.of("PARTNER", 14, "CITIZEN", 6, "ANONYMOUS", 3)),
            Map.entry("ASSESSMENTS", Map.of("RETAINED", 9, "NOT_RETAINED", 8, "REFERRED", 5)),
            Map.entry("CASES_OPENED", Map.of("PREVENT_TERRORISM", 8, "PROTECT_INTEGRITY", 2)),
            Map.entry("CASES_CLOSED", Map.of("GOALS_REACHED", 4, "REGULAR_CARE", 5, "HANDED_OVER", 1)),
            Map.entry("CONSULTATIONS", Map.of("QUORUM", 6, "URGENT", 1, "NOT_HELD", 1)),
            Map.entry("INVITATIONS", Map.of("CAME", 40, "DECLINED", 7, "DID_NOT_COME", 4, "NO_ANSWER", 5)),
            Map.entry("PLANS", Map.of("*", 9)),
            Map.entry("MEASURES", Map.of("DONE", 22, "OVERDUE", 9, "STOPPED", 2)),
            Map.entry("SHEETS", Map.of("SENT", 8, "BLOCKED", 2, "REJECTED", 1)),
            Map.entry("HANDOVERS", Map.of("REFUSED", 1)),
            Map.entry("PERMISSIONS", Map.of("RENEWED", 1)),
            Map.entry("ERASURES", Map.of("TERM_OVER", 7)),
            Map.entry("ERASURES_DUE", Map.of("DONE", 6, "WAITING", 3)),
            Map.entry("REQUESTS", Map.of("ACCESS", 3, "ERASURE", 1)),
            Map.entry("EMERGENCIES", Map.of("DANGER_TO_LIFE", 1)),
            Map.entry(Figures.QUESTIONS, Map.of("LEGAL_BASIS", 7, "CONSULTATION", 5, "RETENTION", 2, "PROGRAM", 8)));

    /** How the total of another indicator is broken down once more, in parts of a hundred; the last takes what is left. */
    private static final Map<String, SecondBreakdown> AGAIN = Map.of(
            "SIGNAL_AGES", new SecondBreakdown("SIGNALS", List.of("MINOR", "ADULT"), List.of(35)),
            "ASSESSMENT_TIMES",
                    new SecondBreakdown(
                            "ASSESSMENTS", List.of("WITHIN_14_DAYS", "WITHIN_30_DAYS", "LONGER"), List.of(50, 35)),
            "CASE_DURATIONS",
                    new SecondBreakdown(
                            "CASES_CLOSED", List.of("WITHIN_6_MONTHS", "WITHIN_1_YEAR", "MORE_YEARS"), List.of(25, 50)),
            "PARTNERS",
                    new SecondBreakdown(
                            "INVITATIONS",
                            List.of("MUNICIPALITY", "POLICE", "CLB", "OCMW", "CAW"),
                            List.of(30, 20, 20, 15)),
            "REQUEST_TERMS", new SecondBreakdown("REQUESTS", List.of("IN_TIME", "LATE"), List.of(80)));

    /** How many of the cells were in each phase, quarter after quarter. */
    private static final List<Map<String, Integer>> PHASES = List.of(
            Map.of("START", 2, "REVIVE", 1, "OPTIMISE", 0, "MONITOR", 0, "NOT_COACHED", 1),
            Map.of("START", 2, "REVIVE", 1, "OPTIMISE", 1, "MONITOR", 0, "NOT_COACHED", 0),
            Map.of("START", 1, "REVIVE", 1, "OPTIMISE", 2, "MONITOR", 0, "NOT_COACHED", 0),
            Map.of("START", 1, "REVIVE", 0, "OPTIMISE", 2, "MONITOR", 1, "NOT_COACHED", 0));

    private record SecondBreakdown(String first, List<String> categories, List<Integer> parts) {}

    private static final int OPEN_AT_FIRST = 24;

    /** Of a hundred cases so many are of minors. */
    private static final int MINORS = 30;

    /** What is open in a cell: of minors and of adults. */
    private record Open(int minors, int adults) {}

    private final Publication publication;
    private final Cells cells;
    private final Clock clock;

    EarlierQuarters(Publication publication, Cells cells, Clock clock) {
        this.publication = publication;
        this.cells = cells;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void publish() {
        List<Cell> counting = cells.all().stream()
                .filter(cell -> cell.kind() != CellKind.DESK)
                .toList();
        if (counting.size() == cells.all().size()) {
            return;
        }
        Map<CellId, Open> open = new HashMap<>();
        int minors = OPEN_AT_FIRST * MINORS / 100;
        counting.forEach(cell -> open.put(cell.id(), new Open(minors, OPEN_AT_FIRST - minors)));
        Quarter quarter = Quarter.of(LocalDate.now(clock));
        for (int i = 0; i < HOW_MANY; i++) {
            quarter = quarter.before();
        }
        for (int i = 0; i < HOW_MANY; i++) {
            Random random = new Random(quarter.hashCode());
            Map<CellId, List<Count>> all = new LinkedHashMap<>();
            counting.forEach(cell -> all.put(cell.id(), counts(random, cell.id(), open)));
            publication.publishCounted(quarter, all, PHASES.get(i));
            quarter = quarter.after();
        }
    }

    /** Of one cell in one quarter; what was open before, opened and closed adds up to what is open. */
    private static List<Count> counts(Random random, CellId cell, Map<CellId, Open> open) {
        List<Count> counts = new ArrayList<>();
        double size = 0.4 + random.nextDouble() * 1.6;
        new TreeMap<>(USUAL).forEach((indicator, categories) -> new TreeMap<>(categories)
                .forEach((category, usual) -> counts.add(
                        new Count(indicator, category, (int) Math.round(usual * size * (0.6 + random.nextDouble()))))));
        counts.stream()
                .filter(one -> one.category().equals("HANDED_OVER"))
                .findFirst()
                .ifPresent(gone -> counts.add(new Count("HANDOVERS", "ACCEPTED_IN_TIME", gone.count())));
        AGAIN.forEach((indicator, again) -> counts.addAll(parts(indicator, again, sum(counts, again.first()))));
        open.compute(cell, (id, before) -> byAge(counts, Objects.requireNonNullElse(before, new Open(0, 0))));
        return counts;
    }

    /** Spreads what was opened and closed over minors and adults, as far as there are; the rest of what closed is left out. */
    private static Open byAge(List<Count> counts, Open before) {
        int opened = sum(counts, "CASES_OPENED");
        int closed = sum(counts, "CASES_CLOSED");
        int young = opened * MINORS / 100;
        int left = Math.min(before.minors() + young, closed * MINORS / 100);
        int leftAdults = Math.min(before.adults() + opened - young, closed - left);
        Open now = new Open(before.minors() + young - left, before.adults() + opened - young - leftAdults);
        counts.addAll(List.of(
                new Count("CASES_OPENED_AGES", "MINOR", young),
                new Count("CASES_OPENED_AGES", "ADULT", opened - young),
                new Count("CASES_CLOSED_AGES", "MINOR", left),
                new Count("CASES_CLOSED_AGES", "ADULT", leftAdults),
                new Count("CASES_OPEN", Figures.ALL, now.minors() + now.adults()),
                new Count("CASES_OPEN_AGES", "MINOR", now.minors()),
                new Count("CASES_OPEN_AGES", "ADULT", now.adults())));
        return now;
    }

    private static int sum(List<Count> counts, String indicator) {
        return counts.stream()
                .filter(one -> one.indicator().equals(indicator))
                .mapToInt(Count::count)
                .sum();
    }

    private static List<Count> parts(String indicator, SecondBreakdown again, int total) {
        List<Count> parts = new ArrayList<>();
        int left = total;
        for (int i = 0; i < again.categories().size(); i++) {
            boolean last = i == again.parts().size();
            int part = last ? left : total * again.parts().get(i) / 100;
            parts.add(new Count(indicator, again.categories().get(i), part));
            left -= part;
        }
        return parts;
    }
}

package be.livc.insight;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.insight.Attack.Spot;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Tables.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is published, and what nobody can work out from it. */
class DisclosureControlTest {

    private static final String ALL = "*";

    /** All insiders in the full drill, a few in the build. */
    private static final int INSIDERS = Boolean.getBoolean("livc.drills") ? 285 : 4;

    @Test
    void a_small_count_is_not_shown_and_neither_is_what_would_give_it_away() {
        Map<Place, Optional<Integer>> published = signals(Map.of(
                "a", Map.of("x", 3, "y", 20),
                "b", Map.of("x", 12, "y", 9),
                "c", Map.of("x", 30, "y", 41)));

        assertThat(published.get(new Place("SIGNALS", "a", "x"))).isEmpty();
        assertThat(published.get(new Place("SIGNALS", ALL, ALL))).contains(115);
        assertThat(published.values().stream().filter(Optional::isEmpty)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(published.values()).noneMatch(DisclosureControlTest::isSmall);
    }

    @Test
    void where_every_count_is_large_or_nothing_all_of_it_is_shown() {
        assertThat(signals(Map.of("a", Map.of("x", 0, "y", 20), "b", Map.of("x", 12, "y", 0)))
                        .values())
                .allMatch(Optional::isPresent);
    }

    @Test
    void a_cell_that_knows_its_own_count_does_not_work_out_that_of_another() {
        Map<Place, Optional<Integer>> published =
                signals(Map.of("a", Map.of("x", 3), "b", Map.of("x", 4), "c", Map.of("x", 30), "d", Map.of("x", 50)));

        assertThat(published.get(new Place("SIGNALS", ALL, "x"))).contains(87);
        assertThat(List.of("a", "b", "c", "d").stream()
                        .filter(cell ->
                                published.get(new Place("SIGNALS", cell, "x")).isEmpty()))
                .as("of two the one who is in it would know the other")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void what_was_opened_and_closed_does_not_give_away_how_few_cases_are_open_now() {
        Tables first = new Tables(Figures.INDICATORS);
        Tables second = new Tables(Figures.INDICATORS);
        for (String cell : List.of("a", "b", "c", "d")) {
            boolean few = cell.equals("a");
            first.add(cell, List.of(new Count("CASES_OPEN", ALL, 12)));
            second.add(
                    cell,
                    List.of(
                            new Count("CASES_CLOSED", "GOALS_REACHED", few ? 9 : 6),
                            new Count("CASES_OPEN", ALL, few ? 3 : 6)));
        }
        Map<Place, Optional<Integer>> after = second.published(List.of(first.published(List.of(), true)), true);

        assertThat(after.get(new Place("CASES_OPEN", "a", ALL))).isEmpty();
        assertThat(after.get(new Place("CASES_CLOSED", "a", ALL)))
                .as("12 open before, less what was closed, would be 3")
                .isEmpty();
        assertThat(after.get(new Place("CASES_OPEN", ALL, ALL))).contains(21);
    }

    @Test
    void once_a_quarter_was_left_out_the_open_cases_of_a_cell_stay_out() {
        Tables tables = new Tables(Figures.INDICATORS);
        for (String cell : List.of("a", "b", "c", "d", "e")) {
            tables.add(cell, List.of(new Count("CASES_OPEN", ALL, 20)));
        }
        Map<Place, Optional<Integer>> before = new HashMap<>();
        List.of("d", "e").forEach(cell -> before.put(new Place("CASES_OPEN", cell, ALL), Optional.of(20)));
        List.of("a", "b", "c").forEach(cell -> before.put(new Place("CASES_OPEN", cell, ALL), Optional.empty()));
        before.put(new Place("CASES_OPEN", ALL, ALL), Optional.of(100));

        Map<Place, Optional<Integer>> after = tables.published(List.of(before), true);

        assertThat(after.get(new Place("CASES_OPEN", "a", ALL))).isEmpty();
        assertThat(after.get(new Place("CASES_OPEN", "d", ALL))).contains(20);
    }

    @Test
    void what_was_opened_and_closed_of_minors_does_not_give_away_how_few_of_them_are_open_now() {
        Tables first = new Tables(Figures.INDICATORS);
        Tables second = new Tables(Figures.INDICATORS);
        for (String cell : List.of("a", "b", "c", "d")) {
            int gone = cell.equals("a") ? 9 : 6;
            first.add(cell, openOfMinors(12));
            second.add(
                    cell,
                    Stream.concat(
                                    openOfMinors(12 - gone).stream(),
                                    Stream.of(
                                            new Count("CASES_CLOSED", "GOALS_REACHED", gone),
                                            new Count("CASES_CLOSED_AGES", "MINOR", gone)))
                            .toList());
        }
        Map<Place, Optional<Integer>> before = first.published(List.of(), true);
        Map<Place, Optional<Integer>> after = second.published(List.of(before), true);

        assertThat(before.get(new Place("CASES_OPEN_AGES", "a", "MINOR"))).contains(12);
        assertThat(after.get(new Place("CASES_OPEN_AGES", "a", "MINOR"))).isEmpty();
        assertThat(after.get(new Place("CASES_CLOSED_AGES", "a", "MINOR")))
                .as("12 open before, less what was closed, would be 3")
                .isEmpty();
        assertThat(after.get(new Place("CASES_OPEN_AGES", ALL, "MINOR"))).contains(21);
    }

    @Test
    void after_a_quarter_from_before_ages_were_told_they_are_shown_from_now_on() {
        Map<Place, Optional<Integer>> before = new HashMap<>();
        Tables now = new Tables(Figures.INDICATORS);
        for (String cell : List.of("a", "b", "c", "d")) {
            before.put(new Place("CASES_OPEN", cell, ALL), Optional.of(30));
            now.add(cell, List.of(new Count("CASES_OPEN", ALL, 30), new Count("CASES_OPEN_AGES", "MINOR", 10)));
        }
        before.put(new Place("CASES_OPEN", ALL, ALL), Optional.of(120));

        Map<Place, Optional<Integer>> after = now.published(List.of(before), true);

        assertThat(after.get(new Place("CASES_OPEN_AGES", "a", "MINOR"))).contains(10);
        assertThat(after.get(new Place("CASES_OPEN_AGES", "a", "UNKNOWN")))
                .as("cases from before have no age, and none is guessed")
                .contains(20);
        assertThat(after.get(new Place("CASES_OPEN", "a", ALL))).contains(30);
    }

    private static List<Count> openOfMinors(int open) {
        return List.of(new Count("CASES_OPEN", ALL, open), new Count("CASES_OPEN_AGES", "MINOR", open));
    }

    @Test
    void what_a_second_breakdown_does_not_tell_is_unknown() {
        Tables tables = new Tables(List.of("SIGNALS", "SIGNAL_AGES"));
        tables.add("a", List.of(new Count("SIGNALS", "PARTNER", 30), new Count("SIGNAL_AGES", "MINOR", 10)));
        tables.add("b", List.of(new Count("SIGNALS", "PARTNER", 30), new Count("SIGNAL_AGES", "MINOR", 31)));

        Map<Place, Optional<Integer>> published = tables.published(List.of(), true);

        assertThat(published.get(new Place("SIGNAL_AGES", "a", "UNKNOWN"))).contains(20);
        assertThat(published.get(new Place("SIGNAL_AGES", "b", "UNKNOWN"))).contains(30);
        assertThat(published.get(new Place("SIGNAL_AGES", ALL, ALL))).contains(60);
    }

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void a_year_of_285_cells_gives_no_small_count_away() {
        AYearOfCells year = AYearOfCells.seeded(285, 15, 4, 285);
        Attack attack = new Attack(year.published(), Map.of());

        assertThat(year.published())
                .allSatisfy(quarter -> assertThat(quarter.values()).noneMatch(DisclosureControlTest::isSmall));
        assertThat(attack.byDifferences()).noneMatch(year::isSmall);
        assertThat(attack.byBounds()).noneMatch(year::isSmall);
        int rests = whatCellsSubtract(year);
        int insiders = insiders(year, 285, INSIDERS);

        print(year, attack, rests, insiders);
        for (Map<Place, Optional<Integer>> quarter : year.published()) {
            assertThat(quarter.get(new Place("SIGNALS", ALL, ALL))).isPresent();
            assertThat(quarter.get(new Place("CASES_CLOSED", ALL, ALL))).isPresent();
            assertThat(quarter.get(new Place("CASES_OPEN", ALL, ALL))).isPresent();
        }
    }

    @Test
    void a_few_cells_are_attacked_in_every_way() {
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            int cells = 2 + random.nextInt(6);
            AYearOfCells year = AYearOfCells.seeded(cells, random.nextInt(cells + 1), 3, round);
            Attack attack = new Attack(year.published(), Map.of());

            assertThat(year.published()).as("round " + round).allSatisfy(quarter -> assertThat(quarter.values())
                    .noneMatch(DisclosureControlTest::isSmall));
            assertThat(attack.byDifferences()).as("round " + round).noneMatch(year::isSmall);
            assertThat(attack.byBounds()).as("round " + round).noneMatch(year::isSmall);
            whatCellsSubtract(year);
        }
    }

    /** What a cell sees is its own figures, which it knows by heart, and those of all: it takes the one from the other. */
    private static int whatCellsSubtract(AYearOfCells year) {
        int tried = 0;
        for (int q = 0; q < year.published().size(); q++) {
            Map<Place, Optional<Integer>> quarter = year.published().get(q);
            for (Place place : quarter.keySet()) {
                Optional<Integer> all = quarter.get(new Place(place.indicator(), ALL, place.category()));
                if (!place.source().equals(ALL) && all.isPresent()) {
                    int rest = all.get() - year.truth(new Spot(q, place));
                    assertThat(rest).as("%s in quarter %d", place, q).matches(count -> count == 0 || count > 4);
                    tried++;
                }
            }
        }
        return tried;
    }

    /** Somebody of a cell who got hold of the tables of all cells, and knows the counts of the own one in every quarter. */
    private static int insiders(AYearOfCells year, int cells, int howMany) {
        int derived = 0;
        for (int n = 0; n < howMany; n++) {
            String own = AYearOfCells.cell(n * cells / howMany);
            Map<Spot, Integer> known = new HashMap<>();
            for (int q = 0; q < year.published().size(); q++) {
                for (Place place : year.published().get(q).keySet()) {
                    if (place.source().equals(own)) {
                        known.put(new Spot(q, place), year.truth(new Spot(q, place)));
                    }
                }
            }
            Attack attack = new Attack(year.published(), known);
            derived +=
                    (int) attack.byDifferences().stream().filter(year::isSmall).count();
        }
        return derived;
    }

    private static void print(AYearOfCells year, Attack attack, int rests, int insiders) {
        long shown = 0;
        long suppressed = 0;
        long small = 0;
        TreeSet<String> indicators = new TreeSet<>();
        for (int q = 0; q < year.published().size(); q++) {
            for (Map.Entry<Place, Optional<Integer>> one :
                    year.published().get(q).entrySet()) {
                shown += one.getValue().isPresent() ? 1 : 0;
                suppressed += one.getValue().isEmpty() ? 1 : 0;
                small += year.isSmall(new Spot(q, one.getKey())) ? 1 : 0;
                indicators.add(one.getKey().indicator());
            }
        }
        System.out.printf(
                "disclosure control, a year of 285 cells: %d indicators, %d quarters, %d counts, of which %d small,"
                        + " %d suppressed, %d shown%n",
                indicators.size(), year.published().size(), shown + suppressed, small, suppressed, shown);
        System.out.printf(
                "  tried: %d lines over all tables and quarters with %d unknowns, by differences and by bounds; %d times"
                        + " all cells less one's own: small counts derived: 0%n",
                attack.lines(), attack.unknowns(), rests);
        System.out.printf(
                "  %d insiders who know their own cell and hold the tables of all: %d small counts derived%n",
                INSIDERS, insiders);
        assertThat(small).isGreaterThan(1000);
    }

    private static boolean isSmall(Optional<Integer> value) {
        return value.filter(count -> count > 0 && count < 5).isPresent();
    }

    private static Map<Place, Optional<Integer>> signals(Map<String, Map<String, Integer>> counts) {
        Tables tables = new Tables(List.of("SIGNALS"));
        counts.forEach((cell, byCategory) -> tables.add(
                cell,
                byCategory.entrySet().stream()
                        .map(one -> new Count("SIGNALS", one.getKey(), one.getValue()))
                        .toList()));
        return tables.published(List.of(), true);
    }
}

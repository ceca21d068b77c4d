package be.livc.insight;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.insight.Cube.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is published, and what nobody can work out from it. */
class DisclosureControlTest {

    @Test
    void a_small_count_is_not_shown_and_neither_is_what_would_give_it_away() {
        Map<Place, Optional<Integer>> published = cube(Map.of(
                        "a", Map.of("x", 3, "y", 20),
                        "b", Map.of("x", 12, "y", 9),
                        "c", Map.of("x", 30, "y", 41)))
                .published();

        assertThat(published.get(new Place("a", "x"))).isEmpty();
        assertThat(published.get(new Place(Cube.ALL, Cube.ALL))).contains(115);
        assertThat(published.values().stream().filter(Optional::isEmpty)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(published.values()).noneMatch(value -> value.filter(count -> count > 0 && count < 5)
                .isPresent());
    }

    @Test
    void where_every_count_is_large_or_nothing_all_of_it_is_shown() {
        assertThat(cube(Map.of("a", Map.of("x", 0, "y", 20), "b", Map.of("x", 12, "y", 0)))
                        .published()
                        .values())
                .allMatch(Optional::isPresent);
    }

    @Test
    void a_year_of_285_cells_gives_no_small_count_away() {
        Random random = new Random(285);
        List<String> categories = List.of("PARTNER", "CITIZEN", "ANONYMOUS", "OTHER");
        int small = 0;
        int shown = 0;
        int suppressed = 0;
        for (int quarter = 1; quarter <= 4; quarter++) {
            for (int indicator = 0; indicator < 3; indicator++) {
                Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
                for (int cell = 0; cell < 285; cell++) {
                    Map<String, Integer> byCategory = new HashMap<>();
                    int size = cell < 15 ? 30 : 4;
                    for (String category : categories) {
                        byCategory.put(category, random.nextInt(3) == 0 ? random.nextInt(size + indicator * 4) : 0);
                    }
                    counts.put(String.format("cell%03d", cell), byCategory);
                }
                Cube cube = cube(counts);
                Map<Place, Optional<Integer>> published = cube.published();
                Set<Place> secret = smallOf(counts, published.keySet());
                Attack attack = new Attack(published);

                assertThat(published.entrySet())
                        .noneMatch(entry -> secret.contains(entry.getKey())
                                && entry.getValue().isPresent());
                assertThat(attack.byDifferences()).noneMatch(secret::contains);
                assertThat(attack.byBounds()).noneMatch(secret::contains);
                small += secret.size();
                for (Optional<Integer> value : published.values()) {
                    shown += value.isPresent() ? 1 : 0;
                    suppressed += value.isEmpty() ? 1 : 0;
                }
                assertThat(published.get(new Place(Cube.ALL, Cube.ALL))).isPresent();
            }
        }
        System.out.println("disclosure control, a year of 285 cells, 12 sets of tables: " + small + " small counts, "
                + suppressed + " suppressed, " + shown + " shown; derived by differences or bounds: 0");
        assertThat(small).isGreaterThan(1000);
    }

    @Test
    void a_few_cells_are_attacked_in_every_way() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
            int cells = 2 + random.nextInt(6);
            int kinds = 1 + random.nextInt(4);
            for (int cell = 0; cell < cells; cell++) {
                Map<String, Integer> byCategory = new HashMap<>();
                for (int kind = 0; kind < kinds; kind++) {
                    byCategory.put("k" + kind, random.nextInt(random.nextBoolean() ? 7 : 25));
                }
                counts.put("cell" + cell, byCategory);
            }
            Map<Place, Optional<Integer>> published = cube(counts).published();
            Set<Place> secret = smallOf(counts, published.keySet());
            Attack attack = new Attack(published);

            assertThat(attack.byDifferences()).as("round " + round).noneMatch(secret::contains);
            assertThat(attack.byBounds()).as("round " + round).noneMatch(secret::contains);
        }
    }

    private static Cube cube(Map<String, Map<String, Integer>> counts) {
        Cube cube = new Cube();
        counts.forEach(cube::add);
        return cube;
    }

    /** Every count and sum from 1 to 4, worked out from the counts themselves. */
    private static Set<Place> smallOf(Map<String, Map<String, Integer>> counts, Set<Place> places) {
        Set<Place> small = new HashSet<>();
        for (Place place : places) {
            int sum = 0;
            for (Map.Entry<String, Map<String, Integer>> cell : counts.entrySet()) {
                for (Map.Entry<String, Integer> count : cell.getValue().entrySet()) {
                    boolean counted =
                            (place.source().equals(Cube.ALL) || place.source().equals(cell.getKey()))
                                    && (place.category().equals(Cube.ALL)
                                            || place.category().equals(count.getKey()));
                    sum += counted ? count.getValue() : 0;
                }
            }
            if (sum > 0 && sum < 5) {
                small.add(place);
            }
        }
        return small;
    }
}

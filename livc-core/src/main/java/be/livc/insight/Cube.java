package be.livc.insight;

import be.livc.insight.DisclosureControl.Relation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The counts of one indicator in one quarter by cell and category, with every sum of them; shown only after disclosure control,
 * for all its tables at once.
 */
final class Cube {

    /** For all cells, or all categories, together. */
    static final String ALL = "*";

    /** Where a count stands. */
    record Place(String source, String category) {}

    private final Map<Place, Integer> counts =
            new TreeMap<>(Comparator.comparing(Place::source).thenComparing(Place::category));
    private final TreeSet<String> sources = new TreeSet<>();
    private final TreeSet<String> categories = new TreeSet<>();

    /** Adds what a cell counted. A cell without any counts as well: it is in the table with nothing. */
    void add(String source, Map<String, Integer> byCategory) {
        sources.add(source);
        byCategory.forEach((category, count) -> {
            categories.add(category);
            counts.merge(new Place(source, category), count, Integer::sum);
        });
    }

    /** Every count and sum; empty where it is suppressed. */
    Map<Place, Optional<Integer>> published() {
        List<Place> places = places();
        Map<Place, Integer> index = new LinkedHashMap<>();
        int[] values = new int[places.size()];
        for (int i = 0; i < values.length; i++) {
            index.put(places.get(i), i);
            values[i] = value(places.get(i));
        }
        BitSet suppressed = DisclosureControl.suppress(values, relations(index));
        Map<Place, Optional<Integer>> published = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            published.put(places.get(i), suppressed.get(i) ? Optional.empty() : Optional.of(values[i]));
        }
        return published;
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        places.add(new Place(ALL, ALL));
        categories.forEach(category -> places.add(new Place(ALL, category)));
        for (String source : sources) {
            places.add(new Place(source, ALL));
            categories.forEach(category -> places.add(new Place(source, category)));
        }
        return places;
    }

    private int value(Place place) {
        return counts.entrySet().stream()
                .filter(count ->
                        place.source().equals(ALL) || count.getKey().source().equals(place.source()))
                .filter(count -> place.category().equals(ALL)
                        || count.getKey().category().equals(place.category()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Each cell's total over its categories, each category over the cells, and the total over both. */
    private List<Relation> relations(Map<Place, Integer> index) {
        List<Relation> relations = new ArrayList<>();
        relations.add(line(
                index,
                new Place(ALL, ALL),
                sources.stream().map(source -> new Place(source, ALL)).toList()));
        relations.add(line(
                index,
                new Place(ALL, ALL),
                categories.stream().map(one -> new Place(ALL, one)).toList()));
        for (String category : categories) {
            relations.add(line(
                    index,
                    new Place(ALL, category),
                    sources.stream().map(source -> new Place(source, category)).toList()));
        }
        for (String source : sources) {
            relations.add(line(
                    index,
                    new Place(source, ALL),
                    categories.stream()
                            .map(category -> new Place(source, category))
                            .toList()));
        }
        return relations;
    }

    private static Relation line(Map<Place, Integer> index, Place total, List<Place> parts) {
        return new Relation(
                index.getOrDefault(total, -1),
                parts.stream().map(part -> index.getOrDefault(part, -1)).toList());
    }
}

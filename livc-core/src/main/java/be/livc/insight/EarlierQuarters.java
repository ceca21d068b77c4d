package be.livc.insight;

import be.livc.insight.Tables.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was published of cases in the quarters before, as whoever subtracts sees it: the lines among its suppressed counts, and
 * those from one quarter to the next. What is not shown of them is kept nowhere; it is an unknown here too.
 */
final class EarlierQuarters {

    /** What hangs together from one quarter to the next. */
    static final Set<String> LINKED = Set.of(
            "CASES_OPENED",
            "CASES_OPENED_AGES",
            "CASES_CLOSED",
            "CASES_CLOSED_AGES",
            "CASE_DURATIONS",
            Tables.OPEN,
            "CASES_OPEN_AGES",
            Tables.HANDOVERS);

    private final List<Map<Place, Optional<Integer>>> quarters;
    private final List<Map<Place, Integer>> unknown = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final int first;

    /**
     * @param quarters one after the other, the last being the one before the quarter that is to be published
     * @param first the first number that is free for an unknown
     */
    EarlierQuarters(List<Map<Place, Optional<Integer>>> quarters, int first) {
        this.quarters = quarters;
        this.first = first;
        for (int q = 0; q < quarters.size(); q++) {
            number(q);
            lines(q);
        }
        for (int q = 1; q < quarters.size(); q++) {
            lineBetween(q);
        }
    }

    private void number(int q) {
        Map<Place, Integer> of = new HashMap<>();
        quarters.get(q).forEach((place, value) -> {
            boolean itsOwn = !place.category().equals(Tables.ALL)
                    || Tables.first(place.indicator()).equals(place.indicator());
            if (value.isEmpty() && itsOwn) {
                of.put(place, first + places.size());
                places.add(place);
            }
        });
        unknown.add(of);
    }

    private void lines(int q) {
        Map<String, TreeSet<String>> categories = new TreeMap<>();
        TreeSet<String> all = new TreeSet<>();
        quarters.get(q).keySet().forEach(place -> {
            all.add(place.source());
            TreeSet<String> of = categories.computeIfAbsent(place.indicator(), indicator -> new TreeSet<>());
            of.add(place.category());
        });
        categories.forEach((indicator, of) -> {
            for (String category : of) {
                Sum.Adding column = new Sum.Adding();
                all.forEach(source ->
                        add(column, source.equals(Tables.ALL) ? -1 : 1, q, new Place(indicator, source, category)));
                keep(column);
            }
            for (String source : of.size() > 1 ? all : new TreeSet<String>()) {
                Sum.Adding row = new Sum.Adding();
                of.forEach(category ->
                        add(row, category.equals(Tables.ALL) ? -1 : 1, q, new Place(indicator, source, category)));
                keep(row);
            }
        });
        for (String source : all) {
            Sum.Adding gone = new Sum.Adding();
            add(gone, -1, q, new Place("CASES_CLOSED", source, Tables.HANDED_OVER));
            Tables.TAKEN_OVER.forEach(category -> add(gone, 1, q, new Place(Tables.HANDOVERS, source, category)));
            keep(gone);
        }
    }

    private void lineBetween(int q) {
        for (Flow flow : Flow.EACH) {
            for (Place open : tellOf(flow.open(), q - 1) ? quarters.get(q).keySet() : Set.<Place>of()) {
                if (open.indicator().equals(flow.open()) && open.category().equals(flow.category())) {
                    Sum.Adding line = new Sum.Adding();
                    add(line, -1, q - 1, open);
                    add(line, 1, q, open);
                    add(line, 1, q, new Place(flow.closed(), open.source(), open.category()));
                    add(line, -1, q, new Place(flow.opened(), open.source(), open.category()));
                    keep(line);
                }
            }
        }
    }

    private void keep(Sum.Adding line) {
        if (line.hasPlaces()) {
            sums.add(line.isNothing());
        }
    }

    private void add(Sum.Adding line, int sign, int q, Place place) {
        Place its = place.category().equals(Tables.ALL)
                ? new Place(Tables.first(place.indicator()), place.source(), Tables.ALL)
                : place;
        Integer at = unknown.get(q).get(its);
        if (at != null) {
            line.count(sign, at);
        } else {
            line.known(sign, quarters.get(q).getOrDefault(its, Optional.of(0)).orElse(0));
        }
    }

    /** Whether the quarter before says anything of what is open, in this way of telling it. */
    boolean tellOf(String open) {
        return !quarters.isEmpty() && tellOf(open, quarters.size() - 1);
    }

    private boolean tellOf(String open, int q) {
        return quarters.get(q).keySet().stream()
                .anyMatch(place -> place.indicator().equals(open));
    }

    /** Adds how many cases of a cell were open in the quarter before. A cell that is not in it is new, and had none. */
    void addOpenBefore(Sum.Adding line, Place open) {
        add(line, -1, quarters.size() - 1, open);
    }

    /** How many were shown as open in the quarter before; empty where that was suppressed. */
    Optional<Integer> openBefore(Place open) {
        return quarters.get(quarters.size() - 1).getOrDefault(open, Optional.of(0));
    }

    /** Where each unknown stood, in the order of their numbers. */
    List<Place> places() {
        return places;
    }

    List<Sum> sums() {
        return sums;
    }
}

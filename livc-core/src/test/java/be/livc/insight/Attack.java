package be.livc.insight;

import be.livc.insight.Tables.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Somebody with all published tables of all quarters and patience: subtracts whatever can be subtracted from whatever. Written
 * apart from the disclosure control: it knows the tables from outside, takes every quarter at once, and looks for two sets of
 * counts that both fit all that was published.
 */
final class Attack {

    /** A count in a quarter, the first being 0. */
    record Spot(int quarter, Place place) {}

    /** What everybody can read in the explanation of the figures: these totals are the same. */
    private static final Map<String, String> SAME_TOTAL = Map.of(
            "SIGNAL_AGES", "SIGNALS",
            "ASSESSMENT_TIMES", "ASSESSMENTS",
            "CASES_OPENED_AGES", "CASES_OPENED",
            "CASES_CLOSED_AGES", "CASES_CLOSED",
            "CASES_OPEN_AGES", "CASES_OPEN",
            "CASE_DURATIONS", "CASES_CLOSED",
            "PARTNERS", "INVITATIONS",
            "REQUEST_TERMS", "REQUESTS");

    private static final long PRIME = 998_244_353L;
    private static final int UNBOUNDED = 1_000_000;
    private static final String ALL = "*";

    private final List<Map<Place, Optional<Integer>>> quarters;
    private final Map<Spot, Integer> unknown = new LinkedHashMap<>();
    private final List<Spot> spots = new ArrayList<>();
    private final List<Map<Integer, Integer>> lines = new ArrayList<>();
    private final List<Integer> sums = new ArrayList<>();

    /** @param known what the attacker knows besides, such as the counts of their own cell */
    Attack(List<Map<Place, Optional<Integer>>> quarters, Map<Spot, Integer> known) {
        this.quarters = new ArrayList<>();
        for (int q = 0; q < quarters.size(); q++) {
            Map<Place, Optional<Integer>> with = new LinkedHashMap<>(quarters.get(q));
            int quarter = q;
            with.replaceAll((place, value) -> value.or(() -> Optional.ofNullable(known.get(new Spot(quarter, place)))));
            this.quarters.add(with);
        }
        for (int q = 0; q < quarters.size(); q++) {
            linesOf(q);
            if (q > 0) {
                linesBetween(q);
            }
        }
    }

    int lines() {
        return lines.size();
    }

    int unknowns() {
        return spots.size();
    }

    private static Place same(Place place) {
        return place.category().equals(ALL)
                ? new Place(SAME_TOTAL.getOrDefault(place.indicator(), place.indicator()), place.source(), ALL)
                : place;
    }

    private void linesOf(int q) {
        Map<String, TreeSet<String>> categories = new TreeMap<>();
        Set<String> sources = new TreeSet<>();
        quarters.get(q).keySet().forEach(place -> {
            sources.add(place.source());
            TreeSet<String> of = categories.computeIfAbsent(place.indicator(), one -> new TreeSet<>());
            if (!place.category().equals(ALL)) {
                of.add(place.category());
            }
        });
        Set<String> cells = new TreeSet<>(sources);
        cells.remove(ALL);
        categories.forEach((indicator, found) -> {
            for (String source : sources) {
                if (!found.isEmpty()) {
                    Line row = new Line(q).add(1, new Place(indicator, source, ALL));
                    found.forEach(category -> row.add(-1, new Place(indicator, source, category)));
                    row.keep();
                }
            }
            Set<String> columns = new TreeSet<>(found);
            columns.add(ALL);
            for (String category : columns) {
                Line column = new Line(q).add(1, new Place(indicator, ALL, category));
                cells.forEach(cell -> column.add(-1, new Place(indicator, cell, category)));
                column.keep();
            }
        });
        if (categories.getOrDefault("CASES_CLOSED", new TreeSet<>()).contains("HANDED_OVER")) {
            for (String source : sources) {
                new Line(q)
                        .add(1, new Place("CASES_CLOSED", source, "HANDED_OVER"))
                        .add(-1, new Place("HANDOVERS", source, "ACCEPTED_IN_TIME"))
                        .add(-1, new Place("HANDOVERS", source, "ACCEPTED_LATE"))
                        .keep();
            }
        }
    }

    /** Open before + opened = open now + closed: of all, and of those whom the cell heard of as minors, and as adults. */
    private void linesBetween(int q) {
        for (Place now : quarters.get(q).keySet()) {
            boolean all = now.indicator().equals("CASES_OPEN");
            boolean ofAnAge =
                    now.indicator().equals("CASES_OPEN_AGES") && !now.category().equals(ALL);
            if (all || ofAnAge) {
                String by = all ? "" : "_AGES";
                new Line(q - 1)
                        .add(1, now)
                        .in(q)
                        .add(1, new Place("CASES_OPENED" + by, now.source(), now.category()))
                        .add(-1, now)
                        .add(-1, new Place("CASES_CLOSED" + by, now.source(), now.category()))
                        .keep();
            }
        }
    }

    /** A sum that is 0, with what is known brought to the other side. */
    private final class Line {

        private final Map<Integer, Integer> factors = new HashMap<>();
        private int quarter;
        private int rest;

        Line(int quarter) {
            this.quarter = quarter;
        }

        Line in(int other) {
            quarter = other;
            return this;
        }

        Line add(int sign, Place place) {
            Optional<Integer> value = quarters.get(quarter).getOrDefault(same(place), Optional.of(0));
            if (value.isPresent()) {
                rest += sign * value.get();
            } else {
                Spot spot = new Spot(quarter, same(place));
                int at = unknown.computeIfAbsent(spot, one -> {
                    spots.add(one);
                    return spots.size() - 1;
                });
                factors.merge(at, sign, Integer::sum);
            }
            return this;
        }

        void keep() {
            factors.values().removeIf(factor -> factor == 0);
            if (!factors.isEmpty()) {
                lines.add(factors);
                sums.add(-rest);
            }
        }
    }

    /**
     * The suppressed counts that follow from all lines together: those that are the same in every solution. Each step takes
     * the shortest line that is left, solves it for the unknown that is in the fewest others, and puts that in there.
     */
    Set<Spot> byDifferences() {
        List<TreeMap<Integer, Long>> rows = new ArrayList<>();
        List<Set<Integer>> in = new ArrayList<>();
        spots.forEach(spot -> in.add(new HashSet<>()));
        TreeSet<long[]> queue =
                new TreeSet<>((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        for (int l = 0; l < lines.size(); l++) {
            TreeMap<Integer, Long> row = new TreeMap<>();
            lines.get(l).forEach((place, factor) -> row.put(place, Math.floorMod((long) factor, PRIME)));
            for (int place : row.keySet()) {
                in.get(place).add(l);
            }
            rows.add(row);
            queue.add(new long[] {row.size(), l});
        }
        Deque<int[]> solved = new ArrayDeque<>();
        while (!queue.isEmpty()) {
            int l = (int) queue.pollFirst()[1];
            TreeMap<Integer, Long> row = rows.get(l);
            if (row.isEmpty()) {
                continue;
            }
            int pivot = row.keySet().stream()
                    .min((a, b) -> Integer.compare(in.get(a).size(), in.get(b).size()))
                    .orElseThrow();
            row.keySet().forEach(place -> in.get(place).remove(l));
            long inverse = power(row.get(pivot), PRIME - 2);
            row.replaceAll((place, factor) -> factor * inverse % PRIME);
            solved.push(new int[] {l, pivot});
            for (int other : List.copyOf(in.get(pivot))) {
                TreeMap<Integer, Long> changed = rows.get(other);
                queue.remove(new long[] {changed.size(), other});
                long factor = changed.get(pivot);
                row.forEach((place, value) -> {
                    long now = Math.floorMod(changed.getOrDefault(place, 0L) - factor * value % PRIME, PRIME);
                    if (now == 0) {
                        changed.remove(place);
                        in.get(place).remove(other);
                    } else {
                        changed.put(place, now);
                        in.get(place).add(other);
                    }
                });
                queue.add(new long[] {changed.size(), other});
            }
        }
        return unchanging(rows, solved);
    }

    private Set<Spot> unchanging(List<TreeMap<Integer, Long>> rows, Deque<int[]> solved) {
        BitSet moved = new BitSet();
        Random random = new Random(7);
        BitSet pivots = new BitSet();
        solved.forEach(one -> pivots.set(one[1]));
        for (int sample = 0; sample < 3; sample++) {
            long[] value = new long[spots.size()];
            for (int i = 0; i < value.length; i++) {
                value[i] = pivots.get(i) ? 0 : 1 + random.nextInt(900_000_000);
            }
            for (int[] one : solved) {
                long sum = 0;
                for (Map.Entry<Integer, Long> entry : rows.get(one[0]).entrySet()) {
                    sum += entry.getKey() == one[1] ? 0 : entry.getValue() * value[entry.getKey()] % PRIME;
                }
                value[one[1]] = Math.floorMod(-sum, PRIME);
            }
            for (int i = 0; i < value.length; i++) {
                if (value[i] != 0) {
                    moved.set(i);
                }
            }
        }
        Set<Spot> derived = new HashSet<>();
        for (int i = 0; i < spots.size(); i++) {
            if (!moved.get(i)) {
                derived.add(spots.get(i));
            }
        }
        return derived;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long e = exponent; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }

    /** The suppressed counts for which only one value is left, when a count is never less than nothing. */
    Set<Spot> byBounds() {
        int[] low = new int[spots.size()];
        int[] high = new int[spots.size()];
        Arrays.fill(high, UNBOUNDED);
        List<List<Integer>> linesWith = new ArrayList<>();
        spots.forEach(spot -> linesWith.add(new ArrayList<>()));
        for (int l = 0; l < lines.size(); l++) {
            for (int place : lines.get(l).keySet()) {
                linesWith.get(place).add(l);
            }
        }
        Deque<Integer> todo = new ArrayDeque<>();
        BitSet waiting = new BitSet();
        for (int l = 0; l < lines.size(); l++) {
            todo.add(l);
            waiting.set(l);
        }
        while (!todo.isEmpty()) {
            int l = todo.poll();
            waiting.clear(l);
            for (int place : narrowed(l, low, high)) {
                for (int other : linesWith.get(place)) {
                    if (!waiting.get(other)) {
                        waiting.set(other);
                        todo.add(other);
                    }
                }
            }
        }
        Set<Spot> derived = new HashSet<>();
        for (int i = 0; i < spots.size(); i++) {
            if (low[i] == high[i]) {
                derived.add(spots.get(i));
            }
        }
        return derived;
    }

    private List<Integer> narrowed(int l, int[] low, int[] high) {
        List<Integer> changed = new ArrayList<>();
        Map<Integer, Integer> line = lines.get(l);
        for (Map.Entry<Integer, Integer> one : line.entrySet()) {
            long othersLeast = 0;
            long othersMost = 0;
            for (Map.Entry<Integer, Integer> other : line.entrySet()) {
                if (!other.getKey().equals(one.getKey())) {
                    long factor = other.getValue();
                    othersLeast += factor * (factor > 0 ? low[other.getKey()] : high[other.getKey()]);
                    othersMost += factor * (factor > 0 ? high[other.getKey()] : low[other.getKey()]);
                }
            }
            int place = one.getKey();
            long a = sums.get(l) - othersMost;
            long b = sums.get(l) - othersLeast;
            int newLow = (int) Math.max(low[place], one.getValue() > 0 ? a : -b);
            int newHigh = (int) Math.min(high[place], one.getValue() > 0 ? b : -a);
            if (newLow > low[place] || newHigh < high[place]) {
                low[place] = newLow;
                high[place] = newHigh;
                changed.add(place);
            }
        }
        return changed;
    }
}

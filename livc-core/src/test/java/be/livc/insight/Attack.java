package be.livc.insight;

import be.livc.insight.Cube.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Somebody with all published tables and patience: subtracts whatever can be subtracted from whatever. Written apart from the
 * disclosure control: what the lines determine is found by looking for solutions that differ, in whole numbers modulo a prime,
 * and what the size of counts gives away by narrowing their bounds.
 */
final class Attack {

    private static final long PRIME = 2_147_483_647L;
    private static final int UNBOUNDED = 1_000_000;

    private final Map<Place, Optional<Integer>> published;
    private final List<Place> unknown = new ArrayList<>();
    private final Map<Place, Integer> index = new LinkedHashMap<>();
    private final List<int[]> lines = new ArrayList<>();
    private final List<Integer> known = new ArrayList<>();

    Attack(Map<Place, Optional<Integer>> published) {
        this.published = published;
        published.forEach((place, value) -> {
            if (value.isEmpty()) {
                index.put(place, unknown.size());
                unknown.add(place);
            }
        });
        Set<String> sources = new HashSet<>();
        Set<String> categories = new HashSet<>();
        published.keySet().forEach(place -> {
            sources.add(place.source());
            categories.add(place.category());
        });
        sources.forEach(source -> line(
                new Place(source, Cube.ALL),
                categories.stream()
                        .filter(one -> !one.equals(Cube.ALL))
                        .map(one -> new Place(source, one))
                        .toList()));
        categories.forEach(category -> line(
                new Place(Cube.ALL, category),
                sources.stream()
                        .filter(one -> !one.equals(Cube.ALL))
                        .map(one -> new Place(one, category))
                        .toList()));
    }

    /** total - parts = 0, with what is known brought to the other side. */
    private void line(Place total, List<Place> parts) {
        if (parts.isEmpty()) {
            return;
        }
        int[] line = new int[unknown.size()];
        int rest = put(line, total, 1);
        for (Place part : parts) {
            rest += put(line, part, -1);
        }
        lines.add(line);
        known.add(-rest);
    }

    private int put(int[] line, Place place, int sign) {
        Optional<Integer> value = published.getOrDefault(place, Optional.of(0));
        if (value.isPresent()) {
            return sign * value.get();
        }
        line[index.get(place)] += sign;
        return 0;
    }

    /** The suppressed counts that follow from all lines together. */
    Set<Place> byDifferences() {
        int n = unknown.size();
        List<long[]> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(Arrays.stream(line)
                .mapToLong(v -> Math.floorMod((long) v, PRIME))
                .toArray()));
        int[] pivotOf = new int[n];
        Arrays.fill(pivotOf, -1);
        int rank = 0;
        for (int column = 0; column < n && rank < rows.size(); column++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            long[] row = rows.get(pivot);
            rows.set(pivot, rows.get(rank));
            rows.set(rank, row);
            long inverse = power(row[column], PRIME - 2);
            for (int i = column; i < n; i++) {
                row[i] = row[i] * inverse % PRIME;
            }
            for (int other = 0; other < rows.size(); other++) {
                long factor = rows.get(other)[column];
                if (other != rank && factor != 0) {
                    long[] changed = rows.get(other);
                    for (int i = column; i < n; i++) {
                        changed[i] = Math.floorMod(changed[i] - factor * row[i] % PRIME, PRIME);
                    }
                }
            }
            pivotOf[column] = rank++;
        }
        return unchanging(rows, pivotOf);
    }

    /** Two solutions differ by a solution of the lines with nothing on the other side; what is 0 in all of those is known. */
    private Set<Place> unchanging(List<long[]> rows, int[] pivotOf) {
        int n = unknown.size();
        Random random = new Random(7);
        boolean[] moved = new boolean[n];
        for (int sample = 0; sample < 3; sample++) {
            long[] free = new long[n];
            for (int i = 0; i < n; i++) {
                free[i] = pivotOf[i] < 0 ? 1 + random.nextInt(1_000_000) : 0;
            }
            for (int i = 0; i < n; i++) {
                long value = free[i];
                if (pivotOf[i] >= 0) {
                    long[] row = rows.get(pivotOf[i]);
                    for (int j = 0; j < n; j++) {
                        if (pivotOf[j] < 0 && row[j] != 0) {
                            value = Math.floorMod(value - row[j] * free[j] % PRIME, PRIME);
                        }
                    }
                }
                moved[i] |= value != 0;
            }
        }
        Set<Place> derived = new HashSet<>();
        for (int i = 0; i < n; i++) {
            if (!moved[i]) {
                derived.add(unknown.get(i));
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
    Set<Place> byBounds() {
        int n = unknown.size();
        int[] low = new int[n];
        int[] high = new int[n];
        Arrays.fill(high, UNBOUNDED);
        boolean narrowed = true;
        while (narrowed) {
            narrowed = false;
            for (int l = 0; l < lines.size(); l++) {
                narrowed |= narrow(lines.get(l), known.get(l), low, high);
            }
        }
        Set<Place> derived = new HashSet<>();
        for (int i = 0; i < n; i++) {
            if (low[i] == high[i]) {
                derived.add(unknown.get(i));
            }
        }
        return derived;
    }

    private static boolean narrow(int[] line, int sum, int[] low, int[] high) {
        long least = 0;
        long most = 0;
        for (int i = 0; i < line.length; i++) {
            least += line[i] > 0 ? line[i] * (long) low[i] : line[i] * (long) high[i];
            most += line[i] > 0 ? line[i] * (long) high[i] : line[i] * (long) low[i];
        }
        boolean narrowed = false;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == 0) {
                continue;
            }
            long othersLeast = least - (line[i] > 0 ? low[i] : -(long) high[i]);
            long othersMost = most - (line[i] > 0 ? high[i] : -(long) low[i]);
            long a = sum - othersMost;
            long b = sum - othersLeast;
            int newLow = (int) Math.max(low[i], line[i] > 0 ? a : -b);
            int newHigh = (int) Math.min(high[i], line[i] > 0 ? b : -a);
            if (newLow > low[i] || newHigh < high[i]) {
                low[i] = newLow;
                high[i] = newHigh;
                return true;
            }
        }
        return narrowed;
    }
}

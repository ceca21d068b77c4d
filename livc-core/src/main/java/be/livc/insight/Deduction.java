package be.livc.insight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * What a set of lines tells of the counts that are not shown: which of them it determines, and which of them can have one size
 * only because no count is less than nothing.
 *
 * <p>Two tables that fit all that is shown differ by a solution of the same lines with nothing on the other side. A count that
 * is 0 in such solutions, taken at random, is determined. Calculated in whole numbers modulo a prime: nothing is rounded.
 */
final class Deduction {

    private static final long PRIME = 2_147_483_647L;
    private static final long UNBOUNDED = 1_000_000_000L;
    private static final int SAMPLES = 2;
    private static final int PATIENCE = 200_000;

    private final List<Sum> lines = new ArrayList<>();
    private final int places;
    private final BitSet unknown;

    /** @param values of the places that are known */
    Deduction(List<Sum> sums, int[] values, BitSet unknown) {
        this.places = values.length;
        this.unknown = unknown;
        for (Sum sum : sums) {
            Sum.Adding line = new Sum.Adding().known(-1, Math.toIntExact(sum.makes()));
            for (int i = 0; i < sum.places().length; i++) {
                int place = sum.places()[i];
                if (unknown.get(place)) {
                    line.count(sum.signs()[i], place);
                } else {
                    line.known(sum.signs()[i], values[place]);
                }
            }
            if (line.hasPlaces()) {
                lines.add(line.isNothing());
            }
        }
    }

    /** The counts that follow from all lines together. */
    List<Integer> determined() {
        Eliminated system = new Eliminated(lines, places);
        Random random = new Random(lines.size());
        BitSet moved = new BitSet();
        for (int sample = 0; sample < SAMPLES; sample++) {
            long[] solution = system.solution(random, unknown);
            unknown.stream().filter(place -> solution[place] != 0).forEach(moved::set);
        }
        return unknown.stream().filter(place -> !moved.get(place)).boxed().toList();
    }

    /** Rows of which each gives one unknown, its pivot, by unknowns that are no pivot of an earlier row. */
    private static final class Eliminated {

        private final List<Map<Integer, Long>> rows = new ArrayList<>();
        private final List<Integer> pivots = new ArrayList<>();
        private final Map<Integer, Integer> rowOf = new HashMap<>();
        private final int[] occurrences;

        Eliminated(List<Sum> lines, int places) {
            occurrences = new int[places];
            lines.forEach(line -> {
                for (int place : line.places()) {
                    occurrences[place]++;
                }
            });
            // Short lines first: those of one cell are done among themselves, and only the few long ones grow.
            lines.stream()
                    .sorted(Comparator.comparingInt(line -> line.places().length))
                    .forEach(this::add);
        }

        private void add(Sum line) {
            Map<Integer, Long> row = new HashMap<>();
            PriorityQueue<Integer> todo = new PriorityQueue<>();
            for (int i = 0; i < line.places().length; i++) {
                put(row, line.places()[i], Math.floorMod((long) line.signs()[i], PRIME), todo);
            }
            while (!todo.isEmpty()) {
                int earlier = todo.poll();
                Long factor = row.get(pivots.get(earlier));
                if (factor != null) {
                    rows.get(earlier)
                            .forEach((place, value) ->
                                    put(row, place, Math.floorMod(-factor * value % PRIME, PRIME), todo));
                }
            }
            row.keySet().stream()
                    .min(Comparator.comparingInt((Integer place) -> occurrences[place])
                            .thenComparing(place -> place))
                    .ifPresent(pivot -> keep(row, pivot));
        }

        private void put(Map<Integer, Long> row, int place, long value, PriorityQueue<Integer> todo) {
            long sum = (row.getOrDefault(place, 0L) + value) % PRIME;
            if (sum == 0) {
                row.remove(place);
                return;
            }
            row.put(place, sum);
            Integer earlier = rowOf.get(place);
            if (earlier != null) {
                todo.add(earlier);
            }
        }

        private void keep(Map<Integer, Long> row, int pivot) {
            long inverse = power(row.getOrDefault(pivot, 1L), PRIME - 2);
            row.replaceAll((place, value) -> value * inverse % PRIME);
            rowOf.put(pivot, rows.size());
            rows.add(row);
            pivots.add(pivot);
        }

        /** A solution with nothing on the other side of the lines. */
        long[] solution(Random random, BitSet unknown) {
            long[] solution = new long[occurrences.length];
            unknown.stream()
                    .filter(place -> !rowOf.containsKey(place))
                    .forEach(place -> solution[place] = 1 + random.nextInt(1_000_000_000));
            for (int i = rows.size() - 1; i >= 0; i--) {
                int pivot = pivots.get(i);
                long sum = 0;
                for (Map.Entry<Integer, Long> entry : rows.get(i).entrySet()) {
                    sum += entry.getKey() == pivot ? 0 : entry.getValue() * solution[entry.getKey()] % PRIME;
                }
                solution[pivot] = Math.floorMod(-sum, PRIME);
            }
            return solution;
        }

        private static long power(long base, long exponent) {
            long result = 1;
            long square = base;
            for (long e = exponent; e > 0; e >>= 1) {
                result = (e & 1) == 1 ? result * square % PRIME : result;
                square = square * square % PRIME;
            }
            return result;
        }
    }

    /** The counts for which one size is left when no count is less than nothing, line after line. */
    List<Integer> pinned() {
        long[] low = new long[places];
        long[] high = new long[places];
        unknown.stream().forEach(place -> high[place] = UNBOUNDED);
        boolean narrowed = true;
        for (int round = 0; narrowed && round < PATIENCE; round++) {
            narrowed = false;
            for (Sum line : lines) {
                narrowed |= narrow(line, low, high);
            }
        }
        return unknown.stream()
                .filter(place -> low[place] == high[place])
                .boxed()
                .toList();
    }

    private static boolean narrow(Sum line, long[] low, long[] high) {
        long least = 0;
        long most = 0;
        for (int i = 0; i < line.places().length; i++) {
            int place = line.places()[i];
            least += line.signs()[i] > 0 ? low[place] : -high[place];
            most += line.signs()[i] > 0 ? high[place] : -low[place];
        }
        boolean narrowed = false;
        for (int i = 0; i < line.places().length; i++) {
            int place = line.places()[i];
            boolean adds = line.signs()[i] > 0;
            long fromMost = line.makes() - (most - (adds ? high[place] : -low[place]));
            long fromLeast = line.makes() - (least - (adds ? low[place] : -high[place]));
            long newLow = Math.max(low[place], adds ? fromMost : -fromLeast);
            long newHigh = Math.min(high[place], adds ? fromLeast : -fromMost);
            if (newLow > low[place] || newHigh < high[place]) {
                least += adds ? newLow - low[place] : high[place] - newHigh;
                most += adds ? newHigh - high[place] : low[place] - newLow;
                low[place] = newLow;
                high[place] = newHigh;
                narrowed = true;
            }
        }
        return narrowed;
    }
}

package be.livc.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which counts of a set of tables are not shown, so that no count of 1 to 4 can be worked out from those that are.
 *
 * <pre>
 *   relation: total = part + part + …        every table is a set of such lines; tables share counts
 *   1. every count from 1 to 4 is suppressed
 *   2. in no line is exactly one count suppressed, and what the suppressed parts of a shown total add up to is at least 5;
 *      in a line of cells that holds for each of them, who knows its own count: three are suppressed, or none
 *   3. no suppressed count follows from all lines together, nor from counts being no less than nothing ({@link Deduction}),
 *      else another one of its lines is suppressed too
 * </pre>
 *
 * <p>All suppressed counts look alike: nobody can tell which one is small. A count of nothing is shown.
 */
final class DisclosureControl {

    /** The smallest count that is shown. */
    static final int LEAST = 5;

    /**
     * A line of a table, by the places of its counts; the total may also exceed the parts by a number that everybody knows.
     *
     * @param ofCells whether each part is the count of a cell
     */
    record Relation(int total, List<Integer> parts, boolean ofCells) {}

    private static final int WITHOUT_ONE = 3;

    /**
     * What there is to decide on.
     *
     * @param values of the counts, and behind them a 0 for each that an earlier quarter did not show: its value is gone
     * @param counts how many of the values are counts of these tables
     * @param relations the lines of these tables
     * @param history the lines that reach into earlier quarters
     * @param never the counts that are not shown in any case, what an earlier quarter did not show among them
     * @param beside for a place, the counts of the same cell, of which another is not shown when that one is known
     */
    record Question(
            int[] values,
            int counts,
            List<Relation> relations,
            List<Sum> history,
            BitSet never,
            Map<Integer, List<Integer>> beside) {}

    private final int[] values;
    private final int counts;
    private final BitSet knownBefore;
    private final List<Relation> relations;
    private final List<Sum> sums;
    private final Map<Integer, List<Integer>> beside;
    private final BitSet suppressed;

    private DisclosureControl(Question question) {
        this.values = question.values();
        this.counts = question.counts();
        this.knownBefore = knownBefore(question.history());
        this.relations = question.relations();
        this.beside = question.beside();
        this.suppressed = (BitSet) question.never().clone();
        this.sums = new ArrayList<>(question.history());
        relations.forEach(relation -> sums.add(sum(relation)));
    }

    private Sum sum(Relation relation) {
        Sum.Adding line = new Sum.Adding().count(-1, relation.total()).known(1, values[relation.total()]);
        relation.parts().forEach(part -> line.count(1, part).known(-1, values[part]));
        return line.isNothing();
    }

    /** The places of the counts that are not shown. */
    static BitSet suppress(Question question) {
        DisclosureControl control = new DisclosureControl(question);
        control.run();
        return control.suppressed;
    }

    private void run() {
        for (int i = 0; i < values.length; i++) {
            if (isSmall(values[i])) {
                suppressed.set(i);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = closeLines() || closeCombinations();
        }
    }

    /** Rule 2, until no line breaks it. */
    private boolean closeLines() {
        boolean any = false;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Relation relation : relations) {
                if (isOpen(relation) && suppressOneMore(relation)) {
                    changed = true;
                    any = true;
                }
            }
        }
        return any;
    }

    private boolean isOpen(Relation relation) {
        List<Integer> hidden = relation.parts().stream().filter(suppressed::get).toList();
        if (suppressed.get(relation.total())) {
            return hidden.isEmpty();
        }
        if (hidden.isEmpty()) {
            return false;
        }
        int sum = hidden.stream().mapToInt(part -> values[part]).sum();
        int largest = hidden.stream().mapToInt(part -> values[part]).max().orElse(0);
        return relation.ofCells()
                ? hidden.size() < WITHOUT_ONE || sum - largest < LEAST
                : hidden.size() == 1 || sum < LEAST;
    }

    /** The smallest count that is still shown, of the parts; a zero where nothing else is left; the total at last. */
    private boolean suppressOneMore(Relation relation) {
        Optional<Integer> next = relation.parts().stream()
                .filter(part -> !suppressed.get(part))
                .min(Comparator.comparingInt((Integer part) -> values[part] == 0 ? Integer.MAX_VALUE : values[part])
                        .thenComparing(part -> part));
        int one = next.orElse(relation.total());
        boolean changed = !suppressed.get(one);
        suppressed.set(one);
        return changed;
    }

    /** Rule 3: what all lines together give away. */
    private boolean closeCombinations() {
        Deduction deduction = new Deduction(sums, values, suppressed);
        return hideBeside(secret(deduction.determined())) || hideBeside(secret(deduction.pinned()));
    }

    /** A larger count may be worked out as long as no small one is; of an earlier quarter nobody knows any more which it was. */
    private List<Integer> secret(List<Integer> known) {
        return known.stream()
                .filter(place -> place < counts ? isSmall(values[place]) : !knownBefore.get(place))
                .toList();
    }

    private static boolean isSmall(int count) {
        return count > 0 && count < LEAST;
    }

    /** What the earlier quarters told of themselves. */
    private BitSet knownBefore(List<Sum> history) {
        List<Sum> among = history.stream()
                .filter(sum -> Arrays.stream(sum.places()).allMatch(place -> place >= counts))
                .toList();
        BitSet earlier = new BitSet();
        earlier.set(counts, values.length);
        Deduction deduction = new Deduction(among, values, earlier);
        BitSet known = new BitSet();
        deduction.determined().forEach(known::set);
        deduction.pinned().forEach(known::set);
        return known;
    }

    private boolean hideBeside(List<Integer> known) {
        boolean changed = false;
        for (int place : known) {
            changed |= hideInItsLines(place) || hideOneOf(beside.getOrDefault(place, List.of()));
        }
        return changed;
    }

    /** In the shortest of its lines first: that keeps to one cell what has to do with it alone. */
    private boolean hideInItsLines(int place) {
        return relations.stream()
                .filter(relation ->
                        relation.total() == place || relation.parts().contains(place))
                .sorted(Comparator.comparingInt(relation -> relation.parts().size()))
                .anyMatch(this::suppressOneMore);
    }

    private boolean hideOneOf(List<Integer> places) {
        for (int place : places) {
            if (!suppressed.get(place)) {
                suppressed.set(place);
                return true;
            }
        }
        return false;
    }
}

package be.livc.insight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides which counts of a set of tables are not shown, so that no count of 1 to 4 can be worked out from those that are.
 *
 * <pre>
 *   relation: total = part + part + …        every table is a set of such lines; tables share counts
 *   1. every count from 1 to 4 is suppressed
 *   2. in no line is exactly one count suppressed, and what the suppressed parts of a shown total add up to is at least 5
 *   3. no suppressed count follows from all lines together (Gauss), else another one of its lines is suppressed too
 * </pre>
 *
 * <p>All suppressed counts look alike: nobody can tell which one is small. A count of nothing is shown.
 */
final class DisclosureControl {

    /** The smallest count that is shown. */
    static final int LEAST = 5;

    /** A line of a table, by the places of its counts. */
    record Relation(int total, List<Integer> parts) {}

    private static final double ZERO = 1e-9;

    private final int[] values;
    private final List<Relation> relations;
    private final BitSet suppressed = new BitSet();

    private DisclosureControl(int[] values, List<Relation> relations) {
        this.values = values.clone();
        this.relations = relations;
    }

    /** The places of the counts that are not shown. */
    static BitSet suppress(int[] values, List<Relation> relations) {
        DisclosureControl control = new DisclosureControl(values, relations);
        control.run();
        return control.suppressed;
    }

    private void run() {
        for (int i = 0; i < values.length; i++) {
            suppressed.set(i, values[i] > 0 && values[i] < LEAST);
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
        return hidden.size() == 1
                || (!hidden.isEmpty()
                        && hidden.stream().mapToInt(part -> values[part]).sum() < LEAST);
    }

    /** The smallest count that is still shown, of the parts; a zero where nothing else is left; the total at last. */
    private boolean suppressOneMore(Relation relation) {
        Optional<Integer> next = relation.parts().stream()
                .filter(part -> !suppressed.get(part))
                .min(Comparator.comparingInt((Integer part) -> values[part] == 0 ? Integer.MAX_VALUE : values[part])
                        .thenComparing(part -> part));
        if (next.isPresent()) {
            suppressed.set(next.get());
            return true;
        }
        if (!suppressed.get(relation.total())) {
            suppressed.set(relation.total());
            return true;
        }
        return false;
    }

    /** Rule 3: what all lines together give away. */
    private boolean closeCombinations() {
        boolean changed = false;
        for (int known : derivable()) {
            for (Relation relation : relations) {
                if ((relation.total() == known || relation.parts().contains(known)) && suppressOneMore(relation)) {
                    changed = true;
                    break;
                }
            }
        }
        return changed;
    }

    /** The suppressed counts that the lines determine: a row of the reduced system with one unknown in it. */
    private List<Integer> derivable() {
        List<TreeMap<Integer, Double>> reduced = new ArrayList<>();
        for (Relation relation : relations) {
            TreeMap<Integer, Double> row = unknowns(relation);
            for (TreeMap<Integer, Double> pivot : reduced) {
                eliminate(row, pivot);
            }
            if (!row.isEmpty()) {
                scale(row);
                for (TreeMap<Integer, Double> other : reduced) {
                    eliminate(other, row);
                }
                reduced.add(row);
            }
        }
        return reduced.stream()
                .filter(row -> row.size() == 1)
                .map(TreeMap::firstKey)
                .toList();
    }

    private TreeMap<Integer, Double> unknowns(Relation relation) {
        TreeMap<Integer, Double> row = new TreeMap<>();
        if (suppressed.get(relation.total())) {
            row.put(relation.total(), -1.0);
        }
        relation.parts().stream().filter(suppressed::get).forEach(part -> row.put(part, 1.0));
        return row;
    }

    /** Takes the first unknown of the pivot out of the row. */
    private static void eliminate(TreeMap<Integer, Double> row, TreeMap<Integer, Double> pivot) {
        Double factor = row.get(pivot.firstKey());
        if (factor == null || row == pivot) {
            return;
        }
        for (Map.Entry<Integer, Double> entry : pivot.entrySet()) {
            double left = row.getOrDefault(entry.getKey(), 0.0) - factor * entry.getValue();
            if (Math.abs(left) < ZERO) {
                row.remove(entry.getKey());
            } else {
                row.put(entry.getKey(), left);
            }
        }
    }

    private static void scale(TreeMap<Integer, Double> row) {
        double first = row.firstEntry().getValue();
        row.replaceAll((place, factor) -> factor / first);
    }
}

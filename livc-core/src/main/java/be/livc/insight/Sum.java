package be.livc.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of one or more tables: the counts at these places, each added or subtracted, make a number that everybody knows.
 *
 * @param signs 1 or -1 for each place
 */
record Sum(int[] places, int[] signs, long makes) {

    /** Adds up a line, term after term. */
    static final class Adding {

        private final List<Integer> places = new ArrayList<>();
        private final List<Integer> signs = new ArrayList<>();
        private long known;

        /** A count that is at a place. */
        Adding count(int sign, int place) {
            places.add(place);
            signs.add(sign);
            return this;
        }

        /** A count that everybody knows. */
        Adding known(int sign, int count) {
            known += (long) sign * count;
            return this;
        }

        boolean hasPlaces() {
            return !places.isEmpty();
        }

        /** The line, when all of it together is nothing. */
        Sum isNothing() {
            return new Sum(
                    places.stream().mapToInt(Integer::intValue).toArray(),
                    signs.stream().mapToInt(Integer::intValue).toArray(),
                    -known);
        }
    }
}

package be.livc.naming;

import java.util.Arrays;
import java.util.List;

/**
 * Those who have most, at most so many: the total and the place of each in one number, so that thousands are put in order without
 * an object for any. Of equal totals the lower place comes first.
 */
final class MostAlike {

    private static final long PLACES = 0xFFFF_FFFFL;

    /** A heap: each comes after the two that stand at twice its place and one or two more. */
    private final long[] kept;

    private int size;

    MostAlike(int most) {
        this.kept = new long[most];
    }

    /** Smaller for who comes first; a total is no less than nothing, so that its bits are in its order. */
    private static long rank(float total, int place) {
        return (long) (Integer.MAX_VALUE - Float.floatToIntBits(total)) << Integer.SIZE | place;
    }

    boolean mayTake(float total, int place) {
        return size < kept.length || rank(total, place) < kept[0];
    }

    void add(float total, int place) {
        long rank = rank(total, place);
        if (size < kept.length) {
            rise(rank, size++);
        } else if (rank < kept[0]) {
            sink(rank);
        }
    }

    private void rise(long rank, int from) {
        int at = from;
        while (at > 0 && kept[(at - 1) / 2] < rank) {
            kept[at] = kept[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        kept[at] = rank;
    }

    /** In the place of the last, who is not needed any more. */
    private void sink(long rank) {
        int at = 0;
        for (int next = 1; next < size; next = 2 * at + 1) {
            if (next + 1 < size && kept[next + 1] > kept[next]) {
                next++;
            }
            if (kept[next] <= rank) {
                break;
            }
            kept[at] = kept[next];
            at = next;
        }
        kept[at] = rank;
    }

    /** The places, the first first. */
    List<Integer> places() {
        return Arrays.stream(kept, 0, size)
                .sorted()
                .mapToObj(rank -> (int) (rank & PLACES))
                .toList();
    }
}

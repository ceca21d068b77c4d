package be.livc.naming;

import java.util.Arrays;
import java.util.List;

/**
 * Those who have most, at most so many: the total and the place of each in one number, so that thousands are put in order without
 * an object for any. Of equal totals the lower place comes first.
 */
final class MostAlike {

    private static final int FIRST_ROOM = 256;
    private static final long PLACES = 0xFFFF_FFFFL;

    private final int most;
    private long[] kept;
    private int size;

    /** Who does not come before this one is not needed. */
    private long last = Long.MAX_VALUE;

    MostAlike(int most) {
        this.most = most;
        this.kept = new long[Math.min(2 * most, FIRST_ROOM)];
    }

    /** Smaller for who comes first; a total is no less than nothing, so that its bits are in its order. */
    private static long rank(float total, int place) {
        return (long) (Integer.MAX_VALUE - Float.floatToIntBits(total)) << Integer.SIZE | place;
    }

    boolean mayTake(float total, int place) {
        return rank(total, place) < last;
    }

    void add(float total, int place) {
        if (size == kept.length) {
            makeRoom();
        }
        kept[size++] = rank(total, place);
    }

    private void makeRoom() {
        if (size < 2 * most) {
            kept = Arrays.copyOf(kept, Math.min(2 * most, 2 * size));
            return;
        }
        Arrays.sort(kept);
        size = most;
        last = kept[size - 1];
    }

    /** The places, the first first. */
    List<Integer> places() {
        return Arrays.stream(kept, 0, size)
                .sorted()
                .limit(most)
                .mapToObj(rank -> (int) (rank & PLACES))
                .toList();
    }
}

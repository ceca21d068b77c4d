package be.livc.ledger.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Signed roots at earlier sizes. They bound where something changed, and whether the ledger continues what was seen. */
final class Milestones {

    private final TreeMap<Long, List<byte[]>> expected = new TreeMap<>();
    private long lastGood;
    private Optional<Long> firstBad = Optional.empty();

    /** Expects what a checkpoint says, beside others of its size; only one whose signature was checked may come here. */
    void expect(Checkpoint checkpoint) {
        expected.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>()).add(checkpoint.root());
    }

    /** Whether a root is expected at this size: finding the root costs some hashes, and is not done for nothing. */
    boolean at(long size) {
        return expected.containsKey(size);
    }

    /** Takes the root that the entries really have at this size. */
    void reached(long size, byte[] root) {
        if (firstBad.isPresent()) {
            return;
        }
        if (expected.getOrDefault(size, List.of()).stream().allMatch(one -> Arrays.equals(one, root))) {
            lastGood = size;
        } else {
            firstBad = Optional.of(size);
        }
    }

    /** The largest size at which a root is expected. */
    long last() {
        return expected.isEmpty() ? 0 : expected.lastKey();
    }

    /** The entries that changed since a root that still holds, up to the first that does not; empty where all hold. */
    Optional<StoredHashes.Range> changed() {
        return firstBad.map(bad -> new StoredHashes.Range(lastGood, bad - 1));
    }
}

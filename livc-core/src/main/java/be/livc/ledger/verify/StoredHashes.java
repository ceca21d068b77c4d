package be.livc.ledger.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The hashes that the ledger itself kept beside the entries. Nothing is believed because they say so: only where
 * they lead to the signed root, and the entries do not, do they tell which entry is not the one that was signed.
 */
final class StoredHashes {

    private static final int HASH = 32;

    private final Hashes leaves = new Hashes();
    private final List<byte[]> peaks = new ArrayList<>();
    private Optional<Range> otherLeaf = Optional.empty();
    private Optional<Range> otherNode = Optional.empty();
    private boolean usable = true;

    /** The entries among which the altered one is, both ends included. */
    record Range(long first, long last) {

        boolean isNarrowerThan(Range other) {
            return last - first < other.last - other.first;
        }
    }

    /** Takes what was kept with the entry at this place, beside the hash that its text really has. */
    void add(Optional<byte[]> line, long place, byte[] hash) {
        byte[] kept = line.flatMap(StoredHashes::decode).orElse(new byte[0]);
        int merged = Long.numberOfTrailingZeros(~place);
        usable = usable && kept.length == HASH * (1 + merged);
        if (!usable) {
            return;
        }
        byte[] right = Arrays.copyOf(kept, HASH);
        if (otherLeaf.isEmpty() && !Arrays.equals(right, hash)) {
            otherLeaf = Optional.of(new Range(place, place));
        }
        leaves.add(right);
        for (int level = 1; level <= merged; level++) {
            byte[] parent = Arrays.copyOfRange(kept, HASH * level, HASH * (level + 1));
            byte[] followed = Hashes.node(peaks.remove(peaks.size() - 1), right);
            if (otherNode.isEmpty() && !Arrays.equals(parent, followed)) {
                otherNode = Optional.of(new Range(place + 1 - (1L << level), place));
            }
            right = parent;
        }
        peaks.add(right);
    }

    /** Where the entries part from what was signed, as far as hashes that lead to the signed root can tell. */
    Optional<Range> parting(byte[] signedRoot) {
        if (!usable || peaks.isEmpty()) {
            return Optional.empty();
        }
        if (Arrays.equals(leaves.root(), signedRoot)) {
            return otherLeaf;
        }
        return Arrays.equals(rootOfPeaks(), signedRoot) ? otherNode : Optional.empty();
    }

    private byte[] rootOfPeaks() {
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hashes.node(peaks.get(i), root);
        }
        return root;
    }

    private static Optional<byte[]> decode(byte[] line) {
        try {
            return Optional.of(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}

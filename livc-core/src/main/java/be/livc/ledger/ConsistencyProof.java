package be.livc.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Shows that a tree continues an earlier one: nothing of it was changed or left out (RFC 6962 §2.1.2).
 *
 * @param from the number of entries of the earlier tree
 * @param to the number of entries of the later tree
 * @param path the hashes from which both roots follow, base64
 */
public record ConsistencyProof(long from, long to, List<String> path) {

    /** Keeps its own copy of the path. */
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the tree with the later root continues the one with the earlier, both base64, by RFC 9162 §2.1.4.2. */
    boolean holds(String earlierRoot, String laterRoot) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && earlierRoot.equals(laterRoot);
        }
        if (from == 0) {
            return path.isEmpty();
        }
        List<byte[]> steps = new ArrayList<>();
        if (Long.bitCount(from) == 1) {
            steps.add(Base64.getDecoder().decode(earlierRoot));
        }
        path.forEach(step -> steps.add(Base64.getDecoder().decode(step)));
        return !steps.isEmpty() && leadsTo(earlierRoot, laterRoot, steps);
    }

    private boolean leadsTo(String earlierRoot, String laterRoot, List<byte[]> steps) {
        int complete = Long.numberOfTrailingZeros(from);
        long place = (from - 1) >> complete;
        long last = (to - 1) >> complete;
        byte[] earlier = steps.get(0);
        byte[] later = earlier;
        for (byte[] step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                earlier = Merkle.node(step, earlier);
                later = Merkle.node(step, later);
                int up = place == 0 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= up;
                last >>= up;
            } else {
                later = Merkle.node(later, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0
                && Arrays.equals(earlier, Base64.getDecoder().decode(earlierRoot))
                && Arrays.equals(later, Base64.getDecoder().decode(laterRoot));
    }
}

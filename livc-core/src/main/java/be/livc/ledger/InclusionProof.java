package be.livc.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Shows that an entry stands at its place in a tree (RFC 6962 §2.1.1).
 *
 * @param index the entry's place, from 0
 * @param size the number of entries of the tree
 * @param path the hashes beside the way from the leaf to the root, base64
 */
public record InclusionProof(long index, long size, List<String> path) {

    /** Keeps its own copy of the path. */
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether this leads from the leaf hash to the root, both base64, by RFC 9162 §2.1.3.2. */
    public boolean holds(String leafHash, String root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        byte[] hash = Base64.getDecoder().decode(leafHash);
        for (String step : path) {
            if (last == 0) {
                return false;
            }
            byte[] beside = Base64.getDecoder().decode(step);
            if ((place & 1) == 1 || place == last) {
                hash = Merkle.node(beside, hash);
                int up = place == 0 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= up;
                last >>= up;
            } else {
                hash = Merkle.node(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, Base64.getDecoder().decode(root));
    }
}

package be.livc.ledger;

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
}

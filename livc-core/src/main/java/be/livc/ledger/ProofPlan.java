package be.livc.ledger;

import java.util.ArrayList;
import java.util.List;

/** Which parts of a tree a proof consists of, by the recursive definitions of RFC 6962 §2.1.1 and §2.1.2. */
final class ProofPlan {

    private ProofPlan() {}

    /** PATH(index, D[size]), from the leaf upwards; {@code index} is below {@code size}. */
    static List<Span> inclusion(long index, long size) {
        List<Span> path = new ArrayList<>();
        path(index, new Span(0, size), path);
        return path;
    }

    private static void path(long index, Span tree, List<Span> path) {
        if (tree.length() == 1) {
            return;
        }
        if (index < tree.right().from()) {
            path(index, tree.left(), path);
            path.add(tree.right());
        } else {
            path(index, tree.right(), path);
            path.add(tree.left());
        }
    }

    /** PROOF(from, D[to]); empty for the empty tree, that every tree continues, and for a tree with itself. */
    static List<Span> consistency(long from, long to) {
        List<Span> proof = new ArrayList<>();
        if (from > 0) {
            subproof(from, new Span(0, to), true, proof);
        }
        return proof;
    }

    private static void subproof(long end, Span tree, boolean known, List<Span> proof) {
        if (end == tree.to()) {
            if (!known) {
                proof.add(tree);
            }
        } else if (end <= tree.right().from()) {
            subproof(end, tree.left(), known, proof);
            proof.add(tree.right());
        } else {
            subproof(end, tree.right(), false, proof);
            proof.add(tree.left());
        }
    }
}

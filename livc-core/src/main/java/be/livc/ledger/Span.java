package be.livc.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The leaves from the first (included) to the last (excluded) that RFC 6962 hashes together somewhere in a tree. Its
 * spans start at a multiple of their own largest power of two, so that complete subtrees make up each of them.
 */
record Span(long from, long to) {

    Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no span from " + from + " to " + to);
        }
    }

    long length() {
        return to - from;
    }

    /** The largest power of two that is smaller than the length; asks for at least two leaves. */
    long split() {
        return Long.highestOneBit(length() - 1);
    }

    Span left() {
        return new Span(from, from + split());
    }

    Span right() {
        return new Span(from + split(), to);
    }

    /** The complete subtrees that make up the span, from left to right: at most one of each height. */
    List<NodeId> nodes() {
        List<NodeId> nodes = new ArrayList<>();
        long at = from;
        while (at < to) {
            long leaves = Long.highestOneBit(to - at);
            int level = Long.numberOfTrailingZeros(leaves);
            nodes.add(new NodeId(level, at >> level));
            at += leaves;
        }
        return nodes;
    }
}

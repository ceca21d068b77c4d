package be.livc.ledger.verify;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Follows proofs upwards, by RFC 9162 §2.1.3.2 and §2.1.4.2. */
final class Proofs {

    private Proofs() {}

    /** Whether the entry with this leaf hash stands at its place in the tree with this root. */
    static boolean included(long place, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (place < 0 || place >= size) {
            return false;
        }
        long fn = place;
        long sn = size - 1;
        byte[] r = leafHash;
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = Hashes.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = Hashes.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** Whether the later tree continues the earlier one. Every larger tree continues the empty one, without a path. */
    static boolean continued(long from, byte[] earlier, long to, byte[] later, List<byte[]> path) {
        if (from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && Arrays.equals(earlier, later);
        }
        if (from == 0) {
            return path.isEmpty();
        }
        Iterator<byte[]> steps = path.iterator();
        if (!steps.hasNext()) {
            return false;
        }
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = fn == 0 ? earlier : steps.next();
        byte[] sr = fr;
        while (steps.hasNext()) {
            byte[] c = steps.next();
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hashes.node(c, fr);
                sr = Hashes.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Hashes.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, earlier) && Arrays.equals(sr, later);
    }
}

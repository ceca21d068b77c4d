package be.livc.ledger;

import java.util.Base64;

/**
 * What a checkpoint says of a tree.
 *
 * @param size the number of entries
 * @param root the root hash, base64
 */
record TreeHead(long size, String root) {

    static TreeHead of(long size, byte[] root) {
        return new TreeHead(size, Base64.getEncoder().encodeToString(root));
    }

    /** Reads the second and the third line of a checkpoint; throws {@link LedgerBroken} where they are not there. */
    static TreeHead of(String checkpoint) {
        String[] lines = checkpoint.split("\n", 4);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new LedgerBroken("a stored checkpoint cannot be read");
        }
        return new TreeHead(Long.parseLong(lines[1]), lines[2]);
    }
}

package livc.bench;

import be.livc.platform.CellId;
import be.livc.testing.TestDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A ledger of any size, written as its owner could after pruning: hashes without texts. */
final class BigLedger {

    private static final HexFormat HEX = HexFormat.of();

    private BigLedger() {}

    static void fill(CellId cell, long entries) throws SQLException, GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        List<byte[]> peaks = new ArrayList<>();
        try (Connection connection = TestDatabase.asSuperuser()) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy ledger_entry (cell_id, seq, time, leaf_hash, subtrees) from stdin");
            StringBuilder rows = new StringBuilder();
            for (long seq = 0; seq < entries; seq++) {
                sha.update((byte) 0);
                byte[] root = sha.digest(ByteBuffer.allocate(8).putLong(seq).array());
                rows.append(cell).append('\t').append(seq).append("\t2026-01-01 00:00:00Z\t\\\\x");
                rows.append(HEX.formatHex(root)).append("\t\\\\x");
                for (long rest = seq; (rest & 1) == 1; rest >>= 1) {
                    sha.update((byte) 1);
                    sha.update(peaks.remove(peaks.size() - 1));
                    root = sha.digest(root);
                    rows.append(HEX.formatHex(root));
                }
                peaks.add(root);
                rows.append('\n');
                if (rows.length() > 1 << 16 || seq == entries - 1) {
                    byte[] bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    rows.setLength(0);
                }
            }
            copy.endCopy();
            connection.createStatement().execute("vacuum analyze ledger_entry");
        }
    }
}

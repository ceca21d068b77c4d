package be.livc.ledger;

import be.livc.platform.CellId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a ledger out for a verifier: the entries that a checkpoint covers, the checkpoint and the key. Beside these
 * go the earlier checkpoints and the stored hashes, which a verifier need not trust: where something is wrong, they
 * tell in which entry.
 */
@Component
class LedgerExport {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final Checkpoints checkpoints;

    LedgerExport(JdbcTemplate jdbc, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
    }

    /**
     * Writes the zip and leaves the stream open. Entries are only ever added, so that a size is a snapshot.
     *
     * @param alsoUnsigned whether entries that the checkpoint does not cover go along, for the verifier to name
     */
    @Transactional(readOnly = true)
    void write(CellId cell, String checkpoint, boolean alsoUnsigned, OutputStream out) {
        long size = TreeHead.of(checkpoint).size();
        long end = alsoUnsigned ? Long.MAX_VALUE : size;
        try {
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
            file(zip, "checkpoint", checkpoint);
            file(zip, "key.vkey", checkpoints.note(cell).verifierKey() + "\n");
            for (String earlier : checkpoints.before(cell, size)) {
                file(zip, "checkpoints/" + TreeHead.of(earlier).size(), earlier);
            }
            lines(zip, "hashes", cell, end, LedgerExport::hashes);
            lines(zip, "entries.jsonl", cell, end, LedgerExport::entry);
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written", e);
        }
    }

    private static void file(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void lines(ZipOutputStream zip, String name, CellId cell, long size, Line line) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement("select seq, leaf, leaf_hash, subtrees"
                            + " from ledger_entry where cell_id = ? and seq < ? order by seq");
                    statement.setObject(1, cell.value());
                    statement.setLong(2, size);
                    statement.setFetchSize(ROWS_AT_A_TIME);
                    return statement;
                },
                row -> {
                    writeLine(zip, line.of(row));
                });
        zip.closeEntry();
    }

    private static void writeLine(ZipOutputStream zip, String line) {
        try {
            zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written", e);
        }
    }

    /** The leaf as it was hashed, or the hash of a pruned one. */
    private static String entry(ResultSet row) throws SQLException {
        @Nullable String leaf = row.getString("leaf");
        if (leaf != null) {
            return leaf;
        }
        String hash = Base64.getEncoder().encodeToString(row.getBytes("leaf_hash"));
        return "{\"pruned\":\"" + hash + "\",\"seq\":" + row.getLong("seq") + "}";
    }

    /** The leaf hash and the roots of the subtrees that end with it, one after the other. */
    private static String hashes(ResultSet row) throws SQLException {
        byte[] leafHash = row.getBytes("leaf_hash");
        byte[] subtrees = row.getBytes("subtrees");
        byte[] all = Arrays.copyOf(leafHash, leafHash.length + subtrees.length);
        System.arraycopy(subtrees, 0, all, leafHash.length, subtrees.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** How a row becomes a line. */
    private interface Line {
        String of(ResultSet row) throws SQLException;
    }
}

package be.livc.ledger;

import be.livc.ledger.Checkpoints.Signed;
import be.livc.platform.CellId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a ledger out for a verifier: the entries that a checkpoint covers, the checkpoint and the key. Beside these
 * go the earlier checkpoints and the stored hashes, which a verifier need not trust: where something is wrong, they
 * tell in which entry. Each checkpoint has the lines of the witnesses who co-signed it.
 */
@Component
class LedgerExport {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final Checkpoints checkpoints;
    private final TransactionTemplate reading;

    LedgerExport(JdbcTemplate jdbc, Checkpoints checkpoints, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Writes the zip as it is read, and leaves the stream open. Entries are only ever added, so that a size is a snapshot: they
     * are read in portions, each in a transaction of its own, and whoever takes the zip slowly keeps no connection from others.
     *
     * @param alsoUnsigned whether entries that the checkpoint does not cover go along, for the verifier to name
     */
    void write(CellId cell, String checkpoint, boolean alsoUnsigned, OutputStream out) {
        long size = sizeOf(checkpoint);
        long end = alsoUnsigned ? Long.MAX_VALUE : size;
        try {
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
            List<Signed> signed = read(() -> checkpoints.upTo(cell, size));
            file(
                    zip,
                    "checkpoint",
                    signed.stream()
                            .filter(each -> each.size() == size && each.isOfPresentKey())
                            .findFirst()
                            .map(Signed::note)
                            .orElse(checkpoint));
            file(zip, "key.vkey", read(() -> checkpoints.note(cell).verifierKey()) + "\n");
            for (Signed earlier : signed) {
                if (!earlier.isOfPresentKey()) {
                    file(zip, "checkpoints/" + earlier.size() + "-" + earlier.keyId(), earlier.note());
                } else if (earlier.size() < size) {
                    file(zip, "checkpoints/" + earlier.size(), earlier.note());
                }
            }
            lines(zip, "hashes", cell, end, LedgerExport::hashes);
            lines(zip, "entries.jsonl", cell, end, LedgerExport::entry);
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written", e);
        }
    }

    private static long sizeOf(String checkpoint) {
        return TreeHead.of(checkpoint).size();
    }

    private static void file(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private <T> T read(Supplier<T> what) {
        return Objects.requireNonNull(reading.execute(tx -> what.get()));
    }

    private void lines(ZipOutputStream zip, String name, CellId cell, long size, Line line) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        long from = 0;
        List<Read> portion = portion(cell, from, size, line);
        while (!portion.isEmpty()) {
            for (Read one : portion) {
                zip.write((one.line() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            from = portion.get(portion.size() - 1).seq() + 1;
            portion = portion(cell, from, size, line);
        }
        zip.closeEntry();
    }

    /** The next entries from a place on: places may be missing where somebody tampered. */
    private List<Read> portion(CellId cell, long from, long size, Line line) {
        return read(() -> jdbc.query(
                "select seq, leaf, leaf_hash, subtrees from ledger_entry"
                        + " where cell_id = ? and seq >= ? and seq < ? order by seq limit ?",
                (row, n) -> new Read(row.getLong("seq"), line.of(row)),
                cell.value(),
                from,
                size,
                ROWS_AT_A_TIME));
    }

    /** A row as the line that it becomes. */
    private record Read(long seq, String line) {}

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

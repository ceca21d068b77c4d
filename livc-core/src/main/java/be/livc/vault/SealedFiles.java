package be.livc.vault;

import be.livc.access.Grant;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps files of any length, sealed as a stream under the key of their record, and opens them as a stream again. In memory
 * there are never more than a few segments of 1 MiB.
 *
 * <pre>
 *   clear ─▶ AES-256-GCM-HKDF, 1 MiB segments, bound to the place ─▶ rows 0, 1, 2 … of sealed_file
 * </pre>
 *
 * <p>Guarantees that a file that was altered, shortened, reordered or put in another place gives a {@link SealBroken} and
 * not its end; bytes before the altered segment may have been handed out by then. A file lives and dies with the key of its
 * record.
 */
@Component
public class SealedFiles {

    private static final int ROW_BYTES = 1 << 20;

    /** After this long, content without a document is what a broken upload left. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    /** Writes the clear content of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; what this throws ends the keeping, and nothing is kept. */
        void writeTo(OutputStream sealing) throws IOException;
    }

    private final CaseKeys caseKeys;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SealedFiles(CaseKeys caseKeys, JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        this.caseKeys = caseKeys;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Keeps a file in this place. Each row is committed by itself when no transaction runs, so that a slow sender holds no
     * connection; the caller makes the file known in a transaction of its own afterwards, or drops it.
     *
     * @throws IOException what reading the content threw
     * @throws Refusal conflict {@code erased}, when the key of the record was destroyed
     */
    public void keep(Content content, Place place, Grant grant) throws IOException {
        requireBound(place);
        grant.checkSeals(place.cell());
        Key key = caseKeys.of(new RecordId(place.cell(), place.record()));
        boolean kept = false;
        try (OutputStream sealing = key.forStreams().newEncryptingStream(new Rows(place), place.associatedData())) {
            content.writeTo(sealing);
            kept = true;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a file could not be sealed", failure);
        } finally {
            if (!kept) {
                drop(place, grant);
            }
        }
    }

    /** Removes the file in this place, if there is one. */
    public void drop(Place place, Grant grant) {
        requireBound(place);
        grant.checkSeals(place.cell());
        transactions.executeWithoutResult(tx -> jdbc.update(
                "delete from sealed_file where cell_id = ? and row_id = ?",
                place.cell().value(),
                place.row()));
    }

    /** Removes files that broken uploads left behind. */
    public void dropAll(List<UUID> leftBehind, Grant grant) {
        grant.checkSeals(CurrentCell.require());
        jdbc.update(
                "delete from sealed_file where cell_id = ? and row_id = any (?)",
                CurrentCell.require().value(),
                leftBehind.toArray(UUID[]::new));
    }

    /** The ids of files that were kept more than a day ago; the caller knows which of them became documents. */
    public List<UUID> olderThanADay() {
        return jdbc.queryForList(
                "select row_id from sealed_file where cell_id = ? and n = 0 and kept_at < ?",
                UUID.class,
                CurrentCell.require().value(),
                Timestamp.from(clock.instant().minus(LEFT_BEHIND)));
    }

    /**
     * Opens the file in this place. The grant is judged now; the stream may be read for as long as that takes, on this
     * thread, and with this cell bound.
     *
     * @throws IllegalStateException when the grant does not open it now (see {@link Grant#checkOpens})
     * @throws Refusal conflict {@code erased}, when the key of its record was destroyed
     */
    public InputStream open(Place place, Grant grant) {
        requireBound(place);
        grant.checkOpens(place.cell(), place.row());
        Key key = caseKeys.of(new RecordId(place.cell(), place.record()));
        try {
            return new Opened(
                    key.forStreams().newDecryptingStream(new RowsInOrder(place), place.associatedData()), place);
        } catch (GeneralSecurityException | IOException altered) {
            throw new SealBroken("a sealed file does not open", place);
        }
    }

    private static void requireBound(Place place) {
        if (!CurrentCell.require().equals(place.cell())) {
            throw new IllegalStateException("the file belongs to another cell than the one that is bound");
        }
    }

    /** Takes ciphertext and puts it away row by row. */
    private final class Rows extends OutputStream {

        private final Place place;
        private final byte[] row = new byte[ROW_BYTES];
        private int filled;
        private int n;
        private boolean closed;

        Rows(Place place) {
            this.place = place;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            int at = offset;
            int left = length;
            while (left > 0) {
                int taken = Math.min(left, ROW_BYTES - filled);
                System.arraycopy(from, at, row, filled, taken);
                filled += taken;
                at += taken;
                left -= taken;
                if (filled == ROW_BYTES) {
                    putAway();
                }
            }
        }

        private void putAway() {
            byte[] bytes = Arrays.copyOf(row, filled);
            transactions.executeWithoutResult(tx -> jdbc.update(
                    "insert into sealed_file (cell_id, record_id, row_id, n, kept_at, bytes) values (?, ?, ?, ?, ?, ?)",
                    place.cell().value(),
                    place.record(),
                    place.row(),
                    n,
                    Timestamp.from(clock.instant()),
                    bytes));
            n++;
            filled = 0;
        }

        @Override
        public void close() {
            if (!closed && filled > 0) {
                putAway();
            }
            closed = true;
        }
    }

    /** Gives the ciphertext row by row. */
    private final class RowsInOrder extends InputStream {

        private final Place place;
        private InputStream row = InputStream.nullInputStream();
        private int next;

        RowsInOrder(Place place) {
            this.place = place;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = row.read(into, offset, length);
            if (read >= 0 || length == 0) {
                return read;
            }
            List<byte[]> found = transactions.execute(tx -> jdbc.query(
                    "select bytes from sealed_file where cell_id = ? and row_id = ? and n = ?",
                    (result, at) -> result.getBytes(1),
                    place.cell().value(),
                    place.row(),
                    next));
            if (found == null || found.isEmpty()) {
                return -1;
            }
            next++;
            row = new ByteArrayInputStream(found.get(0));
            return row.read(into, offset, length);
        }
    }

    /** Says of what does not open where it stands, and nothing else. */
    private static final class Opened extends InputStream {

        private final InputStream clear;
        private final Place place;

        Opened(InputStream clear, Place place) {
            this.clear = clear;
            this.place = place;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                return clear.read(into, offset, length);
            } catch (IOException altered) {
                throw new SealBroken("a sealed file does not open", place);
            }
        }

        @Override
        public void close() throws IOException {
            clear.close();
        }
    }
}

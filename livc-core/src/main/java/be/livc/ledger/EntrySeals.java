package be.livc.ledger;

import be.livc.platform.CellId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells the entries that the program wrote from those that somebody with rights on the table put behind them by hand,
 * with hashes as right as any. Made at every append, checked before a checkpoint is signed.
 *
 * <pre>
 *   told time, 8 bytes ‖ random, 8 bytes ‖ HMAC-SHA-256(key, told ‖ random ‖ opening ‖ middle ‖ closing)
 * </pre>
 *
 * <p>Place and time are not sealed, since only the database knows them at an append. So that a seal cannot serve twice,
 * an entry stands within five seconds of the told time, and no two neighbours in time share their random bytes.
 */
@Component
class EntrySeals {

    private static final int HEAD_BYTES = 16;
    private static final Duration MOST_LATE = Duration.ofSeconds(5);

    private static final int ROWS_AT_A_TIME = 1_000;

    /** From a little before the first to be checked: a seal may not have served for a neighbour in time. */
    private static final String SINCE =
            "select seq, time, leaf, leaf_hash, seal from ledger_entry where cell_id = ? and seq < ? and seq >="
                    + " least(?, ledger_place(?, (select time - interval '10 seconds' from ledger_entry"
                    + " where cell_id = ? and seq = ?))) order by seq";

    private final ObjectProvider<LedgerSigner> signer;
    private final JdbcTemplate jdbc;
    private final SecureRandom random = new SecureRandom();

    EntrySeals(ObjectProvider<LedgerSigner> signer, JdbcTemplate jdbc) {
        this.signer = signer;
        this.jdbc = jdbc;
    }

    byte[] make(CellId cell, Instant told, Leaf.Parts parts) {
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, told))
                .putLong(random.nextLong())
                .array();
        byte[] hmac = signer.getObject().seal(cell, message(head, parts));
        return ByteBuffer.allocate(HEAD_BYTES + hmac.length).put(head).put(hmac).array();
    }

    /**
     * Checks the entries from one place (included) to another (excluded). A ledger that began before there were seals
     * goes on without them until the first that has one.
     *
     * @throws LedgerBroken at the first that the program did not write
     */
    void require(CellId cell, long from, long to) {
        Set<Long> seen = new HashSet<>();
        boolean[] sealedBefore = {isSealedBefore(cell, from)};
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(SINCE);
                    statement.setObject(1, cell.value());
                    statement.setLong(2, to);
                    statement.setLong(3, from);
                    statement.setObject(4, cell.value());
                    statement.setObject(5, cell.value());
                    statement.setLong(6, from);
                    statement.setFetchSize(ROWS_AT_A_TIME);
                    return statement;
                },
                row -> {
                    long seq = row.getLong("seq");
                    byte @Nullable [] seal = row.getBytes("seal");
                    @Nullable String leaf = row.getString("leaf");
                    if (seal == null && !sealedBefore[0] || leaf == null) {
                        return;
                    }
                    sealedBefore[0] = true;
                    Instant time = row.getObject("time", OffsetDateTime.class).toInstant();
                    boolean isNew =
                            seal == null || seen.add(ByteBuffer.wrap(seal).getLong(8));
                    boolean written = seal != null && isNew && holds(cell, seq, time, leaf, seal);
                    if (seq >= from && !(written && Arrays.equals(row.getBytes("leaf_hash"), new Leaf(leaf).hash()))) {
                        throw LedgerBroken.at(seq, "was not written by the program");
                    }
                });
    }

    private boolean isSealedBefore(CellId cell, long place) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from ledger_entry where cell_id = ? and seq = ? - 1 and seal is not null)",
                Boolean.class,
                cell.value(),
                place));
    }

    private boolean holds(CellId cell, long seq, Instant time, String leaf, byte[] seal) {
        byte[] head = Arrays.copyOf(seal, HEAD_BYTES);
        Instant told = Instant.EPOCH.plus(ByteBuffer.wrap(head).getLong(), ChronoUnit.MICROS);
        return !time.isBefore(told)
                && !time.isAfter(told.plus(MOST_LATE))
                && Leaf.Parts.split(leaf, seq, time)
                        .filter(parts -> signer.getObject()
                                .isSeal(cell, message(head, parts), Arrays.copyOfRange(seal, HEAD_BYTES, seal.length)))
                        .isPresent();
    }

    private static byte[] message(byte[] head, Leaf.Parts parts) {
        byte[] text = (parts.opening() + parts.middle() + parts.closing()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + text.length)
                .put(head)
                .put(text)
                .array();
    }
}

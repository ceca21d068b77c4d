package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The write side of the table {@code ledger_entry}: one call for the lock, the end of the ledger and the entries.
 *
 * <p>A node that knows where a ledger ended puts its entry there with one plain insert, which writes nothing when the ledger
 * is taken or ends elsewhere by now. Then, and where it does not know, the database is asked to wait and to find the end.
 */
@Component
class LedgerTable {

    /**
     * Writes a row behind the one that is believed to be the last, where that one stands and the lock is free. The statement
     * sees what was committed before the lock was asked for; who came in between has the place, and the key tells.
     *
     * <p>The policy of the table names the cell: named here too, the statement would ask for it in a step of its own. In a
     * transaction of another cell no row has that hash.
     */
    private static final String APPEND_AT_END =
            "insert into ledger_entry (cell_id, seq, time, leaf, leaf_hash, subtrees,"
                    + " action, case_id, actor_user, result, seal, shown)"
                    + " select last.cell_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                    + " from ledger_entry last where last.seq = ? and last.leaf_hash = ? and pg_try_advisory_xact_lock(?)"
                    + " on conflict do nothing";

    private static final String APPEND =
            "select place, moved, hash from ledger_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[])";
    private static final String APPEND_ALL =
            "select place, moved, hash from ledger_append_all(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String KEY = "select hashtextextended('ledger ' || ?::text, 0)";

    /** Waits like an append, and as long at most; the lock is this transaction's from then on. */
    private static final String WAIT = "select ledger_wait(?)";

    private static final String CHANGED_SINCE =
            "select exists (select 1 from ledger_entry where cell_id = ? and seq >= ? and case_id = ? and result = ?"
                    + " and action = any (?))";

    private static final String[] CHANGES = Stream.of(Action.values())
            .filter(Action::isChange)
            .map(Action::word)
            .toArray(String[]::new);

    private final JdbcTemplate jdbc;
    private final EntrySeals seals;
    private final TreeEnds ends;
    private final TreeReader tree;
    private final Map<CellId, Long> keys = new ConcurrentHashMap<>();

    LedgerTable(JdbcTemplate jdbc, EntrySeals seals, TreeEnds ends, TreeReader tree) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.ends = ends;
        this.tree = tree;
    }

    /**
     * Takes the ledger's lock, so that nobody records a change any more before this transaction ends, and refuses where
     * somebody did since.
     */
    void requireUnchanged(CellId cell, CaseAsRead read) {
        told(() -> jdbc.query(WAIT, (row, number) -> number, key(cell)));
        boolean changed = Boolean.TRUE.equals(jdbc.queryForObject(
                CHANGED_SINCE, Boolean.class, cell.value(), read.until(), read.caseId(), Result.OK.word(), CHANGES));
        if (changed) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Takes the ledger's lock, which this transaction then holds until its end, and appends. */
    Receipt append(CellId cell, Instant now, Entry entry, Set<UUID> shown) {
        Leaf.Parts parts = Leaf.Parts.of(cell, entry);
        @Nullable String cases = shown.isEmpty() ? null : Ids.array(shown);
        return ends.of(cell)
                .filter(end -> !end.time().isAfter(now))
                .flatMap(end -> appendAt(end, cell, now, entry, parts, cases))
                .orElseGet(() -> findEndAndAppend(cell, now, entry, parts, cases));
    }

    private Optional<Receipt> appendAt(
            TreeEnd end, CellId cell, Instant now, Entry entry, Leaf.Parts parts, @Nullable String shown) {
        String moment = Leaf.moment(now);
        Leaf leaf = parts.at(end.size(), moment);
        byte[] hash = leaf.hash();
        TreeEnd.Grown grown = end.with(hash, now);
        byte[] seal = seals.make(cell, now, parts);
        long key = key(cell);
        // Each with the same type in every call, also where it is null: the driver would prepare the statement anew.
        int rows = jdbc.update(APPEND_AT_END, statement -> {
            statement.setLong(1, end.size());
            statement.setObject(2, moment, Types.OTHER);
            statement.setString(3, leaf.text());
            statement.setBytes(4, hash);
            statement.setBytes(5, grown.subtrees());
            statement.setString(6, entry.action().word());
            setId(statement, 7, entry.caseId());
            statement.setObject(8, entry.actor().user());
            statement.setString(9, entry.result().word());
            statement.setBytes(10, seal);
            statement.setObject(11, shown, Types.OTHER);
            statement.setLong(12, end.size() - 1);
            statement.setBytes(13, end.leafHash());
            statement.setLong(14, key);
        });
        if (rows == 0) {
            return Optional.empty();
        }
        ends.keep(cell, grown.end());
        return Optional.of(receipt(cell, end.size(), now, hash));
    }

    private static void setId(PreparedStatement statement, int at, Optional<UUID> id) throws SQLException {
        if (id.isPresent()) {
            statement.setObject(at, id.get());
        } else {
            statement.setNull(at, Types.OTHER, "uuid");
        }
    }

    /** Of the lock of a ledger, as the functions of the database make it: asked once, as it never changes. */
    private long key(CellId cell) {
        return keys.computeIfAbsent(
                cell, one -> Objects.requireNonNull(jdbc.queryForObject(KEY, Long.class, one.value())));
    }

    private Receipt findEndAndAppend(CellId cell, Instant now, Entry entry, Leaf.Parts parts, @Nullable String shown) {
        String moment = Leaf.moment(now);
        Receipt receipt = told(() -> Objects.requireNonNull(jdbc.queryForObject(
                APPEND,
                (row, number) -> receipt(cell, moment, parts, row),
                cell.value(),
                moment,
                parts.opening(),
                parts.middle(),
                parts.closing(),
                entry.action().word(),
                entry.caseId().orElse(null),
                entry.actor().user(),
                entry.result().word(),
                seals.make(cell, now, parts),
                shown)));
        rememberEnd(receipt);
        return receipt;
    }

    private void rememberEnd(Receipt last) {
        long size = last.index() + 1;
        byte[] hash = Base64.getDecoder().decode(last.leafHash());
        List<byte[]> peaks = tree.hashes(last.cell(), TreeEnd.peaksOf(size));
        ends.keep(last.cell(), new TreeEnd(size, last.time(), hash, peaks));
    }

    /** The same for several entries, in their order. */
    List<Receipt> append(CellId cell, Instant now, List<Entry> entries) {
        List<Leaf.Parts> parts =
                entries.stream().map(entry -> Leaf.Parts.of(cell, entry)).toList();
        String moment = Leaf.moment(now);
        List<Receipt> receipts = told(() -> jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(APPEND_ALL);
                    statement.setObject(1, cell.value());
                    statement.setString(2, moment);
                    statement.setArray(3, texts(connection, parts, Leaf.Parts::opening));
                    statement.setArray(4, texts(connection, parts, Leaf.Parts::middle));
                    statement.setArray(5, texts(connection, parts, Leaf.Parts::closing));
                    statement.setArray(6, texts(connection, entries, entry -> entry.action()
                            .word()));
                    statement.setArray(
                            7, ids(connection, entries, entry -> entry.caseId().orElse(null)));
                    statement.setArray(
                            8, ids(connection, entries, entry -> entry.actor().user()));
                    statement.setArray(9, texts(connection, entries, entry -> entry.result()
                            .word()));
                    statement.setArray(
                            10,
                            connection.createArrayOf(
                                    "bytea",
                                    parts.stream()
                                            .map(each -> seals.make(cell, now, each))
                                            .toArray(byte[][]::new)));
                    return statement;
                },
                (row, number) -> receipt(cell, moment, parts.get(number), row)));
        rememberEnd(receipts.get(receipts.size() - 1));
        return receipts;
    }

    /** What the database hashed must be what the program meant: an altered function in the database fails the act. */
    private static Receipt receipt(CellId cell, String told, Leaf.Parts parts, ResultSet row) throws SQLException {
        long place = row.getLong(1);
        @Nullable String moved = row.getString(2);
        String moment = moved == null ? told : moved;
        byte[] hash = row.getBytes(3);
        if (!Arrays.equals(hash, parts.at(place, moment).hash())) {
            throw LedgerBroken.at(place, "is another than the database was told to append");
        }
        return receipt(cell, place, Instant.parse(moment), hash);
    }

    private static Receipt receipt(CellId cell, long place, Instant time, byte[] hash) {
        return new Receipt(cell, place, time, Base64.getEncoder().encodeToString(hash));
    }

    private static <T> Array texts(Connection connection, List<T> all, Function<T, String> text) throws SQLException {
        return connection.createArrayOf("text", all.stream().map(text).toArray(String[]::new));
    }

    private static <T> Array ids(Connection connection, List<T> all, Function<T, @Nullable UUID> id)
            throws SQLException {
        return connection.createArrayOf("uuid", all.stream().map(id).toArray(UUID[]::new));
    }

    /** The states that the migration names, and PostgreSQL's lock_not_available and deadlock_detected. */
    private static <T> T told(Supplier<T> append) {
        try {
            return append.get();
        } catch (DataAccessException failure) {
            throw NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                    ? known(Objects.requireNonNullElse(sql.getSQLState(), ""), failure)
                    : failure;
        }
    }

    private static RuntimeException known(String state, DataAccessException failure) {
        return switch (state) {
            case "55P03", "40P01" -> Refusal.conflict("ledger-busy");
            case "LV001" ->
                new IllegalStateException("the transaction began for another cell than the current one", failure);
            case "LV002" -> Refusal.conflict("ledger-clock-behind");
            case "LV003" -> new LedgerBroken("entries are missing from the end of the ledger");
            default -> failure;
        };
    }
}

package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The write side of the table {@code ledger_entry}: one call for the lock, the end of the ledger and the entries. */
@Component
class LedgerTable {

    private static final String APPEND = "select place, written, hash from ledger_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String APPEND_ALL =
            "select place, written, hash from ledger_append_all(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    LedgerTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for the ledger's lock, which this transaction then holds until its end, and appends.
     *
     * @param shown the cases that a list put before the reader, kept beside the leaf
     */
    Receipt append(CellId cell, Instant now, Entry entry, Set<UUID> shown) {
        Leaf.Parts parts = Leaf.Parts.of(cell, entry);
        return told(() -> Objects.requireNonNull(jdbc.queryForObject(
                APPEND,
                (row, number) -> receipt(cell, parts, row),
                cell.value(),
                now.atOffset(ZoneOffset.UTC),
                parts.opening(),
                parts.middle(),
                parts.closing(),
                entry.action().word(),
                entry.caseId().orElse(null),
                entry.actor().user(),
                entry.result().word(),
                shown.isEmpty() ? null : shown.toArray(UUID[]::new))));
    }

    /** The same for several entries, in their order. */
    List<Receipt> append(CellId cell, Instant now, List<Entry> entries) {
        List<Leaf.Parts> parts =
                entries.stream().map(entry -> Leaf.Parts.of(cell, entry)).toList();
        return told(() -> jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(APPEND_ALL);
                    statement.setObject(1, cell.value());
                    statement.setObject(2, now.atOffset(ZoneOffset.UTC));
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
                    return statement;
                },
                (row, number) -> receipt(cell, parts.get(number), row)));
    }

    /** What the database hashed must be what the program meant: an altered function in the database fails the act. */
    private static Receipt receipt(CellId cell, Leaf.Parts parts, ResultSet row) throws SQLException {
        long place = row.getLong("place");
        Instant time = row.getObject("written", OffsetDateTime.class).toInstant();
        byte[] hash = row.getBytes("hash");
        if (!Arrays.equals(hash, parts.at(place, time).hash())) {
            throw new LedgerBroken("the database appended another entry than it was told, at " + place);
        }
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

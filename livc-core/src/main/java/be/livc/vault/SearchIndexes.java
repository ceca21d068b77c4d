package be.livc.vault;

import be.livc.platform.CellId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The search indexes in this node's memory: opened from the sealed records at the first search in a cell, brought up to
 * date at each later one, dropped after some idle minutes.
 */
@Component
class SearchIndexes implements Expiring {

    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final int MOST_SUBJECTS = 200_000;
    private static final int ROWS_AT_ONCE = 2_000;

    /** What makes the driver send and take bytes as they are, from the first time on. */
    private static final int BINARY = -1;

    private static final String READ =
            "select s.record_id, s.row_id, s.revision, s.sealed, k.cell_key_version, k.wrapped"
                    + " from search_record s join case_key k on k.cell_id = s.cell_id and k.record_id = s.record_id"
                    + " where s.cell_id = ?";

    /** An index, and when it was searched last. */
    private record Held(SearchIndex index, Instant used) {}

    private final CaseKeys caseKeys;
    private final Tombstones tombstones;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Map<CellId, Held> held = new ConcurrentHashMap<>();

    SearchIndexes(
            CaseKeys caseKeys,
            Tombstones tombstones,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.caseKeys = caseKeys;
        this.tombstones = tombstones;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** The index of a cell as it is now, without those whose key was destroyed. */
    SearchIndex current(CellId cell) {
        SearchIndex index = Optional.ofNullable(held.get(cell)).map(Held::index).orElseGet(SearchIndex::new);
        boolean changed;
        synchronized (index) {
            changed = Boolean.TRUE.equals(reading.execute(status -> bringUpToDate(cell, index)));
        }
        keep(cell, index, changed);
        return index;
    }

    private boolean bringUpToDate(CellId cell, SearchIndex index) {
        Optional<UUID> now =
                jdbc
                        .queryForList("select changed from search_state where cell_id = ?", UUID.class, cell.value())
                        .stream()
                        .findFirst();
        if (!index.isBehind(now)) {
            return false;
        }
        // The rows are read after the state: what changes in between makes the index behind again.
        if (index.isFilled()) {
            readChanged(cell, index);
        } else {
            read(cell, index, READ, List.of());
        }
        index.isUpTo(now);
        return true;
    }

    private void readChanged(CellId cell, SearchIndex index) {
        Map<SearchIndex.Key, Long> known = index.revisions();
        Set<UUID> changed = new LinkedHashSet<>();
        jdbc.query(
                "select record_id, row_id, revision from search_record where cell_id = ?",
                row -> {
                    Long before = known.remove(keyIn(row));
                    if (before == null || before != row.getLong("revision")) {
                        changed.add(keyIn(row).record());
                    }
                },
                cell.value());
        known.keySet().forEach(index::remove);
        if (!changed.isEmpty()) {
            read(cell, index, READ + " and s.record_id = any(?)", changed);
        }
    }

    /** Row by row, so that a large cell is never in memory twice. */
    private void read(CellId cell, SearchIndex index, String query, Collection<UUID> records) {
        OpeningAside opening = new OpeningAside(cell, index);
        Map<Integer, Key> wrapping = new HashMap<>();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(query);
                    statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
                    statement.setFetchSize(ROWS_AT_ONCE);
                    statement.setObject(1, cell.value());
                    if (!records.isEmpty()) {
                        statement.setArray(2, connection.createArrayOf("uuid", records.toArray()));
                    }
                    return statement;
                },
                row -> {
                    opening.take(
                            keyIn(row),
                            row.getLong("revision"),
                            row.getBytes("sealed"),
                            wrapping.computeIfAbsent(
                                    row.getInt("cell_key_version"), version -> caseKeys.wrapping(cell, version)),
                            row.getBytes("wrapped"));
                });
        opening.finish();
    }

    private static SearchIndex.Key keyIn(ResultSet row) throws SQLException {
        return new SearchIndex.Key(row.getObject("record_id", UUID.class), row.getObject("row_id", UUID.class));
    }

    static Place placeOf(CellId cell, SearchIndex.Key key) {
        return new Place(cell, key.record(), "search_record", "sealed", key.row());
    }

    /**
     * Keeps what is alive of an index, and makes room by letting go of the cells that were searched longest ago. Under one
     * lock with {@link #forget}, so that what was read before a destruction does not stay after it.
     */
    private synchronized void keep(CellId cell, SearchIndex index, boolean changed) {
        if (changed) {
            index.removeIf(record -> tombstones.has(new RecordId(cell, record)));
        }
        held.remove(cell);
        while (!held.isEmpty() && inMemory() + index.size() > MOST_SUBJECTS) {
            held.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().used()))
                    .ifPresent(oldest -> held.remove(oldest.getKey()));
        }
        if (index.size() <= MOST_SUBJECTS) {
            held.put(cell, new Held(index, clock.instant()));
        }
    }

    /** Lets go of one record at once; the next search compares with the table again. */
    synchronized void forget(RecordId id) {
        Held one = held.get(id.cell());
        if (one != null) {
            one.index().removeIf(id.record()::equals);
        }
    }

    synchronized void dropAll() {
        held.clear();
    }

    int inMemory() {
        return held.values().stream().mapToInt(one -> one.index().size()).sum();
    }

    @Override
    public synchronized void dropExpired() {
        Instant idleSince = clock.instant().minus(IDLE);
        held.values().removeIf(one -> one.used().isBefore(idleSince));
    }
}

package be.livc.vault;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String READ =
            "select s.record_id, s.row_id, s.revision, s.sealed, k.cell_key_version, k.wrapped"
                    + " from search_record s join case_key k on k.cell_id = s.cell_id and k.record_id = s.record_id"
                    + " where s.cell_id = ?";

    /** An index, and when it was searched last. */
    private record Held(SearchIndex index, Instant used) {}

    private record State(long count, long fingerprint) {}

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
        State state = Objects.requireNonNull(jdbc.queryForObject(
                "select count(*), coalesce(bit_xor(revision), 0) from search_record where cell_id = ?",
                (row, n) -> new State(row.getLong(1), row.getLong(2)),
                cell.value()));
        if (state.equals(new State(index.size(), index.fingerprint()))) {
            return false;
        }
        if (index.size() == 0) {
            readAll(cell, index);
        } else {
            readChanged(cell, index);
        }
        return true;
    }

    /** Row by row, so that a large cell is never in memory twice. */
    private void readAll(CellId cell, SearchIndex index) {
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(READ);
                    statement.setFetchSize(ROWS_AT_ONCE);
                    statement.setObject(1, cell.value());
                    return statement;
                },
                row -> {
                    open(cell, row, index);
                });
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
            jdbc.query(
                    READ + " and s.record_id = any(?)",
                    statement -> {
                        statement.setObject(1, cell.value());
                        statement.setArray(2, statement.getConnection().createArrayOf("uuid", changed.toArray()));
                    },
                    row -> {
                        open(cell, row, index);
                    });
        }
    }

    private void open(CellId cell, ResultSet row, SearchIndex index) throws SQLException {
        SearchIndex.Key at = keyIn(row);
        Key key = caseKeys.unwrap(new RecordId(cell, at.record()), row);
        Place place = placeOf(cell, at);
        try {
            byte[] plain = key.open(row.getBytes("sealed"), place.associatedData());
            SearchRecord read = SearchRecord.of(new String(plain, StandardCharsets.UTF_8));
            index.put(at, row.getLong("revision"), read);
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("a search record does not open", place);
        }
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

    int inMemory() {
        return held.values().stream().mapToInt(one -> one.index().size()).sum();
    }

    @Override
    public synchronized void dropExpired() {
        Instant idleSince = clock.instant().minus(IDLE);
        held.values().removeIf(one -> one.used().isBefore(idleSince));
    }
}

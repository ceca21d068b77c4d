package be.livc.vault;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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

    private static final String READ =
            "select s.record_id, s.row_id, s.revision, s.sealed, k.cell_key_version, k.wrapped"
                    + " from search_record s join case_key k on k.cell_id = s.cell_id and k.record_id = s.record_id"
                    + " where s.cell_id = ?";

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

    /** The subjects of a cell as they are now, without those whose key was destroyed. */
    List<SearchIndex.Subject> current(CellId cell) {
        SearchIndex before =
                Optional.ofNullable(held.get(cell)).map(Held::index).orElse(SearchIndex.EMPTY);
        SearchIndex now = Objects.requireNonNull(reading.execute(status -> upToDate(cell, before)));
        return keep(cell, now).subjects();
    }

    private SearchIndex upToDate(CellId cell, SearchIndex before) {
        State state = Objects.requireNonNull(jdbc.queryForObject(
                "select count(*), coalesce(bit_xor(revision), 0) from search_record where cell_id = ?",
                (row, n) -> new State(row.getLong(1), row.getLong(2)),
                cell.value()));
        if (state.equals(new State(before.subjects().size(), before.fingerprint()))) {
            return before;
        }
        return before.subjects().isEmpty() ? readAll(cell) : readChanged(cell, before);
    }

    private SearchIndex readAll(CellId cell) {
        return new SearchIndex(jdbc.query(READ, (row, n) -> open(cell, row), cell.value()));
    }

    private SearchIndex readChanged(CellId cell, SearchIndex before) {
        Map<SearchIndex.Key, SearchIndex.Subject> known = before.byKey();
        List<SearchIndex.Subject> subjects = new ArrayList<>();
        Set<UUID> changed = new LinkedHashSet<>();
        jdbc.query(
                "select record_id, row_id, revision from search_record where cell_id = ?",
                row -> {
                    SearchIndex.Subject subject = known.get(keyIn(row));
                    if (subject != null && subject.revision() == row.getLong("revision")) {
                        subjects.add(subject);
                    } else {
                        changed.add(keyIn(row).record());
                    }
                },
                cell.value());
        subjects.removeIf(subject -> changed.contains(subject.key().record()));
        subjects.addAll(readThose(cell, changed));
        return new SearchIndex(subjects);
    }

    private List<SearchIndex.Subject> readThose(CellId cell, Set<UUID> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                READ + " and s.record_id = any(?)",
                statement -> {
                    statement.setObject(1, cell.value());
                    statement.setArray(2, statement.getConnection().createArrayOf("uuid", records.toArray()));
                },
                (row, n) -> open(cell, row));
    }

    private SearchIndex.Subject open(CellId cell, ResultSet row) throws SQLException {
        SearchIndex.Key at = keyIn(row);
        Key key = caseKeys.unwrap(new RecordId(cell, at.record()), row);
        Place place = placeOf(cell, at);
        try {
            byte[] plain = key.open(row.getBytes("sealed"), place.associatedData());
            SearchRecord read = SearchRecord.of(new String(plain, StandardCharsets.UTF_8));
            return SearchIndex.Subject.of(at, row.getLong("revision"), read);
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
    private synchronized SearchIndex keep(CellId cell, SearchIndex read) {
        SearchIndex living = read.with(record -> !tombstones.has(new RecordId(cell, record)));
        held.remove(cell);
        while (!held.isEmpty() && inMemory() + living.subjects().size() > MOST_SUBJECTS) {
            held.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().used()))
                    .ifPresent(oldest -> held.remove(oldest.getKey()));
        }
        if (living.subjects().size() <= MOST_SUBJECTS) {
            held.put(cell, new Held(living, clock.instant()));
        }
        return living;
    }

    /** Lets go of one record at once; the next search compares with the table again. */
    synchronized void forget(RecordId id) {
        held.computeIfPresent(
                id.cell(),
                (cell, one) -> new Held(one.index().with(record -> !record.equals(id.record())), one.used()));
    }

    int inMemory() {
        return held.values().stream()
                .mapToInt(one -> one.index().subjects().size())
                .sum();
    }

    @Override
    public synchronized void dropExpired() {
        Instant idleSince = clock.instant().minus(IDLE);
        held.values().removeIf(one -> one.used().isBefore(idleSince));
    }
}

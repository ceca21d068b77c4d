package be.livc.vault;

import be.livc.platform.CellId;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One key per case, or per other record with a life of its own, wrapped by the cell key. */
@Component
class CaseKeys implements Expiring {

    private static final Logger LOG = LoggerFactory.getLogger(CaseKeys.class);
    private static final int MOST_IN_MEMORY = 10_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Also the longest that the key of an erased record stays with a node that cannot hear the others. */
    private static final Duration LIFE_IN_MEMORY = Duration.ofMinutes(2);

    private final CellKeys cellKeys;
    private final Tombstones tombstones;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final KeyCache<RecordId, Key> unwrapped;

    CaseKeys(
            CellKeys cellKeys,
            Tombstones tombstones,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.cellKeys = cellKeys;
        this.tombstones = tombstones;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
        this.unwrapped = new KeyCache<>(MOST_IN_MEMORY, LIFE_IN_MEMORY, clock);
    }

    /** Makes the key of a record, in the transaction that makes the record. */
    void make(RecordId id) {
        byte[] key = Key.fresh();
        if (!insert(id, key, cellKeys.current(id.cell())) && !insert(id, key, cellKeys.currentNow(id.cell()))) {
            throw new SealBroken("no key of the cell wraps the key of a record", id);
        }
        keep(id, Key.of(key));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    drop(id);
                }
            }
        });
    }

    private boolean insert(RecordId id, byte[] key, CellKeys.Current wrapping) {
        return jdbc.update(
                        "insert into case_key (cell_id, record_id, cell_key_version, wrapped, created_at)"
                                + " select ?, ?, ?, ?, ?" + CellKeys.STILL_WRAPS,
                        id.cell().value(),
                        id.record(),
                        wrapping.version(),
                        wrapping.key().seal(key, id.associatedData()),
                        Timestamp.from(clock.instant()),
                        id.cell().value(),
                        wrapping.version())
                == 1;
    }

    /**
     * Wraps a batch of keys anew under the key of the cell that wraps now. A key that does not open stays where it is and is
     * told in the log: it does not keep the others. In a transaction of the cell.
     *
     * @param after the last of the batch before, or nothing
     * @return the last of this batch; nothing when none was left
     */
    Optional<UUID> wrapAnew(CellId cell, Optional<UUID> after, int most) {
        CellKeys.Current now = cellKeys.currentNow(cell);
        UUID[] last = new UUID[1];
        List<Object[]> anew = new ArrayList<>();
        jdbc.query(
                "select record_id, cell_key_version, wrapped from case_key where cell_id = ? and cell_key_version < ?"
                        + " and record_id > ? order by record_id limit ? for update skip locked",
                row -> {
                    RecordId id = new RecordId(cell, row.getObject("record_id", UUID.class));
                    last[0] = id.record();
                    wrappedAnew(id, row, now).ifPresent(anew::add);
                },
                cell.value(),
                now.version(),
                after.orElse(BEFORE_ALL),
                most);
        jdbc.batchUpdate(
                "update case_key set wrapped = ?, cell_key_version = ? where cell_id = ? and record_id = ?", anew);
        return Optional.ofNullable(last[0]);
    }

    private Optional<Object[]> wrappedAnew(RecordId id, ResultSet row, CellKeys.Current now) throws SQLException {
        try {
            byte[] key = cellKeys.of(id.cell(), row.getInt("cell_key_version"))
                    .open(row.getBytes("wrapped"), id.associatedData());
            byte[] wrapped = now.key().seal(key, id.associatedData());
            return Optional.of(new Object[] {wrapped, now.version(), id.cell().value(), id.record()});
        } catch (GeneralSecurityException altered) {
            LOG.error("The key of a record does not open and was not wrapped anew: {}", id);
            return Optional.empty();
        }
    }

    /** Throws as {@link #of(CellId, Collection)} does. */
    Key of(RecordId id) {
        return unwrapped.get(id).filter(key -> !tombstones.has(id)).orElseGet(() -> of(id.cell(), List.of(id.record()))
                .get(id.record()));
    }

    /**
     * The keys of these records, with one query for those that are not in memory.
     *
     * @throws Refusal conflict {@code erased}, when the key of one of them was destroyed
     * @throws SealBroken when one of them has no key, or one that does not open
     */
    Map<UUID, Key> of(CellId cell, Collection<UUID> records) {
        List<RecordId> ids = new ArrayList<>(records.size());
        for (UUID record : records) {
            RecordId id = new RecordId(cell, record);
            if (tombstones.has(id)) {
                throw Refusal.conflict("erased");
            }
            ids.add(id);
        }
        Map<RecordId, Key> inMemory = unwrapped.getAll(ids);
        Map<UUID, Key> keys = new HashMap<>(2 * ids.size());
        Set<UUID> missing = new LinkedHashSet<>();
        for (RecordId id : ids) {
            Key key = inMemory.get(id);
            if (key == null) {
                missing.add(id.record());
            } else {
                keys.put(id.record(), key);
            }
        }
        if (!missing.isEmpty()) {
            keys.putAll(Objects.requireNonNull(reading.execute(status -> load(cell, missing))));
            requireAll(cell, missing, keys);
        }
        return keys;
    }

    private Map<UUID, Key> load(CellId cell, Set<UUID> records) {
        Map<UUID, Key> loaded = new HashMap<>();
        jdbc.query(
                "select record_id, cell_key_version, wrapped from case_key where cell_id = ? and record_id = any(?)",
                statement -> {
                    statement.setObject(1, cell.value());
                    statement.setArray(2, statement.getConnection().createArrayOf("uuid", records.toArray()));
                },
                row -> {
                    RecordId id = new RecordId(cell, row.getObject("record_id", UUID.class));
                    Key key = unwrap(id, row);
                    keep(id, key);
                    loaded.put(id.record(), key);
                });
        return loaded;
    }

    private Key unwrap(RecordId id, ResultSet row) throws SQLException {
        return unwrap(id, wrapping(id.cell(), row.getInt("cell_key_version")), row.getBytes("wrapped"));
    }

    /** The key of a cell that wrapped keys of records. In a transaction of the cell. */
    Key wrapping(CellId cell, int version) {
        return cellKeys.of(cell, version);
    }

    /** The key of a record from what its column holds; not kept in memory. */
    static Key unwrap(RecordId id, Key wrapping, byte[] wrapped) {
        try {
            return Key.of(wrapping.open(wrapped, id.associatedData()));
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("the key of a record does not open", id);
        }
    }

    private void requireAll(CellId cell, Set<UUID> records, Map<UUID, Key> keys) {
        for (UUID record : records) {
            if (!keys.containsKey(record)) {
                RecordId id = new RecordId(cell, record);
                if (isDestroyed(id)) {
                    throw Refusal.conflict("erased");
                }
                throw new SealBroken("a record has no key, though none was destroyed", id);
            }
        }
    }

    private boolean isDestroyed(RecordId id) {
        return Objects.requireNonNull(reading.execute(status -> Objects.requireNonNull(jdbc.queryForObject(
                "select exists (select 1 from destroyed_key where cell_id = ? and record_id = ?)",
                Boolean.class,
                id.cell().value(),
                id.record()))));
    }

    /** Those of these records whose key was destroyed. In a transaction of the cell. */
    Set<UUID> destroyedAmong(CellId cell, Collection<UUID> records) {
        return Set.copyOf(jdbc.queryForList(
                "select record_id from destroyed_key where cell_id = ? and record_id = any (?::uuid[])",
                UUID.class,
                cell.value(),
                Ids.array(records)));
    }

    /** Deletes the key and what lives only by it, in the running transaction; doing it again changes nothing. */
    void delete(RecordId id, Instant at) {
        jdbc.update(
                "delete from search_record where cell_id = ? and record_id = ?",
                id.cell().value(),
                id.record());
        jdbc.update(
                "delete from sealed_file where cell_id = ? and record_id = ?",
                id.cell().value(),
                id.record());
        jdbc.update(
                "delete from case_key where cell_id = ? and record_id = ?",
                id.cell().value(),
                id.record());
        jdbc.update(
                "insert into destroyed_key (cell_id, record_id, at) values (?, ?, ?) on conflict do nothing",
                id.cell().value(),
                id.record(),
                Timestamp.from(at));
    }

    /** Whether the record has a key, or had one that was destroyed. */
    boolean knows(RecordId id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from case_key where cell_id = ? and record_id = ?)"
                        + " or exists (select 1 from destroyed_key where cell_id = ? and record_id = ?)",
                Boolean.class,
                id.cell().value(),
                id.record(),
                id.cell().value(),
                id.record()));
    }

    /** What another thread read before a destruction committed must not stay in memory after it. */
    private void keep(RecordId id, Key key) {
        unwrapped.put(id, key);
        if (tombstones.has(id)) {
            unwrapped.drop(id);
        }
    }

    void drop(RecordId id) {
        unwrapped.drop(id);
    }

    void dropAll() {
        unwrapped.dropAll();
    }

    int inMemory() {
        return unwrapped.size();
    }

    @Override
    public void dropExpired() {
        unwrapped.dropExpired();
    }
}

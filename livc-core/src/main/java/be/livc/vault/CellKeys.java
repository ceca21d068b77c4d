package be.livc.vault;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One key per cell, wrapped by the master key. It wraps the keys of the cell's records and of its ledger. A newer one takes its
 * place each quarter; see {@link KeyRotation}.
 */
@Component
class CellKeys implements Expiring {

    private static final int FIRST = 1;
    private static final int MOST_IN_MEMORY = 1_000;
    private static final Duration LIFE_IN_MEMORY = Duration.ofMinutes(5);

    private record Version(CellId cell, int number) {
        byte[] associatedData() {
            return ("v1|cell_key|" + cell + '|' + number).getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Ends an {@code insert … select} of what a key of a cell wrapped: it keeps nothing, and the count is zero, when that key
     * retired meanwhile on another node. Takes cell and version.
     */
    static final String STILL_WRAPS =
            " from cell_key where cell_id = ? and version = ? and retired_at is null for key share";

    /** The key that wraps now. */
    record Current(int version, Key key) {}

    private final MasterKeys masterKeys;
    private final MasterKeyBook book;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final KeyCache<Version, Key> unwrapped;
    private final KeyCache<CellId, Integer> newest;

    CellKeys(MasterKeys masterKeys, MasterKeyBook book, JdbcTemplate jdbc, Clock clock) {
        this.masterKeys = masterKeys;
        this.book = book;
        this.jdbc = jdbc;
        this.clock = clock;
        this.unwrapped = new KeyCache<>(MOST_IN_MEMORY, LIFE_IN_MEMORY, clock);
        this.newest = new KeyCache<>(MOST_IN_MEMORY, LIFE_IN_MEMORY, clock);
    }

    /** Makes the first key of a cell, in the transaction that founds it. */
    void make(CellId cell) {
        add(cell, FIRST);
    }

    /** Makes the next key of a cell, which wraps from now on. In a transaction of the cell, one at a time per cell. */
    int renew(CellId cell) {
        int next = newestOf(cell) + 1;
        add(cell, next);
        forgetNewest(cell);
        return next;
    }

    /** A master key that retired meanwhile on another node wraps nothing: the newest is asked for once more. */
    private void add(CellId cell, int version) {
        book.keepUnchanged();
        Version made = new Version(cell, version);
        byte[] key = Key.fresh();
        if (!insert(made, key)) {
            masterKeys.dropExpired();
            if (!insert(made, key)) {
                throw new SealBroken("no master key wraps the key of a cell", made);
            }
        }
    }

    private boolean insert(Version made, byte[] key) {
        MasterKeys.Wrapped wrapped = masterKeys.wrap(key, made.associatedData());
        return jdbc.update(
                        "insert into cell_key (cell_id, version, wrapped, master_key_id, created_at)"
                                + " select ?, ?, ?, id, ? from master_key where id = ? and retired_at is null for key share",
                        made.cell().value(),
                        made.number(),
                        wrapped.bytes(),
                        Timestamp.from(clock.instant()),
                        wrapped.by())
                == 1;
    }

    /** In a transaction of the cell. What is wrapped with it must be kept with {@link #STILL_WRAPS}. */
    Current current(CellId cell) {
        int version = newest.get(cell).orElseGet(() -> newestOf(cell));
        return new Current(version, of(cell, version));
    }

    /** The same, asked of the database and not of the memory. In a transaction of the cell. */
    Current currentNow(CellId cell) {
        forgetNewest(cell);
        return current(cell);
    }

    /** After a node learnt that another key wraps now. */
    void forgetNewest(CellId cell) {
        newest.drop(cell);
    }

    private int newestOf(CellId cell) {
        Integer version = jdbc.queryForObject(
                "select max(version) from cell_key where cell_id = ? and retired_at is null",
                Integer.class,
                cell.value());
        if (version == null) {
            throw new SealBroken("a cell has no key", cell);
        }
        newest.put(cell, version);
        return version;
    }

    /**
     * Wraps the newest key of a cell anew when another master key wraps now. The older ones stay as they are: they end with the
     * master key that they were left with. In a transaction of the cell.
     */
    boolean wrapAnew(CellId cell) {
        book.keepUnchanged();
        Version asked = new Version(cell, newestOf(cell));
        String by = jdbc.queryForObject(
                "select master_key_id from cell_key where cell_id = ? and version = ? for update",
                String.class,
                cell.value(),
                asked.number());
        if (masterKeys.current().equals(by)) {
            return false;
        }
        MasterKeys.Wrapped wrapped = masterKeys.wrap(unwrapped(asked), asked.associatedData());
        jdbc.update(
                "update cell_key set wrapped = ?, master_key_id = ? where cell_id = ? and version = ?",
                wrapped.bytes(),
                wrapped.by(),
                cell.value(),
                asked.number());
        return true;
    }

    /**
     * Retires the older keys of a cell under which nothing living is left. The lock on each keeps others from wrapping with it
     * meanwhile, and afterwards nobody does. In a transaction of the cell.
     */
    void retireOlder(CellId cell) {
        List<Integer> older = jdbc.queryForList(
                "select version from cell_key where cell_id = ? and version < ? and retired_at is null for update",
                Integer.class,
                cell.value(),
                newestOf(cell));
        for (int version : older) {
            if (!holds(cell, version)) {
                jdbc.update(
                        "update cell_key set retired_at = ? where cell_id = ? and version = ?",
                        Timestamp.from(clock.instant()),
                        cell.value(),
                        version);
            }
        }
    }

    private boolean holds(CellId cell, int version) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from case_key where cell_id = ? and cell_key_version = ?)"
                        + " or exists (select 1 from ledger_key where cell_id = ? and cell_key_version = ?)",
                Boolean.class,
                cell.value(),
                version,
                cell.value(),
                version));
    }

    /** Destroys the keys of a cell that retired at this moment or before; gives their versions. In a transaction of the cell. */
    List<Integer> destroyRetired(CellId cell, Instant until) {
        List<Integer> over = jdbc.queryForList(
                "select version from cell_key where cell_id = ? and retired_at <= ? and destroyed_at is null for update",
                Integer.class,
                cell.value(),
                Timestamp.from(until));
        for (int version : over) {
            if (holds(cell, version)) {
                throw new IllegalStateException("a retired key of cell " + cell + " holds something");
            }
            jdbc.update(
                    "update cell_key set wrapped = null, destroyed_at = ? where cell_id = ? and version = ?",
                    Timestamp.from(clock.instant()),
                    cell.value(),
                    version);
            unwrapped.drop(new Version(cell, version));
        }
        return over;
    }

    /** In a transaction of the cell. */
    Key of(CellId cell, int version) {
        Version asked = new Version(cell, version);
        return unwrapped.get(asked).orElseGet(() -> load(asked));
    }

    private Key load(Version asked) {
        Key key = Key.of(unwrapped(asked));
        unwrapped.put(asked, key);
        return key;
    }

    private byte[] unwrapped(Version asked) {
        List<byte[]> wrapped = jdbc.query(
                "select wrapped from cell_key where cell_id = ? and version = ? and destroyed_at is null",
                (row, n) -> row.getBytes(1),
                asked.cell().value(),
                asked.number());
        if (wrapped.isEmpty()) {
            throw new SealBroken("a cell has no key of this version", asked);
        }
        try {
            return masterKeys.unwrap(wrapped.get(0), asked.associatedData());
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("the key of a cell does not open", asked);
        }
    }

    void dropAll() {
        unwrapped.dropAll();
        newest.dropAll();
    }

    @Override
    public void dropExpired() {
        unwrapped.dropExpired();
        newest.dropExpired();
    }
}

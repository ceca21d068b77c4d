package be.livc.vault;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One key per cell, wrapped by the master key. It wraps the keys of the cell's records and of its ledger. */
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

    /** The key that wraps now. */
    record Current(int version, Key key) {}

    private final MasterKeys masterKeys;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final KeyCache<Version, Key> unwrapped;
    private final KeyCache<CellId, Integer> newest;

    CellKeys(MasterKeys masterKeys, JdbcTemplate jdbc, Clock clock) {
        this.masterKeys = masterKeys;
        this.jdbc = jdbc;
        this.clock = clock;
        this.unwrapped = new KeyCache<>(MOST_IN_MEMORY, LIFE_IN_MEMORY, clock);
        this.newest = new KeyCache<>(MOST_IN_MEMORY, LIFE_IN_MEMORY, clock);
    }

    /** Makes the first key of a cell, in the transaction that founds it. */
    void make(CellId cell) {
        byte[] wrapped = masterKeys.wrap(Key.fresh(), new Version(cell, FIRST).associatedData());
        jdbc.update(
                "insert into cell_key (cell_id, version, wrapped, master_key_id, created_at) values (?, ?, ?, ?, ?)",
                cell.value(),
                FIRST,
                wrapped,
                masterKeys.current(),
                Timestamp.from(clock.instant()));
    }

    /** In a transaction of the cell. */
    Current current(CellId cell) {
        int version = newest.get(cell).orElseGet(() -> newestOf(cell));
        return new Current(version, of(cell, version));
    }

    private int newestOf(CellId cell) {
        Integer version = jdbc.queryForObject(
                "select max(version) from cell_key where cell_id = ? and destroyed_at is null",
                Integer.class,
                cell.value());
        if (version == null) {
            throw new SealBroken("a cell has no key", cell);
        }
        newest.put(cell, version);
        return version;
    }

    /** In a transaction of the cell. */
    Key of(CellId cell, int version) {
        Version asked = new Version(cell, version);
        return unwrapped.get(asked).orElseGet(() -> load(asked));
    }

    private Key load(Version asked) {
        List<byte[]> wrapped = jdbc.query(
                "select wrapped from cell_key where cell_id = ? and version = ? and destroyed_at is null",
                (row, n) -> row.getBytes(1),
                asked.cell().value(),
                asked.number());
        if (wrapped.isEmpty()) {
            throw new SealBroken("a cell has no key of this version", asked);
        }
        try {
            Key key = Key.of(masterKeys.unwrap(wrapped.get(0), asked.associatedData()));
            unwrapped.put(asked, key);
            return key;
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("the key of a cell does not open", asked);
        }
    }

    @Override
    public void dropExpired() {
        unwrapped.dropExpired();
        newest.dropExpired();
    }
}

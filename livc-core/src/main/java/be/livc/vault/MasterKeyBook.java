package be.livc.vault;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the database knows of the master keys: their names, and when each came, retired and was destroyed; never a key. */
@Component
class MasterKeyBook {

    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('livc keyset', 0))";
    private static final String UNCHANGED = "select pg_advisory_xact_lock_shared(hashtextextended('livc keyset', 0))";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    MasterKeyBook(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One node at a time until the end of the transaction, so that two that start on an empty database do not each make a
     * keyset, and the master keys are changed by one.
     */
    void changeAlone() {
        jdbc.query(ALONE, row -> {});
    }

    /** Keeps the master keys as they are until the end of the transaction. */
    void keepUnchanged() {
        jdbc.query(UNCHANGED, row -> {});
    }

    Set<String> everUsed() {
        return new HashSet<>(jdbc.queryForList("select id from master_key", String.class));
    }

    Set<String> inUse() {
        return new HashSet<>(jdbc.queryForList("select id from master_key where retired_at is null", String.class));
    }

    Optional<Instant> firstUse(String name) {
        return jdbc.queryForList("select first_used_at from master_key where id = ?", Timestamp.class, name).stream()
                .map(Timestamp::toInstant)
                .findFirst();
    }

    void use(String name) {
        jdbc.update("insert into master_key (id, first_used_at) values (?, ?)", name, now());
    }

    /** Those that have not retired beside the current one; held, so that none retires twice. */
    List<String> olderThan(String current) {
        return jdbc.queryForList(
                "select id from master_key where retired_at is null and id <> ? for update", String.class, current);
    }

    void retire(String name) {
        jdbc.update("update master_key set retired_at = ? where id = ?", now(), name);
    }

    /** Those that retired by then and are still to be destroyed, the first used first. */
    List<String> retiredBy(Instant then) {
        return jdbc.queryForList(
                "select id from master_key where retired_at <= ? and destroyed_at is null order by first_used_at",
                String.class,
                Timestamp.from(then));
    }

    void markDestroyed(String name) {
        jdbc.update("update master_key set destroyed_at = ? where id = ?", now(), name);
    }

    List<String> destroyed() {
        return jdbc.queryForList("select id from master_key where destroyed_at is not null", String.class);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

package be.livc.web.signin;

import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down without shutting anybody out for good: after some failures each further one doubles the wait, up to a
 * quarter of an hour, and an hour of rest forgets them.
 *
 * <p>Counted per account at an address, and more widely per account and per address. The wide limits do not hold for an
 * account at an address that it signed in from before: whoever guesses from elsewhere cannot keep its owner out. An attempt
 * is counted before its password is looked at, so that many at once are not let through.
 */
@Component
class Attempts {

    /** How many attempts are free, for each of what is counted; narrow before wide, which is the order of the locks. */
    private enum Scope {
        ACCOUNT_AT_ADDRESS(5),
        ACCOUNT(20),
        ADDRESS(100);

        private final int free;

        Scope(int free) {
            this.free = free;
        }

        String subject(DoorKey key, String username, String address) {
            return switch (this) {
                case ACCOUNT_AT_ADDRESS -> key.of("attempt at address", username + '\n' + address);
                case ACCOUNT -> key.of("attempt", username);
                case ADDRESS -> key.of("attempts of address", address);
            };
        }
    }

    private record Count(int failures, Instant lastAt, Instant freeAt, @Nullable Instant knownUntil) {
        static Count of(ResultSet row, int n) throws SQLException {
            Timestamp known = row.getTimestamp(4);
            return new Count(
                    row.getInt(1),
                    row.getTimestamp(2).toInstant(),
                    row.getTimestamp(3).toInstant(),
                    known == null ? null : known.toInstant());
        }
    }

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final Duration KNOWN = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final DoorKey key;
    private final Clock clock;

    Attempts(JdbcTemplate jdbc, DoorKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** An attempt that was counted, under these subjects; the account at its address is the first. */
    record Attempt(List<String> subjects) {}

    /**
     * Counts an attempt that is about to be made.
     *
     * @param address a pseudonym is enough
     * @throws Refusal too many, with the seconds to wait; it is not counted then
     */
    @Transactional
    public Attempt begin(String username, String address) {
        Instant now = now();
        List<String> counted = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            String subject = scope.subject(key, username, address);
            Count before = locked(subject, now);
            if (before.freeAt().isAfter(now)) {
                throw Refusal.tooMany(Duration.between(now, before.freeAt()).toSeconds() + 1);
            }
            count(subject, scope, before, now);
            counted.add(subject);
            if (before.knownUntil() != null && before.knownUntil().isAfter(now)) {
                break;
            }
        }
        return new Attempt(counted);
    }

    /** As fine as the database keeps it: a moment that was written and read back is not later than itself. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Count locked(String subject, Instant now) {
        Timestamp moment = Timestamp.from(now);
        jdbc.update(
                "insert into sign_in_attempt (subject, failures, last_at, free_at) values (?, 0, ?, ?)"
                        + " on conflict do nothing",
                subject,
                moment,
                moment);
        return jdbc.query(
                        "select failures, last_at, free_at, known_until from sign_in_attempt where subject = ? for update",
                        Count::of,
                        subject)
                .get(0);
    }

    private void count(String subject, Scope scope, Count before, Instant now) {
        boolean forgotten = before.lastAt().plus(FORGOTTEN).isBefore(now);
        int failures = forgotten ? 1 : before.failures() + 1;
        Instant freeAt = failures < scope.free ? now : now.plus(waitAfter(failures - scope.free));
        jdbc.update(
                "update sign_in_attempt set failures = ?, last_at = ?, free_at = ? where subject = ?",
                failures,
                Timestamp.from(now),
                Timestamp.from(freeAt),
                subject);
    }

    private static Duration waitAfter(int beyondFree) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyondFree, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Takes an attempt back: it was the owner, who is known at this address from now on. */
    @Transactional
    public void succeeded(Attempt attempt) {
        Instant now = now();
        Timestamp moment = Timestamp.from(now);
        for (String wide : attempt.subjects()) {
            jdbc.update(
                    "update sign_in_attempt set failures = greatest(failures - 1, 0), free_at = ? where subject = ?",
                    moment,
                    wide);
        }
        jdbc.update(
                "update sign_in_attempt set failures = 0, known_until = ? where subject = ?",
                Timestamp.from(now.plus(KNOWN)),
                attempt.subjects().get(0));
        jdbc.update(
                "delete from sign_in_attempt where last_at < ? and (known_until is null or known_until < ?)",
                Timestamp.from(now.minus(FORGOTTEN)),
                moment);
    }
}

package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers, for a day, which call of a caller was sent with which Idempotency-Key, and what the first answer was. A call
 * whose answer was never kept, because the program ended in the middle, is not done again: nobody can tell whether it took
 * effect.
 */
@Component
class Repeats {

    /** A call that carries a key. */
    record Call(Actor actor, byte[] keyHash, byte[] requestHash) {}

    private record Kept(byte[] requestHash, @Nullable String answer) {}

    private static final Duration TERM = Duration.ofHours(24);
    private static final int LOOKS = 50;
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Repeats(JdbcTemplate jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The call, known by its key and by what is sent; the key is what keeps the second hash from being guessed at. */
    static Call call(Actor actor, String key, String request) {
        byte[] secret = key.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return new Call(
                    actor,
                    MessageDigest.getInstance("SHA-256").digest(secret),
                    mac.doFinal(request.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /**
     * Takes the key for this call, or gives the answer that the first call with it got. Waits some seconds for a first call
     * that still runs.
     *
     * @throws Refusal {@code idempotency-key-reused}, when something else was sent with the key; {@code
     *     idempotency-in-progress}, when the first call has no answer
     */
    Optional<String> claim(Call call) {
        for (int look = 0; look < LOOKS; look++) {
            if (Boolean.TRUE.equals(transactions.execute(tx -> insert(call)))) {
                return Optional.empty();
            }
            Optional<Kept> kept = transactions.execute(tx -> find(call));
            if (kept != null && kept.isPresent()) {
                if (!MessageDigest.isEqual(kept.get().requestHash(), call.requestHash())) {
                    throw Refusal.conflict("idempotency-key-reused");
                }
                if (kept.get().answer() != null) {
                    return Optional.of(kept.get().answer());
                }
            }
            pause();
        }
        throw Refusal.conflict("idempotency-in-progress");
    }

    private boolean insert(Call call) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(
                "delete from api_idempotency where cell_id = ? and claimed_at < ?",
                call.actor().cell().value(),
                Timestamp.from(clock.instant().minus(TERM)));
        return jdbc.update(
                        "insert into api_idempotency (cell_id, user_id, key_hash, request_hash, claimed_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        call.actor().cell().value(),
                        call.actor().user().value(),
                        call.keyHash(),
                        call.requestHash(),
                        now)
                == 1;
    }

    private Optional<Kept> find(Call call) {
        return jdbc
                .query(
                        "select request_hash, answer from api_idempotency"
                                + " where cell_id = ? and user_id = ? and key_hash = ?",
                        Repeats::kept,
                        call.actor().cell().value(),
                        call.actor().user().value(),
                        call.keyHash())
                .stream()
                .findFirst();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(row.getBytes("request_hash"), row.getString("answer"));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("idempotency-in-progress");
        }
    }

    /** Keeps the first answer. */
    void answered(Call call, String answer) {
        transactions.executeWithoutResult(tx -> jdbc.update(
                "update api_idempotency set answer = ? where cell_id = ? and user_id = ? and key_hash = ?",
                answer,
                call.actor().cell().value(),
                call.actor().user().value(),
                call.keyHash()));
    }

    /** Gives the key back after a call that made nothing: it may be sent again once what stood in its way is mended. */
    void madeNothing(Call call) {
        transactions.executeWithoutResult(tx -> jdbc.update(
                "delete from api_idempotency where cell_id = ? and user_id = ? and key_hash = ?",
                call.actor().cell().value(),
                call.actor().user().value(),
                call.keyHash()));
    }
}

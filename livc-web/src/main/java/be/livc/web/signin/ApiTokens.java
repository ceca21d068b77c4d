package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.UserId;
import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bearer tokens of other programs: 256 random bits, of which only the SHA-256 is kept. A token says whose it is and for
 * which cell; it gives no right that the mandate does not give at that moment.
 */
@Component
class ApiTokens {

    /** How long a token is good. */
    static final Duration VALID = Duration.ofHours(8);

    /** Lets a secret that leaked into a file be found for what it is. */
    private static final String PREFIX = "livc_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A token as it is given, once. */
    record Issued(String token, Instant expiresAt) {}

    /** What a token stands for. */
    record Bearer(Account account, CellId cell) {}

    private final JdbcTemplate jdbc;
    private final Accounts accounts;
    private final Clock clock;

    ApiTokens(JdbcTemplate jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Makes a new one, and forgets those whose time is over. */
    @Transactional
    public Issued issue(UserId user, CellId cell) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(VALID);
        jdbc.update("delete from api_token where expires_at <= ?", Timestamp.from(now));
        jdbc.update(
                "insert into api_token (token_hash, account_id, cell_id, issued_at, expires_at) values (?, ?, ?, ?, ?)",
                hash(token),
                user.value(),
                cell.value(),
                Timestamp.from(now),
                Timestamp.from(expiresAt));
        return new Issued(token, expiresAt);
    }

    /** Whose token this is, in one transaction with the account; empty when it is not one of ours, expired or revoked. */
    @Transactional(readOnly = true)
    public Optional<Bearer> find(String token) {
        record Named(UserId user, CellId cell) {}
        return jdbc
                .query(
                        "select account_id, cell_id from api_token where token_hash = ? and expires_at > ?",
                        (row, n) -> new Named(
                                new UserId(row.getObject(1, UUID.class)), new CellId(row.getObject(2, UUID.class))),
                        hash(token),
                        Timestamp.from(clock.instant()))
                .stream()
                .findFirst()
                .flatMap(named -> accounts.find(named.user()).map(account -> new Bearer(account, named.cell())));
    }

    /** Makes a token worthless; one that is so already stays so. */
    @Transactional
    public void revoke(String token) {
        jdbc.update("delete from api_token where token_hash = ?", hash(token));
    }

    /** Makes all tokens of somebody worthless. */
    @Transactional
    public void revokeAll(UserId user) {
        jdbc.update("delete from api_token where account_id = ?", user.value());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is not to be had on this Java", missing);
        }
    }
}

package be.livc.cell;

import be.livc.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept of the second thing that somebody shows at the sign-in: a code of their own device, or one on paper; a passkey
 * shows it too and is kept by {@link Passkeys}. No secret is among it.
 */
@Component
public class SecondFactors {

    /**
     * What an account has.
     *
     * @param salt from which, with a key of the program, the secret of the device that makes codes follows; empty where there is
     *     none, since a passkey is what its person has
     * @param codesLeft how many codes on paper were not used yet
     */
    public record SecondFactor(Optional<String> salt, int codesLeft) {}

    private final Passkeys passkeys;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SecondFactors(Passkeys passkeys, JdbcTemplate jdbc, Clock clock) {
        this.passkeys = passkeys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What this account has; empty where the password is enough. */
    @Transactional(readOnly = true)
    public Optional<SecondFactor> of(UserId user) {
        return jdbc
                .query(
                        "select second_factor_salt, cardinality(recovery_codes) from account"
                                + " where id = ? and second_factor_since is not null",
                        (row, n) -> new SecondFactor(Optional.ofNullable(row.getString(1)), row.getInt(2)),
                        user.value())
                .stream()
                .findFirst();
    }

    /**
     * Sets it, in place of any before.
     *
     * @param salt a new one
     * @param step of which half minute the code was that proved it: that code is spent
     * @param recovery hashes of the codes on paper, made by the sign-in
     */
    @Transactional
    public void set(UserId user, String salt, long step, List<String> recovery) {
        int changed = jdbc.update(
                "update account set second_factor_since = ?, second_factor_salt = ?, second_factor_step = ?,"
                        + " recovery_codes = ? where id = ?",
                Timestamp.from(clock.instant()),
                salt,
                step,
                recovery.toArray(String[]::new),
                user.value());
        if (changed == 0) {
            throw Refusal.notFound();
        }
    }

    /**
     * Begins to ask for it from who has a passkey and no device that makes codes; false where it was asked before, also at the
     * very same moment: the codes of then stay.
     *
     * @param recovery as for {@link #set}
     */
    @Transactional
    public boolean begin(UserId user, List<String> recovery) {
        return jdbc.update(
                        "update account set second_factor_since = ?, recovery_codes = ?"
                                + " where id = ? and second_factor_since is null",
                        Timestamp.from(clock.instant()),
                        recovery.toArray(String[]::new),
                        user.value())
                == 1;
    }

    /**
     * Takes other codes on paper in place of those before.
     *
     * @param recovery as for {@link #set}
     * @throws Refusal when nothing is asked after the password, so that there are none
     */
    @Transactional
    public void renew(UserId user, List<String> recovery) {
        int changed = jdbc.update(
                "update account set recovery_codes = ? where id = ? and second_factor_since is not null",
                recovery.toArray(String[]::new),
                user.value());
        if (changed == 0) {
            throw Refusal.notFound();
        }
    }

    /** Spends the code of this half minute; false when it, or a later one, was spent before, also at the very same moment. */
    @Transactional
    public boolean spend(UserId user, long step) {
        return jdbc.update(
                        "update account set second_factor_step = ? where id = ? and second_factor_step < ?",
                        step,
                        user.value(),
                        step)
                == 1;
    }

    /** Spends a code on paper, by its hash; false when there is none such, or it was spent before. */
    @Transactional
    public boolean spend(UserId user, String recovery) {
        return jdbc.update(
                        "update account set recovery_codes = array_remove(recovery_codes, ?)"
                                + " where id = ? and ? = any (recovery_codes)",
                        recovery,
                        user.value(),
                        recovery)
                == 1;
    }

    /** Takes it away, every passkey with it: the password alone is enough until another is set. */
    @Transactional
    public void clear(UserId user) {
        passkeys.removeAll(user);
        jdbc.update(
                "update account set second_factor_since = null, second_factor_salt = null, second_factor_step = null,"
                        + " recovery_codes = '{}' where id = ?",
                user.value());
    }
}

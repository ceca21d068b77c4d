package be.livc.cell;

import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of all accounts: looked up before a cell is bound, so they hold no rights. */
@Component
public class Passkeys {

    private static final String SELECT = "select id, account_id, name, credential, attested, uses, backup_eligible,"
            + " added_at, used_at from passkey where ";

    /** How many one account may have: as many as a person has devices. */
    private static final int MOST = 10;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Passkeys(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of an account, oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> of(UserId owner) {
        return jdbc.query(SELECT + "account_id = ? order by added_at, id", Passkeys::read, owner.value());
    }

    /** The one with the id that a device gave it. */
    @Transactional(readOnly = true)
    public Optional<Passkey> byCredential(String credential) {
        return jdbc.query(SELECT + "credential = ?", Passkeys::read, credential).stream()
                .findFirst();
    }

    private static Passkey read(ResultSet row, int n) throws SQLException {
        return new Passkey(
                row.getObject(1, UUID.class),
                new UserId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getBoolean(7),
                row.getTimestamp(8).toInstant(),
                Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant));
    }

    /**
     * Refuses a name that another one of the account has, an empty or long one, and one passkey more than an account may have.
     *
     * @throws Refusal on the field {@code name}
     */
    @Transactional(readOnly = true)
    public void requireNew(UserId owner, String name) {
        ShortText.LINE.require("name", name);
        List<Passkey> known = of(owner);
        if (known.size() >= MOST) {
            throw Refusal.invalid("name", "too-many-passkeys");
        }
        if (known.stream().anyMatch(one -> one.name().equalsIgnoreCase(name.strip()))) {
            throw Refusal.invalid("name", "name-taken");
        }
    }

    /**
     * Adds one.
     *
     * @throws Refusal as {@link #requireNew} does; a device that gave an id which is known already did not make a new one
     */
    @Transactional
    public void add(UserId owner, String name, String credential, String attested, long uses, boolean backupEligible) {
        requireNew(owner, name);
        int added = jdbc.update(
                "insert into passkey (id, account_id, name, credential, attested, uses, backup_eligible, added_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential) do nothing",
                Ids.next(),
                owner.value(),
                name.strip(),
                credential,
                attested,
                uses,
                backupEligible,
                Timestamp.from(clock.instant()));
        if (added == 0) {
            throw Refusal.invalid("answer", "passkey-refused");
        }
    }

    /** Somebody signed in with it; {@code uses} is the count that its device sent. */
    @Transactional
    public void used(UUID id, long uses) {
        jdbc.update("update passkey set uses = ?, used_at = ? where id = ?", uses, Timestamp.from(clock.instant()), id);
    }

    /**
     * Removes one of this account.
     *
     * @throws Refusal when the account has no such
     */
    @Transactional
    public void remove(UserId owner, UUID id) {
        if (jdbc.update("delete from passkey where id = ? and account_id = ?", id, owner.value()) == 0) {
            throw Refusal.notFound();
        }
    }

    /** Removes every one of this account; in the transaction that takes away what is asked of its person. */
    @Transactional(propagation = Propagation.MANDATORY)
    void removeAll(UserId owner) {
        jdbc.update("delete from passkey where account_id = ?", owner.value());
    }
}

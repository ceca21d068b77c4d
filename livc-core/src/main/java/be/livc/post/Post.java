package be.livc.post;

import be.livc.cell.MandateId;
import be.livc.platform.Belgium;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The out-tray of a cell. A letter is put in it in the transaction of the act it is about, so neither is there without the
 * other; it is taken out by one node at a time, and comes back after a while when it could not be sent.
 *
 * <p>Guarantees at least one sending; a fault between the sending and the note of it sends the same letter again.
 */
@Component
public class Post {

    /** A notice: measures wait, or are late. */
    public static final String MEASURES = "MEASURES";

    /** A notice: something is to be reviewed. */
    public static final String REVIEWS = "REVIEWS";

    /** A notice: a legal basis or a clearance ends. */
    public static final String EXPIRIES = "EXPIRIES";

    /** How a letter fared with whoever carries it. */
    public interface Carrier {

        /** Sends it; an exception means that it did not leave. */
        void send(Letter letter, String address) throws Exception;
    }

    private record Addressed(Letter letter, String address) {}

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Post(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps the address that letters to this mandate go to; an empty one takes it away.
     *
     * @throws Refusal when it is no address
     */
    @Transactional
    public void addressIs(MandateId who, String address) {
        if (address.isBlank()) {
            jdbc.update("delete from mail_address where cell_id = ? and mandate_id = ?", cell(), who.value());
            return;
        }
        if (address.length() > 200 || !ADDRESS.matcher(address).matches()) {
            throw Refusal.invalid("address", "no-mail-address");
        }
        jdbc.update(
                "insert into mail_address (cell_id, mandate_id, address) values (?, ?, ?)"
                        + " on conflict (cell_id, mandate_id) do update set address = excluded.address",
                cell(),
                who.value(),
                address);
    }

    /** The known addresses of the cell. */
    @Transactional(readOnly = true)
    public Map<MandateId, String> addresses() {
        Map<MandateId, String> known = new HashMap<>();
        jdbc.query(
                "select mandate_id, address from mail_address where cell_id = ?",
                row -> {
                    known.put(new MandateId(row.getObject(1, UUID.class)), row.getString(2));
                },
                cell());
        return known;
    }

    /** Puts a letter in the out-tray, in the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(MandateId to, String kind, UUID about, LocalDate heldOn, Optional<LocalTime> startsAt) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(
                "insert into letter (cell_id, id, mandate_id, kind, about, held_on, starts_at, created_at, next_try)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cell(),
                Ids.next(),
                to.value(),
                kind,
                about,
                heldOn,
                startsAt.orElse(null),
                now,
                now);
    }

    /**
     * Puts a notice in the out-tray, in the running transaction: that something waits for somebody in the program, and nothing
     * more. One of a kind a day, and only to who has an address; one that has not left by the end of the next day does not
     * leave any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notice(MandateId to, String kind) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(
                """
                insert into letter (cell_id, id, mandate_id, kind, about, held_on, created_at, next_try)
                select a.cell_id, ?, a.mandate_id, ?, a.mandate_id, ?, ?, ? from mail_address a
                 where a.cell_id = ? and a.mandate_id = ? and not exists (select 1 from letter l
                   where l.cell_id = a.cell_id and l.mandate_id = a.mandate_id and l.kind = ? and l.held_on = ?)
                """,
                Ids.next(),
                kind,
                Date.valueOf(today().plusDays(1)),
                now,
                now,
                cell(),
                to.value(),
                kind,
                Date.valueOf(today().plusDays(1)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Belgium.TIME);
    }

    /** What each was last told, or will be, about this object. */
    @Transactional(readOnly = true)
    public List<Letter> lastAbout(UUID about) {
        return jdbc.query(
                "select distinct on (mandate_id) id, mandate_id, kind, about, held_on, starts_at, created_at from letter"
                        + " where cell_id = ? and about = ? order by mandate_id, id desc",
                (row, n) -> letter(row),
                cell(),
                about);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                new MandateId(row.getObject("mandate_id", UUID.class)),
                row.getString("kind"),
                row.getObject("about", UUID.class),
                row.getObject("held_on", LocalDate.class),
                Optional.ofNullable(row.getObject("starts_at", LocalTime.class)),
                row.getTimestamp("created_at").toInstant());
    }

    /**
     * Takes one letter that is due, whose day has not passed, and that no later one about the same object overtook, out of the
     * tray and gives it to the carrier; the row stays locked meanwhile, so that no other node sends it too.
     *
     * @return whether there was one, sent or not
     */
    @Transactional
    public boolean sendNext(Carrier carrier) {
        Instant now = clock.instant();
        List<Addressed> due = jdbc.query(
                """
                select l.id, l.mandate_id, l.kind, l.about, l.held_on, l.starts_at, l.created_at, a.address from letter l
                  join mail_address a on a.cell_id = l.cell_id and a.mandate_id = l.mandate_id
                 where l.cell_id = ? and l.sent_at is null and l.next_try <= ? and l.held_on >= ?
                   and not exists (select 1 from letter later where later.cell_id = l.cell_id
                         and later.mandate_id = l.mandate_id and later.about = l.about
                         and later.about <> later.mandate_id and later.id > l.id)
                 order by l.next_try limit 1 for update of l skip locked
                """,
                (row, n) -> new Addressed(letter(row), row.getString("address")),
                cell(),
                Timestamp.from(now),
                Date.valueOf(today()));
        due.forEach(one -> carry(one.letter(), one.address(), carrier, now));
        return !due.isEmpty();
    }

    private void carry(Letter letter, String address, Carrier carrier, Instant now) {
        boolean left = true;
        try {
            carrier.send(letter, address);
        } catch (Exception notSent) {
            left = false;
        }
        if (left) {
            jdbc.update(
                    "update letter set sent_at = ?, tries = tries + 1 where cell_id = ? and id = ?",
                    Timestamp.from(now),
                    cell(),
                    letter.id());
        } else {
            jdbc.update(
                    "update letter set tries = tries + 1, next_try = ?::timestamptz"
                            + " + least(interval '1 minute' * power(2, least(tries, 10)), interval '1 second' * ?)"
                            + " where cell_id = ? and id = ?",
                    Timestamp.from(now),
                    LONGEST_WAIT.toSeconds(),
                    cell(),
                    letter.id());
        }
    }

    private static UUID cell() {
        return CurrentCell.require().value();
    }
}

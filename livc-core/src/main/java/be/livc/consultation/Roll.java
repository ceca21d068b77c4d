package be.livc.consultation;

import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who came to an item, signed and left, and who does not share. */
@Component
class Roll {

    /**
     * One stay of somebody at one item; who leaves and comes back has several.
     *
     * @param nth which of their stays it is, from 1
     * @param left empty while they are in the room
     * @param statement empty while they have not signed
     */
    record Attendance(
            UUID item,
            MandateId mandate,
            int nth,
            Instant arrived,
            Optional<Instant> left,
            Optional<Attend.Statement> statement) {

        boolean isPresent() {
            return left.isEmpty();
        }

        /** Whether they were in the room at this moment; at the very moment of leaving they were not any more. */
        boolean covers(Instant moment) {
            return !moment.isBefore(arrived)
                    && left.filter(out -> !moment.isBefore(out)).isEmpty();
        }

        /** Whether they may be told something: in the room, and bound by the statement. */
        boolean mayHear() {
            return isPresent() && statement.isPresent();
        }
    }

    private final JdbcTemplate jdbc;

    Roll(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records a coming or going. While they are in the room, or when only their leaving is told, it completes their last
     * stay; else they come back, and a new stay begins, not before the last one ended.
     */
    void attend(UUID item, MandateId mandate, Attend asked, Instant now) {
        Optional<Attendance> last = lastStay(item, mandate);
        Optional<Instant> leftBefore = last.flatMap(Attendance::left);
        if (last.isPresent() && (leftBefore.isEmpty() || isCorrection(asked, leftBefore.get()))) {
            complete(last.get(), asked, now);
            return;
        }
        Instant arrived = asked.arrived().orElse(now);
        begin(
                new Attendance(
                        item,
                        mandate,
                        last.map(Attendance::nth).orElse(0) + 1,
                        leftBefore.filter(arrived::isBefore).orElse(arrived),
                        asked.left(),
                        asked.statement().or(() -> last.flatMap(Attendance::statement))),
                now);
    }

    /** Whether it tells anew when a stay that is over was, and not that somebody came back. */
    private static boolean isCorrection(Attend asked, Instant leftBefore) {
        return asked.left().isPresent()
                && asked.arrived().filter(leftBefore::isBefore).isEmpty();
    }

    private void begin(Attendance stay, Instant now) {
        jdbc.update(
                """
                insert into attendance (cell_id, agenda_item_id, mandate_id, nth, arrived, left_at, statement, signed_at,
                                        recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                cell(),
                stay.item(),
                stay.mandate().value(),
                stay.nth(),
                Timestamp.from(stay.arrived()),
                timestamp(stay.left()),
                stay.statement().map(Enum::name).orElse(null),
                timestamp(stay.statement().map(signed -> now)),
                Timestamp.from(now));
    }

    private void complete(Attendance stay, Attend asked, Instant now) {
        String statement = asked.statement().map(Enum::name).orElse(null);
        jdbc.update(
                """
                update attendance
                   set arrived = ?, left_at = ?, statement = coalesce(?, statement),
                       signed_at = coalesce(signed_at, ?), recorded_at = ?
                 where cell_id = ? and agenda_item_id = ? and mandate_id = ? and nth = ?
                """,
                Timestamp.from(asked.arrived().orElse(stay.arrived())),
                timestamp(asked.left()),
                statement,
                timestamp(asked.statement().map(signed -> now)),
                Timestamp.from(now),
                cell(),
                stay.item(),
                stay.mandate().value(),
                stay.nth());
    }

    private Optional<Attendance> lastStay(UUID item, MandateId mandate) {
        return attendance(List.of(item)).stream()
                .filter(stay -> stay.mandate().equals(mandate))
                .max(Comparator.comparingInt(Attendance::nth));
    }

    /** Lets whoever is still at these items leave them: they are held at another moment. */
    void leave(Collection<UUID> items, Instant now) {
        jdbc.update(
                "update attendance set left_at = greatest(arrived, ?::timestamptz), recorded_at = ? where cell_id = ?"
                        + " and agenda_item_id = any (?) and left_at is null",
                Timestamp.from(now),
                Timestamp.from(now),
                cell(),
                array(items));
    }

    /** Whether they were at the item and are not there any more. */
    boolean hasLeft(UUID item, MandateId mandate) {
        return lastStay(item, mandate).flatMap(Attendance::left).isPresent();
    }

    /** Every stay at these items, in the order in which people came. */
    List<Attendance> attendance(Collection<UUID> items) {
        return jdbc.query(
                "select agenda_item_id, mandate_id, nth, arrived, left_at, statement from attendance where cell_id = ?"
                        + " and agenda_item_id = any (?) order by arrived, mandate_id, nth",
                (row, n) -> new Attendance(
                        row.getObject(1, UUID.class),
                        mandate(row, 2),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant(),
                        Optional.ofNullable(row.getTimestamp(5)).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString(6)).map(Attend.Statement::valueOf)),
                cell(),
                array(items));
    }

    List<MandateId> mayHear(UUID item) {
        return mayHear(attendance(List.of(item)));
    }

    static List<MandateId> mayHear(List<Attendance> attendance) {
        return attendance.stream()
                .filter(Attendance::mayHear)
                .map(Attendance::mandate)
                .toList();
    }

    void abstain(UUID item, MandateId mandate, Instant now) {
        jdbc.update(
                "insert into abstention (cell_id, agenda_item_id, mandate_id, at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                cell(),
                item,
                mandate.value(),
                Timestamp.from(now));
    }

    /** For each of these items, who said that they do not share, in the order in which they did. */
    Map<UUID, List<MandateId>> abstentions(Collection<UUID> items) {
        Map<UUID, List<MandateId>> silent = new HashMap<>();
        jdbc.query(
                "select agenda_item_id, mandate_id from abstention where cell_id = ? and agenda_item_id = any (?)"
                        + " order by at, mandate_id",
                row -> {
                    silent.computeIfAbsent(row.getObject(1, UUID.class), item -> new ArrayList<>())
                            .add(mandate(row, 2));
                },
                cell(),
                array(items));
        return silent;
    }

    /** Changes whenever somebody comes, leaves, signs or does not share at an item. */
    String revision(UUID item) {
        return String.valueOf(jdbc.queryForObject(
                "select (select count(*) || '.' || coalesce(max(extract(epoch from recorded_at)), 0)"
                        + " || '.' || count(statement) from attendance where cell_id = ? and agenda_item_id = ?)"
                        + " || '.' || (select count(*) from abstention where cell_id = ? and agenda_item_id = ?)",
                String.class,
                cell(),
                item,
                cell(),
                item));
    }

    private static UUID cell() {
        return CurrentCell.require().value();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static MandateId mandate(ResultSet row, int column) throws SQLException {
        return new MandateId(row.getObject(column, UUID.class));
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> moment) {
        return moment.map(Timestamp::from).orElse(null);
    }
}

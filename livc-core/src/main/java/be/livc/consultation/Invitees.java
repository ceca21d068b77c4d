package be.livc.consultation;

import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who is invited to an item, what they answered, and which colleague comes in whose place. */
@Component
class Invitees {

    /**
     * An invitation to one item, with its answer: OPEN, ACCEPTED or DECLINED.
     *
     * @param replaced whether a colleague comes instead
     */
    record Invitation(UUID item, MandateId mandate, String answer, boolean replaced) {

        boolean isDeclined() {
            return answer.equals("DECLINED");
        }
    }

    private final JdbcTemplate jdbc;

    Invitees(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void invite(UUID item, Collection<MandateId> people, Instant now) {
        jdbc.update(
                "insert into invitation (cell_id, agenda_item_id, mandate_id, invited_at)"
                        + " select ?, ?, invitee, ? from unnest(?::uuid[]) as invitee on conflict do nothing",
                cell(),
                item,
                Timestamp.from(now),
                people.stream().map(MandateId::value).toArray(UUID[]::new));
    }

    /** Whether there was an invitation to answer. */
    boolean answer(UUID item, MandateId who, boolean comes, Instant now) {
        return jdbc.update(
                        "update invitation set answer = ?, answered_at = ? where cell_id = ? and agenda_item_id = ?"
                                + " and mandate_id = ?",
                        comes ? "ACCEPTED" : "DECLINED",
                        Timestamp.from(now),
                        cell(),
                        item,
                        who.value())
                == 1;
    }

    void replace(UUID item, MandateId who, MandateId by, Instant now) {
        jdbc.update(
                "update invitation set answer = 'DECLINED', replaced_by = ?, answered_at = ? where cell_id = ?"
                        + " and agenda_item_id = ? and mandate_id = ?",
                by.value(),
                Timestamp.from(now),
                cell(),
                item,
                who.value());
    }

    /** Takes every answer for these items back: they are held at another moment, for which nobody has answered. */
    void askAnew(Collection<UUID> items) {
        jdbc.update(
                "update invitation set answer = 'OPEN', answered_at = null where cell_id = ?"
                        + " and agenda_item_id = any (?) and replaced_by is null",
                cell(),
                items.toArray(UUID[]::new));
    }

    /** Whether somebody was ever invited to an item, also when they declined or a colleague comes instead. */
    boolean isInvited(UUID item, MandateId who) {
        return invitations(List.of(item)).stream().anyMatch(one -> one.mandate().equals(who));
    }

    List<Invitation> invitations(Collection<UUID> items) {
        return jdbc.query(
                "select agenda_item_id, mandate_id, answer, replaced_by is not null from invitation where cell_id = ?"
                        + " and agenda_item_id = any (?) order by invited_at, mandate_id",
                (row, n) -> new Invitation(
                        row.getObject(1, UUID.class),
                        new MandateId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getBoolean(4)),
                cell(),
                items.toArray(UUID[]::new));
    }

    /** The invitations to these items of those whom no colleague replaces. */
    List<Invitation> standing(Collection<AgendaItem> items) {
        return invitations(items.stream().map(AgendaItem::id).toList()).stream()
                .filter(one -> !one.replaced())
                .toList();
    }

    /** The invitations to these items that nobody declined, for themselves or since a colleague comes instead. */
    List<Invitation> notDeclined(Collection<AgendaItem> items) {
        return invitations(items.stream().map(AgendaItem::id).toList()).stream()
                .filter(one -> !one.isDeclined())
                .toList();
    }

    private static UUID cell() {
        return CurrentCell.require().value();
    }
}

package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that are put to the vote in the room: everyone present votes for themselves, on their own device, once. */
@Component
public class Ballots {

    private final Agenda agenda;
    private final Roll roll;
    private final Votes votes;
    private final Meeting meeting;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Ballots(
            Agenda agenda,
            Roll roll,
            Votes votes,
            Meeting meeting,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            JdbcTemplate jdbc,
            Clock clock) {
        this.agenda = agenda;
        this.roll = roll;
        this.votes = votes;
        this.meeting = meeting;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records a decision without votes yet, and asks those present for theirs.
     *
     * @throws Refusal as {@link Meeting#decide} does
     */
    @Transactional
    public ItemId putToVote(Actor actor, ConsultationId id, int n, String text) {
        ItemId decision = meeting.decide(actor, id, n, new Decide(text, Map.of()));
        jdbc.update(
                "insert into ballot (cell_id, decision_id, agenda_item_id, opened_at) values (?, ?, ?, ?)",
                CurrentCell.require().value(),
                decision.value(),
                agenda.find(actor, id, n).id(),
                Timestamp.from(clock.instant()));
        return decision;
    }

    /**
     * Casts one's own vote on a decision that was put to the vote.
     *
     * @throws Refusal {@code not-open} when the meeting is over, {@code no-ballot} when it was not put to the vote, {@code
     *     voter-not-present} when the actor was not there or is not there any more, {@code voted-already}
     */
    @Transactional
    public void vote(Actor actor, ConsultationId id, int n, ItemId decision, Decide.Vote vote) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        access.toAct(actor, Act.VOTE, ObjectType.DECISION, decision.value());
        consultation.requireOpen();
        if (!openAt(List.of(item.id())).contains(decision.value())) {
            throw Refusal.conflict("no-ballot");
        }
        MandateId voter = actor.mandate();
        if (!entitlements.holds(decision.value(), voter, Why.PRESENT)
                || !roll.mayHear(item.id()).contains(voter)) {
            throw Refusal.conflict("voter-not-present");
        }
        if (votes.on(List.of(decision.value())).stream()
                .anyMatch(cast -> cast.mandate().equals(voter))) {
            throw Refusal.conflict("voted-already");
        }
        votes.cast(decision.value(), voter, vote);
        ledger.append(access.entry(actor, Act.VOTE.action(), ObjectType.DECISION, decision.value())
                .inCase(item.caseId().value())
                .to(List.of(voter.value())));
    }

    /** A short text that changes whenever a decision at an item is put to the vote, or a vote is cast on one. */
    String revision(UUID item) {
        return String.valueOf(jdbc.queryForObject(
                "select count(distinct b.decision_id) || '-' || count(v.mandate_id) from ballot b left join vote v"
                        + " on v.cell_id = b.cell_id and v.decision_id = b.decision_id"
                        + " where b.cell_id = ? and b.agenda_item_id = ?",
                String.class,
                CurrentCell.require().value(),
                item));
    }

    /** Which decisions of these items were put to the vote. */
    Set<UUID> openAt(Collection<UUID> items) {
        return jdbc
                .queryForList(
                        "select decision_id from ballot where cell_id = ? and agenda_item_id = any (?)",
                        UUID.class,
                        CurrentCell.require().value(),
                        items.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toSet());
    }
}

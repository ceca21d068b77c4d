package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.WhoSees;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.SealedSubject;
import be.livc.casefile.Subject;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.Belgium;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations as those invited see them, and a colleague in their place. */
@Component
public class Invitations {

    /**
     * One item that somebody is invited to.
     *
     * @param subject who it is about; empty while an embargo hides it
     * @param answer OPEN, ACCEPTED or DECLINED
     * @param running whether the consultation is being held
     */
    public record Invited(
            ConsultationId consultation,
            LocalDate date,
            Optional<LocalTime> startsAt,
            String place,
            int n,
            String purpose,
            Optional<Subject> subject,
            String answer,
            boolean running) {}

    private record Loaded(Consultation consultation, AgendaItem item, String answer) {}

    private record Mine(List<Loaded> items, Sight sight, Map<CaseId, SealedSubject> subjects) {}

    private final Agenda agenda;
    private final Invitees invitees;
    private final Consultations consultations;
    private final Subjects subjects;
    private final Access access;
    private final WhoSees whoSees;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Invitations(
            Agenda agenda,
            Invitees invitees,
            Consultations consultations,
            Subjects subjects,
            Access access,
            WhoSees whoSees,
            Entitlements entitlements,
            Mandates mandates,
            Ledger ledger,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.agenda = agenda;
        this.invitees = invitees;
        this.consultations = consultations;
        this.subjects = subjects;
        this.access = access;
        this.whoSees = whoSees;
        this.entitlements = entitlements;
        this.mandates = mandates;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The reader's own invitations to what is still to be held, the first to come first. */
    public List<Invited> mine(Actor reader) {
        Mine mine = Objects.requireNonNull(transactions.execute(tx -> load(reader)));
        Map<CaseId, Subject> people = subjects.open(mine.subjects(), mine.sight());
        return mine.items().stream()
                .map(one -> new Invited(
                        one.consultation().id(),
                        one.consultation().heldOn(),
                        one.consultation().startsAt(),
                        one.consultation().place(),
                        one.item().n(),
                        one.item().purpose(),
                        Optional.ofNullable(people.get(one.item().caseId())),
                        one.answer(),
                        one.consultation().state() == Consultation.State.OPEN))
                .toList();
    }

    private Mine load(Actor reader) {
        List<Loaded> items = new ArrayList<>();
        jdbc.query(
                """
                select c.id, i.n, v.answer
                  from invitation v join agenda_item i on i.cell_id = v.cell_id and i.id = v.agenda_item_id
                  join consultation c on c.cell_id = i.cell_id and c.id = i.consultation_id
                 where v.cell_id = ? and v.mandate_id = ? and v.replaced_by is null and i.withdrawn_at is null
                   and c.state in ('PLANNED', 'OPEN')
                 order by c.held_on, c.starts_at nulls last, i.place
                """,
                row -> {
                    ConsultationId id = new ConsultationId(row.getObject(1, UUID.class));
                    items.add(new Loaded(
                            agenda.find(reader, id), agenda.find(reader, id, row.getInt(2)), row.getString(3)));
                },
                CurrentCell.require().value(),
                reader.mandate().value());
        Map<CaseId, SealedSubject> sealed =
                subjects.sealedOf(items.stream().map(one -> one.item().caseId()).toList());
        List<UUID> ids =
                new ArrayList<>(sealed.values().stream().map(SealedSubject::id).toList());
        items.forEach(one -> ids.add(one.item().id()));
        Sight sight = access.toList(reader, "invitations", ids);
        items.removeIf(one ->
                !sight.sees(one.item().id()) && !sight.isSuspended(one.item().id()));
        return new Mine(items, sight, sealed);
    }

    /** A meeting to come that somebody need not come to any more. */
    public record Withdrawn(LocalDate date, Optional<LocalTime> startsAt) {}

    /**
     * What the reader was invited to and is not any more, since it was called off or its case taken off the agenda: until its
     * day, the first first. That one was invited is one's own; nothing else is told.
     */
    @Transactional(readOnly = true)
    public List<Withdrawn> withdrawn(Actor reader) {
        return jdbc.query(
                """
                select c.held_on, c.starts_at
                  from invitation v join agenda_item i on i.cell_id = v.cell_id and i.id = v.agenda_item_id
                  join consultation c on c.cell_id = i.cell_id and c.id = i.consultation_id
                 where v.cell_id = ? and v.mandate_id = ? and v.replaced_by is null and v.answer <> 'DECLINED'
                   and c.held_on >= ? and c.state in ('PLANNED', 'CALLED_OFF')
                 group by c.id, c.held_on, c.starts_at, c.state
                having c.state = 'CALLED_OFF' or bool_and(i.withdrawn_at is not null)
                 order by c.held_on, c.starts_at nulls last
                """,
                (row, n) -> new Withdrawn(
                        row.getObject(1, LocalDate.class), Optional.ofNullable(row.getObject(2, LocalTime.class))),
                CurrentCell.require().value(),
                reader.mandate().value(),
                LocalDate.ofInstant(clock.instant(), Belgium.TIME));
    }

    /** Who may come in somebody's place: the others who act for the same partner now. */
    @Transactional(readOnly = true)
    public List<Mandate> colleagues(MandateId who) {
        Mandate mandate = mandates.require(who);
        return mandates.ofThoseWhoTakePart().stream()
                .filter(other -> other.partner().id().equals(mandate.partner().id())
                        && !other.id().equals(who))
                .toList();
    }

    /**
     * Lets a colleague of the same partner come instead, whose mandate runs now and on the day of the meeting. Whoever they
     * replace sees the item no more.
     *
     * @param who who is replaced: oneself, or anyone for those who invite
     * @throws Refusal {@code not-invited}, {@code not-a-colleague}, {@code not-planned}, or what the gate finds
     */
    @Transactional
    public void replace(Actor actor, ConsultationId id, int n, MandateId who, MandateId by) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        boolean oneself = who.equals(actor.mandate());
        access.toAct(actor, oneself ? Act.ANSWER_INVITATION : Act.PUT_ON_AGENDA, ObjectType.AGENDA_ITEM, item.id());
        consultation.requirePlanned();
        if (!invitees.isInvited(item.id(), who)) {
            throw Refusal.conflict("not-invited");
        }
        Mandate colleague = colleagues(who).stream()
                .filter(other -> other.id().equals(by))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("colleague", "not-a-colleague"));
        consultations.inviteToComing(consultation, item, colleague);
        invitees.replace(item.id(), who, by, clock.instant());
        withdraw(item, who);
        ledger.append(access.entry(actor, Action.INVITE, ObjectType.AGENDA_ITEM, item.id())
                .inCase(item.caseId().value())
                .to(List.of(by.value()))
                .because("replaced"));
    }

    private void withdraw(AgendaItem item, MandateId who) {
        entitlements.end(item.id(), who, Why.INVITED);
        subjects.idOf(item.caseId()).ifPresent(subject -> entitlements.end(subject, who, Why.INVITED));
    }

    /** The day and hour of a consultation that the actor is invited to, for a calendar. */
    @Transactional(readOnly = true)
    public When when(Actor actor, ConsultationId id) {
        Consultation consultation = agenda.find(actor, id);
        if (!whoSees.sees(actor, id.value())) {
            throw access.denied(actor, ObjectType.CONSULTATION, id.value());
        }
        return new When(id.value(), consultation.heldOn(), consultation.startsAt());
    }

    /** When something is held: all that a calendar outside the program may know. */
    public record When(UUID id, LocalDate date, Optional<LocalTime> startsAt) {}
}

package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval round of the minutes, item by item: each who took part approves, or asks for a correction. What is corrected is
 * written in a note beside it, see {@link be.livc.casefile.Corrections}.
 */
@Component
public class MinutesRound {

    private final Agenda agenda;
    private final TakingPart takingPart;
    private final Access access;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    MinutesRound(Agenda agenda, TakingPart takingPart, Access access, Ledger ledger, JdbcTemplate jdbc, Clock clock) {
        this.agenda = agenda;
        this.takingPart = takingPart;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Answers for oneself; a later answer takes the place of the one before.
     *
     * @param approves whether the minutes are right; otherwise a correction is asked for
     * @throws Refusal {@code not-closed}, while the meeting goes on; forbidden, for whoever did not take part in the item
     */
    @Transactional
    public void answer(Actor actor, ConsultationId id, int n, boolean approves) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        access.toAct(actor, Act.CORRECT, ObjectType.AGENDA_ITEM, item.id());
        consultation.requireClosed();
        if (!takingPart.in(item.id()).contains(actor.mandate())) {
            throw Refusal.forbidden();
        }
        String answer = approves ? "APPROVED" : "CORRECTION_ASKED";
        jdbc.update(
                "insert into minutes_answer (cell_id, agenda_item_id, mandate_id, answer, at) values (?, ?, ?, ?, ?)"
                        + " on conflict (cell_id, agenda_item_id, mandate_id) do update set answer = excluded.answer,"
                        + " at = excluded.at",
                CurrentCell.require().value(),
                item.id(),
                actor.mandate().value(),
                answer,
                Timestamp.from(clock.instant()));
        ledger.append(access.entry(actor, Act.CORRECT.action(), ObjectType.AGENDA_ITEM, item.id())
                .inCase(item.caseId().value())
                .because(approves ? "minutes-approved" : "correction-asked"));
    }

    /** Minutes that wait for somebody's answer: those of so many items of one consultation. */
    public record Waiting(ConsultationId consultation, String number, LocalDate date, int items) {}

    /** The minutes that wait for the reader, the latest first; not those of what takes nothing for now. */
    @Transactional(readOnly = true)
    public List<Waiting> waitingFor(Actor reader) {
        List<UUID> unanswered = jdbc.queryForList(
                """
                select i.id from entitlement e
                  join agenda_item i on i.cell_id = e.cell_id and i.id = e.object_id
                  join consultation c on c.cell_id = i.cell_id and c.id = i.consultation_id
                 where e.cell_id = ? and e.mandate_id = ? and e.why = 'PRESENT' and e.ended_at is null
                   and c.state = 'CLOSED'
                   and not exists (select 1 from minutes_answer m where m.cell_id = e.cell_id
                         and m.agenda_item_id = i.id and m.mandate_id = e.mandate_id)
                """,
                UUID.class,
                CurrentCell.require().value(),
                reader.mandate().value());
        Map<ConsultationId, Long> waiting = agenda.discussed(agenda.findAll(unanswered)).stream()
                .collect(Collectors.groupingBy(AgendaItem::consultation, Collectors.counting()));
        return waiting.entrySet().stream()
                .flatMap(one -> agenda.find(one.getKey()).stream()
                        .map(held -> new Waiting(
                                held.id(),
                                held.number(),
                                held.heldOn(),
                                one.getValue().intValue())))
                .sorted(Comparator.comparing(Waiting::number).reversed())
                .toList();
    }

    /** For each of these items, who answered what: APPROVED or CORRECTION_ASKED. */
    Map<UUID, Map<MandateId, String>> answers(Collection<UUID> items) {
        Map<UUID, Map<MandateId, String>> answers = new HashMap<>();
        jdbc.query(
                "select agenda_item_id, mandate_id, answer from minutes_answer where cell_id = ?"
                        + " and agenda_item_id = any (?)",
                row -> {
                    answers.computeIfAbsent(row.getObject(1, UUID.class), item -> new HashMap<>())
                            .put(new MandateId(row.getObject(2, UUID.class)), row.getString(3));
                },
                CurrentCell.require().value(),
                items.toArray(UUID[]::new));
        return answers;
    }
}

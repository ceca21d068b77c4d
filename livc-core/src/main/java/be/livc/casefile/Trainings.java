package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is trained to assess with which tool, and on which proof. */
@Component
public class Trainings {

    /**
     * Asks for a training to be recorded.
     *
     * @param tool a code of the list {@code risk-tools}
     * @param proof reference of the certificate
     * @param from the first day that it counts
     * @param to the last day that it counts; empty when it does not end
     */
    public record RecordTraining(
            MandateId assessor, String tool, String proof, LocalDate from, Optional<LocalDate> to) {}

    /**
     * A training.
     *
     * @param tool a code of the list {@code risk-tools}
     * @param proof reference of the certificate
     * @param to the last day that it counts; empty when it does not end
     */
    public record Training(
            UUID id, MandateId assessor, String tool, String proof, LocalDate from, Optional<LocalDate> to) {}

    private final JdbcTemplate jdbc;
    private final Mandates mandates;
    private final CodeLists codeLists;
    private final Access access;
    private final Ledger ledger;

    Trainings(JdbcTemplate jdbc, Mandates mandates, CodeLists codeLists, Access access, Ledger ledger) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.codeLists = codeLists;
        this.access = access;
        this.ledger = ledger;
    }

    /**
     * Records a training on the proof that was shown.
     *
     * @throws Refusal when a field is empty or wrong, or this is not for the actor's capacity
     */
    @Transactional
    public UUID record(Actor actor, RecordTraining asked) {
        access.toAct(actor, Act.CONFIGURE_CELL, "training");
        if (mandates.find(asked.assessor()).isEmpty()) {
            throw Refusal.invalid("assessor", "unknown-mandate");
        }
        codeLists.require("risk-tools", asked.tool(), "tool");
        ShortText.SENTENCE.require("proof", asked.proof());
        if (asked.to().filter(last -> last.isBefore(asked.from())).isPresent()) {
            throw Refusal.invalid("validTo", "ends-before-it-begins");
        }
        UUID id = Ids.next();
        jdbc.update(
                "insert into assessor_training (cell_id, id, mandate_id, tool, proof, valid_from, valid_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                id,
                asked.assessor().value(),
                asked.tool(),
                asked.proof().strip(),
                asked.from(),
                asked.to().orElse(null));
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE_CELL.action())
                .on("training", id)
                .forPurpose(actor.purpose())
                .to(List.of(asked.assessor().value())));
        return id;
    }

    /** All trainings of the cell, the newest first. */
    @Transactional(readOnly = true)
    public List<Training> all() {
        return query("", CurrentCell.require().value());
    }

    /** What proves that somebody was trained for a tool on a day; the newest proof counts. */
    Optional<Training> proofFor(MandateId assessor, String tool, LocalDate day) {
        return query(
                        " and mandate_id = ? and tool = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)",
                        CurrentCell.require().value(),
                        assessor.value(),
                        tool,
                        day,
                        day)
                .stream()
                .findFirst();
    }

    private List<Training> query(String which, Object... values) {
        return jdbc.query(
                "select id, mandate_id, tool, proof, valid_from, valid_to from assessor_training where cell_id = ?"
                        + which + " order by valid_from desc, id desc",
                (row, n) -> new Training(
                        row.getObject(1, UUID.class),
                        new MandateId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        Optional.ofNullable(row.getObject(6, LocalDate.class))),
                values);
    }
}

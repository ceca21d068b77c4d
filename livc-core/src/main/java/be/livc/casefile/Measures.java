package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.ledger.Ledger;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the measures of a plan: progress on them, and which of them wait for their owners. */
@Component
public class Measures {

    private final MeasureRows measures;
    private final CaseFiles.CaseRows cases;
    private final CaseItems items;
    private final Access access;
    private final Entitlements entitlements;
    private final Gate gate;
    private final LegalBases bases;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Measures(
            MeasureRows measures,
            CaseFiles.CaseRows cases,
            CaseItems items,
            Access access,
            Entitlements entitlements,
            Gate gate,
            LegalBases bases,
            Ledger ledger,
            JdbcTemplate jdbc,
            Clock clock) {
        this.measures = measures;
        this.cases = cases;
        this.items = items;
        this.access = access;
        this.entitlements = entitlements;
        this.gate = gate;
        this.bases = bases;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Reports progress on a measure.
     *
     * @throws Refusal forbidden, when the actor neither owns the measure nor coordinates the cell; {@code wrong-phase}, when the
     *     case is closed; a conflict, when no legal basis serves the purpose of the case any more: without one the file is
     *     only read
     */
    @Transactional
    public ItemId report(Actor actor, CaseId id, MeasureId measureId, String text, MeasureState state) {
        Measure measure = measures.findById(measureId.value())
                .filter(found -> found.caseId().equals(id))
                .orElseThrow(() -> access.denied(actor, ObjectType.MEASURE, measureId.value()));
        Grant grant = access.toAct(actor, Act.REPORT_PROGRESS, ObjectType.MEASURE, measureId.value());
        if (!measure.owner().equals(actor.mandate()) && !actor.isOneOf(Capacity.COORDINATOR)) {
            throw Refusal.forbidden();
        }
        Refusal.requireText("text", text);
        CaseFile file = cases.findById(id.value()).orElseThrow(Refusal::notFound);
        if (file.closedOn().isPresent()) {
            throw Refusal.conflict("wrong-phase");
        }
        gate.require(bases.countingIn(actor.cellKind()), file.purpose(), List.of(), clock.instant());
        measure.reached(state);
        CaseItems.Kept kept = items.add(
                AddItem.of(id, ObjectType.PROGRESS, actor.mandate(), text, actor.purpose())
                        .withCode(state.name())
                        .about(measureId.value()),
                grant);
        entitlements.entitle(kept.id().value(), measure.owner(), Why.MEASURE_OWNER);
        ledger.append(access.entry(
                        actor,
                        Act.REPORT_PROGRESS.action(),
                        ObjectType.PROGRESS,
                        kept.id().value())
                .inCase(id.value())
                .binding(kept.commitment()));
        return kept.id();
    }

    /** The open measures of one owner, the first due first: ids and dates, for the owner's work list. */
    @Transactional(readOnly = true)
    public List<DueMeasure> dueOf(MandateId owner) {
        return waiting("m.owner_id = ?", owner.value());
    }

    /** The measures of the cell that are overdue, the longest first: ids and dates, for the coordinator's work list. */
    @Transactional(readOnly = true)
    public List<DueMeasure> overdue() {
        return waiting("m.due < ?", LocalDate.now(clock));
    }

    /** None of a case that is over: nobody can report on them any more. */
    private List<DueMeasure> waiting(String which, Object value) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.query(
                "select m.case_id, m.id, m.due from measure m"
                        + " join case_phase p on p.cell_id = m.cell_id and p.case_id = m.case_id"
                        + " where m.cell_id = ? and m.dropped_at is null and m.state in ('OPEN', 'RUNNING')"
                        + " and p.phase <> all (?) and " + which + " order by m.due, m.id",
                (row, n) -> due(row, today),
                CurrentCell.require().value(),
                Phases.OVER.toArray(String[]::new),
                value);
    }

    private static DueMeasure due(ResultSet row, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due", LocalDate.class);
        return new DueMeasure(
                new CaseId(row.getObject("case_id", UUID.class)),
                new MeasureId(row.getObject("id", UUID.class)),
                due,
                due.isBefore(today));
    }

    /** A measure that waits for its owner. */
    public record DueMeasure(CaseId caseId, MeasureId id, LocalDate due, boolean overdue) {}

    /** The rows behind it. */
    interface MeasureRows extends Repository<Measure, UUID>, Adding<Measure> {
        Optional<Measure> findById(UUID id);

        List<Measure> findAllByIdIn(List<UUID> ids);

        List<Measure> findAllByCaseIdAndDroppedAtIsNullOrderByPosition(UUID caseId);
    }
}

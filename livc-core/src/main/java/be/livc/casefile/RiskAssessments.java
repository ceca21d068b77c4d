package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CodeLists;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Risk assessments of a case: with which tool, by which trained assessor, and the outcome alone (domain.md §7, form 7). The
 * scores and the reasoning stay with the assessor.
 */
@Component
public class RiskAssessments {

    /**
     * Asks for an outcome to be recorded.
     *
     * @param tool a code of the list {@code risk-tools}
     * @param outcome a code of the list {@code risk-outcomes}
     */
    public record RecordOutcome(
            String tool, String version, MandateId assessor, LocalDate assessedOn, String outcome) {}

    /** One assessment, as the reader sees it. */
    public record Outcome(
            ItemId id,
            String tool,
            String version,
            MandateId assessor,
            String assessorName,
            String proof,
            LocalDate assessedOn,
            String outcome) {}

    private record Header(String tool, String version, MandateId assessor, UUID training, LocalDate assessedOn) {}

    private final JdbcTemplate jdbc;
    private final CaseFiles.CaseRows cases;
    private final CaseItems items;
    private final Trainings trainings;
    private final Mandates mandates;
    private final CodeLists codeLists;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    RiskAssessments(
            JdbcTemplate jdbc,
            CaseFiles.CaseRows cases,
            CaseItems items,
            Trainings trainings,
            Mandates mandates,
            CodeLists codeLists,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.items = items;
        this.trainings = trainings;
        this.mandates = mandates;
        this.codeLists = codeLists;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records an outcome. Whoever is not the coordinator records their own.
     *
     * @throws Refusal {@code not-trained}, when no proof shows that the assessor was trained for the tool on that day;
     *     forbidden, when somebody else than the coordinator records for another
     */
    @Transactional
    public ItemId record(Actor actor, CaseId id, RecordOutcome asked) {
        CaseFile file = cases.findById(id.value()).orElseThrow(() -> access.denied(actor, ObjectType.CASE, id.value()));
        Grant grant = access.toAct(actor, Act.RECORD_RISK_ASSESSMENT, ObjectType.CASE, id.value());
        if (!asked.assessor().equals(actor.mandate()) && !actor.isOneOf(Capacity.COORDINATOR)) {
            throw Refusal.forbidden();
        }
        if (file.closedOn().isPresent()) {
            throw Refusal.conflict("wrong-phase");
        }
        requireValid(asked);
        Trainings.Training training = trainings
                .proofFor(asked.assessor(), asked.tool(), asked.assessedOn())
                .orElseThrow(() -> Refusal.invalid("assessor", "not-trained"));
        CaseItems.Kept kept = items.add(
                AddItem.of(id, ObjectType.RISK_ASSESSMENT, asked.assessor(), asked.outcome(), file.purpose())
                        .withCode(asked.tool())
                        .onDay(asked.assessedOn()),
                grant);
        keepRow(kept.id(), id, asked, training);
        ledger.append(access.entry(
                        actor,
                        Act.RECORD_RISK_ASSESSMENT.action(),
                        ObjectType.RISK_ASSESSMENT,
                        kept.id().value())
                .inCase(id.value())
                .binding(kept.commitment()));
        return kept.id();
    }

    private void keepRow(ItemId id, CaseId caseId, RecordOutcome asked, Trainings.Training training) {
        jdbc.update(
                "insert into risk_assessment (cell_id, id, case_id, tool, tool_version, assessor_id, training_id,"
                        + " assessed_on) values (?, ?, ?, ?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                id.value(),
                caseId.value(),
                asked.tool(),
                asked.version().strip(),
                asked.assessor().value(),
                training.id(),
                asked.assessedOn());
    }

    private void requireValid(RecordOutcome asked) {
        codeLists.require("risk-tools", asked.tool(), "tool");
        codeLists.require("risk-outcomes", asked.outcome(), "outcome");
        ShortText.LINE.require("version", asked.version());
        if (asked.assessedOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("assessedOn", "in-the-future");
        }
    }

    /** The outcomes that the reader of this view sees, the earliest first: the course of the case. */
    @Transactional(readOnly = true)
    public List<Outcome> course(CaseView view) {
        Map<UUID, Header> headers = headers(view.id());
        Map<MandateId, String> names =
                mandates.findAll(headers.values().stream().map(Header::assessor).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner));
        Map<UUID, String> proofs =
                trainings.all().stream().collect(Collectors.toMap(Trainings.Training::id, Trainings.Training::proof));
        return view.timeline().stream()
                .filter(piece -> piece.type() == ObjectType.RISK_ASSESSMENT)
                .flatMap(piece -> Optional.ofNullable(headers.get(piece.id().value()))
                        .map(header -> outcome(piece, header, names, proofs))
                        .stream())
                .sorted(Comparator.comparing(Outcome::assessedOn)
                        .thenComparing(outcome -> outcome.id().value()))
                .toList();
    }

    private static Outcome outcome(
            CaseView.Piece piece, Header header, Map<MandateId, String> names, Map<UUID, String> proofs) {
        return new Outcome(
                piece.id(),
                header.tool(),
                header.version(),
                header.assessor(),
                names.getOrDefault(header.assessor(), ""),
                proofs.getOrDefault(header.training(), ""),
                header.assessedOn(),
                piece.text());
    }

    private Map<UUID, Header> headers(CaseId id) {
        Map<UUID, Header> headers = new HashMap<>();
        jdbc.query(
                "select id, tool, tool_version, assessor_id, training_id, assessed_on from risk_assessment"
                        + " where cell_id = ? and case_id = ?",
                row -> {
                    headers.put(
                            row.getObject(1, UUID.class),
                            new Header(
                                    row.getString(2),
                                    row.getString(3),
                                    new MandateId(row.getObject(4, UUID.class)),
                                    row.getObject(5, UUID.class),
                                    row.getObject(6, LocalDate.class)));
                },
                CurrentCell.require().value(),
                id.value());
        return headers;
    }
}

package be.livc.exchange;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.Contents;
import be.livc.casefile.ItemId;
import be.livc.casefile.Phases;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows the exchanges of a case, and gives out the exact content of one. */
@Component
public class ExchangeReading {

    private final ExchangeRows rows;
    private final Contents contents;
    private final Mandates mandates;
    private final LegalBases bases;
    private final Phases phases;
    private final Access access;
    private final TransactionTemplate transactions;

    ExchangeReading(
            ExchangeRows rows,
            Contents contents,
            Mandates mandates,
            LegalBases bases,
            Phases phases,
            Access access,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.contents = contents;
        this.mandates = mandates;
        this.bases = bases;
        this.phases = phases;
        this.access = access;
        this.transactions = transactions;
    }

    /** The exchanges of a case that the reader of this view sees, the newest first. */
    @Transactional(readOnly = true)
    public List<Exchange> of(CaseView view) {
        List<ItemId> seen = view.timeline().stream()
                .filter(piece -> piece.type() == ObjectType.EXCHANGE)
                .map(CaseView.Piece::id)
                .toList();
        List<ExchangeRows.Row> found = rows.of(view.id()).stream()
                .filter(row -> seen.contains(row.id()))
                .toList();
        Map<MandateId, String> names = mandates
                .findAll(found.stream()
                        .flatMap(row -> List.of(row.counterpart(), row.recordedBy()).stream())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner));
        Map<UUID, String> references = bases.all().stream()
                .collect(Collectors.toMap(basis -> basis.id().value(), LegalBasis::reference));
        return found.stream()
                .map(row -> new Exchange(
                        row.id(),
                        row.kind(),
                        names.getOrDefault(row.counterpart(), ""),
                        names.getOrDefault(row.recordedBy(), ""),
                        references.getOrDefault(row.basis(), ""),
                        row.recordedAt(),
                        row.answers(),
                        row.sentOn(),
                        row.channel()))
                .toList();
    }

    /** Whether a threat evaluation was asked for on this case, and no answer is recorded. */
    @Transactional(readOnly = true)
    public boolean awaitsAnswer(CaseId caseId) {
        List<ExchangeRows.Row> all = rows.of(caseId);
        Set<ItemId> answered =
                all.stream().flatMap(row -> row.answers().stream()).collect(Collectors.toSet());
        return all.stream()
                .anyMatch(row -> row.kind() == ExchangeKind.EVALUATION_REQUEST && !answered.contains(row.id()));
    }

    /**
     * Takes the exact content out of the program, under an export that stands in the ledger.
     *
     * @throws Refusal not found, when the reader does not see it, or nothing of its case can be read here any more
     */
    public Taken take(Actor reader, CaseId caseId, ItemId id) {
        ExchangeRows.Loaded loaded = transactions.execute(tx -> {
            if (phases.goneSince(caseId).isPresent()) {
                throw access.denied(reader, ObjectType.EXCHANGE, id.value());
            }
            Sight sight = access.toTakeOut(reader, ObjectType.EXCHANGE, id.value());
            return rows.load(caseId, id, sight.grant()).orElseThrow(Refusal::notFound);
        });
        String text = rows.open(loaded);
        return new Taken(contents.value(text, ExchangeFile.class), text);
    }

    /**
     * What was taken out.
     *
     * @param text the exact content: what the ledger's entry is bound to
     */
    public record Taken(ExchangeFile file, String text) {

        @Override
        public String toString() {
            return "•••";
        }
    }
}

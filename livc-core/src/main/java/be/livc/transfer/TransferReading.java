package be.livc.transfer;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.Contents;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.ledger.Action;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows the hand-overs of a cell, each under a read that stands in the ledger. */
@Component
public class TransferReading {

    private final Sending.OutgoingRows outgoing;
    private final Receiving.IncomingRows incoming;
    private final CaseFiles cases;
    private final Cells cells;
    private final Access access;
    private final Vault vault;
    private final Contents contents;
    private final TransactionTemplate transactions;

    TransferReading(
            Sending.OutgoingRows outgoing,
            Receiving.IncomingRows incoming,
            CaseFiles cases,
            Cells cells,
            Access access,
            Vault vault,
            Contents contents,
            TransactionTemplate transactions) {
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.cases = cases;
        this.cells = cells;
        this.access = access;
        this.vault = vault;
        this.contents = contents;
        this.transactions = transactions;
    }

    /** The hand-overs that this reader sees, the newest first: no content. */
    public List<TransferRow> list(Actor reader) {
        return transactions.execute(tx -> {
            List<TransferRow> rows = new ArrayList<>();
            outgoing.findAllByOrderByBegunAtDesc().forEach(row -> rows.add(rowOf(row)));
            incoming.findAllByOrderByPreparedAtDesc().stream()
                    .filter(TransferReading::isShown)
                    .forEach(row -> rows.add(rowOf(row)));
            List<UUID> ids = rows.stream().map(row -> row.id().value()).toList();
            Sight sight = access.toList(reader, "transfers", ids);
            return rows.stream()
                    .filter(row -> sight.sees(row.id().value()))
                    .sorted(Comparator.comparing(TransferRow::at).reversed())
                    .toList();
        });
    }

    private static boolean isShown(IncomingTransfer row) {
        return row.state() != IncomingTransfer.State.PREPARED && row.state() != IncomingTransfer.State.ABANDONED;
    }

    private TransferRow rowOf(OutgoingTransfer row) {
        return new TransferRow(
                row.id(),
                false,
                Optional.of(row.caseNumber()),
                nameOf(row.to()),
                row.kind(),
                stateOf(row),
                row.parts(),
                row.begunAt(),
                row.answerBy());
    }

    private TransferRow rowOf(IncomingTransfer row) {
        return new TransferRow(
                row.id(),
                true,
                cases.facts(row.caseId()).map(CaseFacts::number),
                nameOf(row.from()),
                row.kind(),
                stateOf(row),
                row.parts(),
                row.preparedAt(),
                row.answerBy());
    }

    /**
     * One hand-over.
     *
     * @throws Refusal not found, when it is not there or the reader does not see it
     */
    public TransferView open(Actor reader, TransferId id) {
        return opened(reader, id, Action.READ);
    }

    /** The same, to be printed: that it leaves the program on paper or as a file stands in the ledger. */
    public TransferView print(Actor reader, TransferId id) {
        return opened(reader, id, Action.PRINT);
    }

    private TransferView opened(Actor reader, TransferId id, Action action) {
        record Loaded(Found found, Sight sight) {}
        Loaded loaded = transactions.execute(tx -> {
            Sight sight = access.toRead(reader, ObjectType.TRANSFER, id.value(), action);
            if (!sight.sees(id.value())) {
                throw Refusal.conflict("under-embargo");
            }
            return new Loaded(find(id), sight);
        });
        return opened(loaded.found(), loaded.sight());
    }

    /**
     * One hand-over, its words still sealed.
     *
     * @param words the reason of one that goes out, the summary of one that comes in
     */
    private record Found(
            TransferRow row,
            Optional<CaseId> caseId,
            String purpose,
            Optional<Sealed> words,
            Optional<Instant> answeredAt,
            Optional<String> answerCode,
            Optional<Sealed> answer) {}

    private Found find(TransferId id) {
        return outgoing.findById(id.value())
                .map(this::found)
                .or(() -> incoming.findById(id.value())
                        .filter(TransferReading::isShown)
                        .map(this::found))
                .orElseThrow(Refusal::notFound);
    }

    private Found found(OutgoingTransfer row) {
        return new Found(
                rowOf(row),
                Optional.of(row.caseId()).filter(id -> row.state() != OutgoingTransfer.State.ACCEPTED),
                row.purpose(),
                Optional.of(row.reason()),
                row.answeredAt(),
                row.answerCode(),
                row.answer());
    }

    private Found found(IncomingTransfer row) {
        return new Found(
                rowOf(row),
                Optional.of(row.caseId()).filter(id -> row.state() == IncomingTransfer.State.ACCEPTED),
                row.purpose(),
                row.summary(),
                row.answeredAt(),
                row.answerCode(),
                Optional.empty());
    }

    private TransferView opened(Found found, Sight sight) {
        TransferRow row = found.row();
        Optional<String> words = found.words().map(text -> vault.open(text, sight.grant()));
        Optional<Summary> summary =
                words.filter(text -> row.incoming()).map(text -> contents.value(text, Summary.class));
        return new TransferView(
                row.id(),
                row.incoming(),
                found.caseId(),
                row.number(),
                row.other(),
                row.kind(),
                found.purpose(),
                row.state(),
                row.parts(),
                row.incoming() ? summary.map(Summary::reason) : words,
                summary,
                row.at(),
                row.answerBy(),
                found.answeredAt(),
                found.answerCode(),
                found.answer().map(text -> vault.open(text, sight.grant())));
    }

    private String nameOf(CellId id) {
        return cells.find(id).map(Cell::name).orElse("");
    }

    static TransferState stateOf(OutgoingTransfer row) {
        return switch (row.state()) {
            case PREPARING -> TransferState.PREPARING;
            case OFFERED -> TransferState.OFFERED;
            case ABANDONING, ABANDONED -> TransferState.ABANDONED;
            case ACCEPTED -> TransferState.ACCEPTED;
            case REFUSED -> TransferState.REFUSED;
            case WITHDRAWN -> TransferState.WITHDRAWN;
        };
    }

    static TransferState stateOf(IncomingTransfer row) {
        return switch (row.state()) {
            case PREPARED -> TransferState.PREPARING;
            case OFFERED -> TransferState.OFFERED;
            case ABANDONED -> TransferState.ABANDONED;
            case ACCEPTED -> TransferState.ACCEPTED;
            case REFUSED -> TransferState.REFUSED;
            case WITHDRAWN -> TransferState.WITHDRAWN;
        };
    }
}

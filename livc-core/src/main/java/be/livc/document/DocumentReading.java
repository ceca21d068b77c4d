package be.livc.document;

import be.livc.access.Access;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.CaseId;
import be.livc.casefile.Phases;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import be.livc.vault.SealedFiles;
import be.livc.vault.Vault;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists documents, and hands their content out to who sees them. */
@Component
public class DocumentReading {

    private record Loaded(
            List<Document> documents,
            Sight sight,
            Map<UUID, List<MandateId>> recipients,
            Map<MandateId, String> names) {}

    /**
     * A document with its content, to be streamed once.
     *
     * @param content to be read on this thread and closed
     */
    public record Download(DocumentView document, InputStream content) {}

    private final Documents.DocumentRows rows;
    private final Intake intake;
    private final SealedFiles files;
    private final Phases phases;
    private final Access access;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final Ledger ledger;
    private final Vault vault;
    private final TransactionTemplate transactions;

    DocumentReading(
            Documents.DocumentRows rows,
            Intake intake,
            SealedFiles files,
            Phases phases,
            Access access,
            Entitlements entitlements,
            Mandates mandates,
            Ledger ledger,
            Vault vault,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.intake = intake;
        this.files = files;
        this.phases = phases;
        this.access = access;
        this.entitlements = entitlements;
        this.mandates = mandates;
        this.ledger = ledger;
        this.vault = vault;
        this.transactions = transactions;
    }

    /**
     * The documents of a case that this reader sees, the latest first.
     *
     * @throws Refusal not found, when the reader sees nothing of the case
     */
    public List<DocumentView> of(Actor reader, CaseId caseId) {
        return opened(Objects.requireNonNull(transactions.execute(tx -> {
            requireNotErased(reader, caseId);
            Sight sight = access.toRead(reader, ObjectType.CASE, caseId.value());
            return load(rows.findAllByCaseIdOrderByAtDesc(caseId.value()), sight);
        })));
    }

    private Loaded load(List<Document> all, Sight sight) {
        List<Document> seen = all.stream()
                .filter(document -> sight.sees(document.id().value()))
                .toList();
        return new Loaded(
                seen,
                sight,
                entitlements.recipientsOf(
                        seen.stream().map(document -> document.id().value()).toList()),
                mandates.findAll(seen.stream().map(Document::owner).distinct().toList()).stream()
                        .collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner)));
    }

    private List<DocumentView> opened(Loaded loaded) {
        List<String> names = vault.openAll(
                loaded.documents().stream().map(Document::name).toList(),
                loaded.sight().grant());
        List<DocumentView> views = new ArrayList<>();
        for (Document document : loaded.documents()) {
            views.add(new DocumentView(
                    document.id(),
                    names.get(views.size()),
                    document.type(),
                    document.size(),
                    document.isSecret(),
                    document.state(),
                    document.at(),
                    document.owner(),
                    loaded.names().getOrDefault(document.owner(), ""),
                    document.agendaItem(),
                    loaded.recipients().getOrDefault(document.id().value(), List.of()),
                    loaded.sight().why(document.id().value())));
        }
        return views;
    }

    /**
     * Opens a document for a reader; recorded before its first byte.
     *
     * @throws Refusal not found, when the reader does not see it; conflict {@code document-quarantined} or {@code
     *     document-infected}, when it is not handed out
     */
    public Download open(Actor reader, DocumentId id) {
        Loaded loaded = Objects.requireNonNull(transactions.execute(tx -> read(reader, id)));
        Document document = loaded.documents().get(0);
        if (!document.state().isHandedOut()) {
            throw Refusal.conflict(
                    document.state() == DocumentState.INFECTED ? "document-infected" : "document-quarantined");
        }
        DocumentView view = opened(loaded).get(0);
        return new Download(view, files.open(document.content(), loaded.sight().grant()));
    }

    private Loaded read(Actor reader, DocumentId id) {
        Document document =
                rows.findById(id.value()).orElseThrow(() -> access.denied(reader, ObjectType.DOCUMENT, id.value()));
        requireNotErased(reader, document.caseId());
        return load(List.of(document), access.toRead(reader, ObjectType.DOCUMENT, id.value()));
    }

    /**
     * Scans a document again that is in quarantine, for somebody who sees it.
     *
     * @return what is known of it now
     */
    public DocumentState scanAgain(Actor reader, DocumentId id) {
        Loaded loaded = Objects.requireNonNull(transactions.execute(tx -> read(reader, id)));
        Document document = loaded.documents().get(0);
        if (document.state() != DocumentState.QUARANTINED) {
            return document.state();
        }
        DocumentState found =
                intake.scanAgain(files.open(document.content(), loaded.sight().grant()));
        transactions.executeWithoutResult(tx -> {
            rows.findById(id.value()).orElseThrow(Refusal::notFound).scanned(found);
            ledger.append(access.entry(reader, Action.UPDATE, ObjectType.DOCUMENT, id.value())
                    .inCase(document.caseId().value())
                    .because("scanned"));
        });
        return found;
    }

    /** Of an erased case nothing remains to be opened; to a reader it is not there. */
    private void requireNotErased(Actor reader, CaseId caseId) {
        if (phases.isErased(caseId)) {
            throw access.denied(reader, ObjectType.CASE, caseId.value());
        }
    }
}

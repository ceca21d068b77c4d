package be.livc.document;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.casefile.ItemId;
import be.livc.casefile.Phases;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Meeting;
import be.livc.ledger.Action;
import be.livc.ledger.Commitment;
import be.livc.ledger.Ledger;
import be.livc.ledger.Result;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import be.livc.vault.SealedFiles;
import be.livc.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds documents to cases and agenda items. Who sees them opens them with {@link DocumentReading}. */
@Component
public class Documents {

    private final DocumentRows rows;
    private final Intake intake;
    private final SealedFiles files;
    private final Meeting meeting;
    private final Phases phases;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Documents(
            DocumentRows rows,
            Intake intake,
            SealedFiles files,
            Meeting meeting,
            Phases phases,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.intake = intake;
        this.files = files;
        this.meeting = meeting;
        this.phases = phases;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds a document to a case, outside a meeting: for who adds it and the coordinator. Such a document carries no
     * professional secret; those wait for the consultation.
     *
     * @throws Refusal not found, when the actor does not see the case; invalid {@code secret}; conflict {@code case-is-closed};
     *     or as the file is refused
     */
    public DocumentId add(Actor actor, CaseId caseId, AddDocument asked) {
        if (asked.secret()) {
            throw Refusal.invalid("secret", "document-secret-outside-meeting");
        }
        Refusal.requireText("file", asked.name());
        Grant grant = Objects.requireNonNull(transactions.execute(tx -> {
            Grant given = access.toAct(actor, Act.ADD_DOCUMENT, ObjectType.CASE, caseId.value());
            if (phases.isClosed(caseId)) {
                throw Refusal.conflict("case-is-closed");
            }
            dropLeftBehind(given);
            return given;
        }));
        return received(actor, caseId, asked, grant, file -> {
            Grant again = access.toAct(actor, Act.ADD_DOCUMENT, ObjectType.CASE, caseId.value());
            CaseItems.Kept kept = keep(file, Optional.empty(), actor.mandate(), again);
            UUID id = file.id().value();
            entitlements.entitle(id, Capacity.COORDINATOR, Why.COORDINATOR_OF_CELL);
            ledger.append(access.entry(actor, Action.CREATE, ObjectType.DOCUMENT, id)
                    .inCase(caseId.value())
                    .binding(kept.commitment()));
        });
    }

    /**
     * Shows a document to the people present at an agenda item: its recipients are those who are there and signed when it
     * is recorded, after the file came in.
     *
     * @param recipients those of them who are to have it; everyone present where empty
     * @throws Refusal as {@link Meeting#disclose} does, or as the file is refused
     */
    public DocumentId addAtItem(
            Actor actor,
            ConsultationId consultation,
            int n,
            MandateId by,
            Optional<List<MandateId>> recipients,
            AddDocument asked) {
        Refusal.requireText("file", asked.name());
        Meeting.Word word = new Meeting.Word(by, recipients, asked.secret());
        Meeting.Floor floor = meeting.floor(actor, consultation, n, word);
        return received(actor, floor.caseId(), asked, floor.grant(), file -> {
            meeting.tell(
                    actor,
                    consultation,
                    n,
                    word,
                    ObjectType.DOCUMENT,
                    (item, grant) -> keep(file, Optional.of(item), by, grant));
        });
    }

    /** A file that is in, and is not recorded yet. */
    private record Incoming(DocumentId id, CaseId caseId, AddDocument asked, Received received) {

        Sealed seal(String text, String column, Vault vault, Grant grant) {
            return vault.seal(text, Document.place(CurrentCell.require(), caseId, id, column), grant);
        }
    }

    /** What is done once the file is in, in one transaction. */
    private interface Recording {
        void record(Incoming file);
    }

    private DocumentId received(Actor actor, CaseId caseId, AddDocument asked, Grant grant, Recording recording) {
        DocumentId id = new DocumentId(Ids.next());
        Place content = Document.place(CurrentCell.require(), caseId, id, "content");
        Received received = receive(actor, caseId, asked, content, grant);
        boolean recorded = false;
        try {
            transactions.executeWithoutResult(tx -> recording.record(new Incoming(id, caseId, asked, received)));
            recorded = true;
            return id;
        } finally {
            if (!recorded) {
                files.drop(content, grant);
            }
        }
    }

    private Received receive(Actor actor, CaseId caseId, AddDocument asked, Place content, Grant grant) {
        try {
            return intake.receive(asked, content, grant);
        } catch (Refusal refused) {
            ledger.appendAlone(access.entry(actor, Action.DENY, ObjectType.CASE, caseId.value())
                    .inCase(caseId.value())
                    .because(refused.code())
                    .ended(Result.DENIED));
            throw refused;
        }
    }

    private CaseItems.Kept keep(Incoming file, Optional<UUID> item, MandateId owner, Grant grant) {
        Commitment commitment = Commitment.of(file.received().digest());
        UUID caseId = file.caseId().value();
        rows.add(new Document(
                file.id(),
                file.caseId(),
                item,
                owner,
                file.received(),
                file.asked().secret(),
                file.seal(file.asked().name(), "name", vault, grant),
                file.seal(commitment.salt(), "salt", vault, grant),
                clock.instant()));
        entitlements.protect(
                ObjectType.DOCUMENT,
                file.id().value(),
                Optional.of(caseId),
                item.or(() -> Optional.of(caseId)),
                Optional.of(owner));
        return new CaseItems.Kept(new ItemId(file.id().value()), commitment);
    }

    private void dropLeftBehind(Grant grant) {
        List<UUID> old = files.olderThanADay();
        if (!old.isEmpty()) {
            Set<UUID> known = rows.findAllByIdIn(old).stream()
                    .map(document -> document.id().value())
                    .collect(Collectors.toSet());
            files.dropAll(old.stream().filter(id -> !known.contains(id)).toList(), grant);
        }
    }

    /** The rows behind it. */
    interface DocumentRows extends Repository<Document, UUID>, Adding<Document> {
        Optional<Document> findById(UUID id);

        List<Document> findAllByIdIn(List<UUID> ids);

        List<Document> findAllByCaseIdOrderByAtDesc(UUID caseId);
    }
}

package be.livc.casefile;

import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.MandateId;
import be.livc.ledger.Commitment;
import be.livc.platform.Adding;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps pieces of information: seals them, puts them under protection, and commits to them for the ledger. */
@Component
public class CaseItems {

    /**
     * A piece of information that was kept.
     *
     * @param commitment what binds the ledger's entry to the text, without showing it
     */
    public record Kept(ItemId id, Commitment commitment) {}

    private final ItemRows rows;
    private final Vault vault;
    private final Entitlements entitlements;
    private final Cells cells;
    private final Clock clock;

    CaseItems(ItemRows rows, Vault vault, Entitlements entitlements, Cells cells, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.entitlements = entitlements;
        this.cells = cells;
        this.clock = clock;
    }

    /** Keeps one, in the caller's transaction; the caller entitles others and appends the ledger's entry. */
    public Kept add(AddItem added, Grant grant) {
        CellId cell = CurrentCell.require();
        ItemId id = new ItemId(Ids.next());
        Commitment commitment = Commitment.of(added.text());
        rows.add(new CaseItem(
                id,
                added,
                sealed(added.text(), cell, added.caseId(), id, "text", grant),
                added.detail()
                        .map(detail -> sealed(detail, cell, added.caseId(), id, "detail", grant))
                        .orElse(null),
                sealed(commitment.salt(), cell, added.caseId(), id, "salt", grant),
                clock.instant()));
        entitlements.protect(
                added.type(),
                id.value(),
                Optional.of(added.caseId().value()),
                added.agendaItem()
                        .or(added::about)
                        .or(() -> Optional.of(added.caseId().value())),
                Optional.of(added.owner()));
        return new Kept(id, commitment);
    }

    private Sealed sealed(String text, CellId cell, CaseId caseId, ItemId id, String column, Grant grant) {
        return vault.seal(text, CaseItem.place(cell, caseId, id, column), grant);
    }

    Optional<CaseItem> find(ItemId id) {
        return rows.findById(id.value());
    }

    /**
     * What is known of a piece of information without opening it.
     *
     * @param called what this cell calls it, where that is not its type
     * @param by the mandate that contributed it
     */
    public record Outline(
            ItemId id, ObjectType type, Optional<String> called, Instant at, MandateId by, boolean secret) {}

    /** All pieces of a case, the oldest first, without a word of their content: for who watches over the whole of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outline> outline(CaseId caseId) {
        CellKind here = cells.current().kind();
        return of(caseId).stream()
                .map(item -> new Outline(
                        item.id(), item.type(), item.called(here), item.at(), item.owner(), item.isSecret()))
                .toList();
    }

    List<CaseItem> of(CaseId caseId) {
        return rows.findAllByCaseIdOrderByAtAscIdAsc(caseId.value());
    }

    List<CaseItem> saidAt(Collection<UUID> agendaItems) {
        return rows.findAllByAgendaItemIdInOrderByAtAscIdAsc(agendaItems);
    }

    /** The rows behind it. */
    interface ItemRows extends Repository<CaseItem, UUID>, Adding<CaseItem> {
        Optional<CaseItem> findById(UUID id);

        List<CaseItem> findAllByCaseIdOrderByAtAscIdAsc(UUID caseId);

        List<CaseItem> findAllByAgendaItemIdInOrderByAtAscIdAsc(Collection<UUID> agendaItems);
    }
}

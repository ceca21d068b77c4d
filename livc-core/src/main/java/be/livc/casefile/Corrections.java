package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.ledger.Ledger;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects pieces of information without changing them: a note is added that points at what it corrects, and both stay (GDPR
 * art. 16; ledger). A note is seen by whoever sees the piece, and by nobody else: a correction never widens a disclosure.
 */
@Component
public class Corrections {

    private final CaseItems items;
    private final Phases phases;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;

    Corrections(CaseItems items, Phases phases, Access access, Entitlements entitlements, Ledger ledger) {
        this.items = items;
        this.phases = phases;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
    }

    /**
     * Adds a correction to a piece that the actor sees.
     *
     * @throws Refusal not found, when the actor does not see the piece or it is not of this case; invalid {@code text}
     */
    @Transactional
    public ItemId correct(Actor actor, CaseId caseId, ItemId piece, String text) {
        CaseItem corrected = items.find(piece)
                .filter(item -> item.caseId().equals(caseId))
                .orElseThrow(() -> access.denied(actor, ObjectType.CASE, Ids.next()));
        Grant grant = access.toAct(actor, Act.CORRECT, corrected.type(), piece.value());
        if (phases.isErased(caseId)) {
            throw Refusal.notFound();
        }
        Refusal.requireText("text", text);
        AddItem note = AddItem.of(caseId, ObjectType.CORRECTION, actor.mandate(), text, corrected.purpose())
                .secret(corrected.isSecret())
                .about(piece.value());
        CaseItems.Kept kept = items.add(corrected.agendaItem().map(note::saidAt).orElse(note), grant);
        UUID id = kept.id().value();
        entitlements.entitleAs(id, piece.value());
        ledger.append(access.entry(actor, Act.CORRECT.action(), ObjectType.CORRECTION, id)
                .inCase(caseId.value())
                .because("corrects-" + corrected.type().code())
                .binding(kept.commitment()));
        return kept.id();
    }
}

package be.livc.signal;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.AddItem;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mayor's decision on a retained signal: on the case list, with purpose and necessity, or not. */
@Component
public class Listing {

    private final Signals.SignalRows rows;
    private final CaseFiles cases;
    private final CaseItems items;
    private final CodeLists codeLists;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;

    Listing(
            Signals.SignalRows rows,
            CaseFiles cases,
            CaseItems items,
            CodeLists codeLists,
            Access access,
            Entitlements entitlements,
            Ledger ledger) {
        this.rows = rows;
        this.cases = cases;
        this.items = items;
        this.codeLists = codeLists;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
    }

    /**
     * Puts the signal on the case list: its case gets a file and a number. Its reporter sees the case from then on, as far
     * as their own contribution goes.
     *
     * @param purpose a code of the list {@code purposes}
     * @return the number of the case
     * @throws Refusal when purpose or necessity are missing or wrong; {@code wrong-phase}, when it is on the list already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String list(Actor actor, SignalId id, String purpose, Optional<String> purposeText, String necessity) {
        Signal signal = find(actor, id);
        Grant grant = access.toAct(actor, Act.LIST, ObjectType.SIGNAL, id.value());
        codeLists.require("purposes", purpose, "purpose");
        Refusal.requireText("necessity", necessity);
        CaseId caseId = signal.caseId();
        if (cases.facts(caseId).isPresent()) {
            throw Refusal.conflict("wrong-phase");
        }
        String number = cases.create(caseId, purposeText.filter(text -> !text.isBlank()), purpose, grant);
        entitlements.entitle(caseId.value(), signal.filedBy(), Why.OWN_CONTRIBUTION);
        record(actor, signal, necessity, purpose, "LIST", grant);
        return number;
    }

    /** Refuses: the signal goes no further. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(Actor actor, SignalId id, String necessity) {
        Signal signal = find(actor, id);
        Grant grant = access.toAct(actor, Act.NOT_LIST, ObjectType.SIGNAL, id.value());
        Refusal.requireText("necessity", necessity);
        record(actor, signal, necessity, actor.purpose(), "REFUSE", grant);
    }

    /** Kept from others until the end of the transaction: two who decide at the same moment follow each other. */
    private Signal find(Actor actor, SignalId id) {
        return rows.findWithLockById(id.value()).orElseThrow(() -> access.denied(actor, ObjectType.SIGNAL, id.value()));
    }

    private void record(Actor actor, Signal signal, String necessity, String purpose, String outcome, Grant grant) {
        CaseItems.Kept kept = items.add(
                AddItem.of(signal.caseId(), ObjectType.LISTING, actor.mandate(), necessity, purpose)
                        .withCode(outcome)
                        .about(signal.id().value()),
                grant);
        ledger.append(access.entry(
                        actor, Act.LIST.action(), ObjectType.LISTING, kept.id().value())
                .inCase(signal.caseId().value())
                .because(outcome)
                .binding(kept.commitment()));
    }
}

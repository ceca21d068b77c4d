package be.livc.signal;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.casefile.AddItem;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.cell.Actor;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins a signal to a case about the same person. Its facts are sealed anew under the key of that case, and its own key is
 * destroyed, so that erasing the case erases them too.
 */
@Component
public class Joining {

    /** A signal that was opened to be joined. */
    public record Opened(SignalView signal) {}

    private final Signals.SignalRows rows;
    private final SignalReading reading;
    private final CaseFiles cases;
    private final CaseItems items;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;

    Joining(
            Signals.SignalRows rows,
            SignalReading reading,
            CaseFiles cases,
            CaseItems items,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault) {
        this.rows = rows;
        this.reading = reading;
        this.cases = cases;
        this.items = items;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
    }

    /** Opens the signal for the actor who decides, under a read that stands in the ledger. */
    public Opened open(Actor actor, SignalId id) {
        return new Opened(reading.open(actor, id));
    }

    /**
     * Joins it.
     *
     * @throws Refusal when the case is not there or the necessity is empty
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(Actor actor, Opened opened, CaseId other, String necessity) {
        SignalView view = opened.signal();
        Grant grant = access.toAct(actor, Act.LIST, ObjectType.SIGNAL, view.id().value());
        access.toAct(actor, Act.CLOSE_CASE, ObjectType.CASE, other.value());
        Refusal.requireText("necessity", necessity);
        Signal signal = rows.findById(view.id().value()).orElseThrow(Refusal::notFound);
        String purpose = cases.facts(other).orElseThrow(Refusal::notFound).purpose();
        for (SignalView.FactView fact : view.facts()) {
            keepFact(actor, view, other, purpose, fact, grant);
        }
        CaseItems.Kept kept = items.add(
                AddItem.of(other, ObjectType.LISTING, actor.mandate(), necessity, purpose)
                        .withCode("JOIN")
                        .about(view.id().value()),
                grant);
        signal.join(other);
        vault.destroy(signal.caseId().value(), grant);
        entitlements.forgetAll(signal.caseId().value());
        ledger.append(access.entry(
                        actor, Act.LIST.action(), ObjectType.LISTING, kept.id().value())
                .inCase(other.value())
                .because("JOIN")
                .binding(kept.commitment()));
    }

    private void keepFact(
            Actor actor, SignalView view, CaseId other, String purpose, SignalView.FactView fact, Grant grant) {
        CaseItems.Kept kept = items.add(
                AddItem.of(other, ObjectType.FACT, view.filedBy(), fact.text(), purpose)
                        .withDetail(fact.source())
                        .onDay(fact.date())
                        .withCode(fact.kind())
                        .secret(view.secretGround().isPresent())
                        .about(view.id().value()),
                grant);
        ledger.append(access.entry(
                        actor,
                        Act.FILE_SIGNAL.action(),
                        ObjectType.FACT,
                        kept.id().value())
                .inCase(other.value())
                .binding(kept.commitment()));
    }
}

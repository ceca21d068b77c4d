package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.EmbargoBook;
import be.livc.access.EmbargoBook.Lying;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.cell.Mandates;
import be.livc.ledger.Ledger;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Embargoes of the information officer and the parket: what they hide is hidden at once from everyone else, who learn that it
 * is suspended and neither why nor by whom.
 */
@Component
public class Embargoes {

    private static final Set<ObjectType> CAN_BE_HIDDEN = EnumSet.of(
            ObjectType.CASE,
            ObjectType.AGENDA_ITEM,
            ObjectType.FACT,
            ObjectType.DISCLOSURE,
            ObjectType.DECISION,
            ObjectType.PROGRESS);

    private final EmbargoBook book;
    private final EmbargoReferences references;
    private final CaseFiles cases;
    private final Access access;
    private final WhoSees whoSees;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final Ledger ledger;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Embargoes(
            EmbargoBook book,
            EmbargoReferences references,
            CaseFiles cases,
            Access access,
            WhoSees whoSees,
            Entitlements entitlements,
            Mandates mandates,
            Ledger ledger,
            Vault vault,
            TransactionTemplate transactions,
            Clock clock) {
        this.book = book;
        this.references = references;
        this.cases = cases;
        this.access = access;
        this.whoSees = whoSees;
        this.entitlements = entitlements;
        this.mandates = mandates;
        this.ledger = ledger;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Passes for whoever can lay and review embargoes.
     *
     * @param asked what they ask for; the cell where that is the list
     * @throws Refusal not found, for anybody else; recorded
     */
    public void requireReviews(Actor actor, UUID asked) {
        if (!Act.REVIEW_EMBARGO.isFor(actor.capacity())) {
            throw access.denied(actor, ObjectType.EMBARGO, asked);
        }
    }

    /**
     * Lays an embargo on a whole case, an agenda item or a piece of information. It shows its layer nothing that they did not
     * see before.
     *
     * @throws Refusal when it lacks a reference or a day in the future, or lies there already; not found or forbidden as access
     *     decides
     */
    @Transactional
    public EmbargoId lay(Actor actor, LayEmbargo asked) {
        Act act = asked.type() == ObjectType.CASE ? Act.LAY_EMBARGO_ON_CASE : Act.LAY_EMBARGO;
        Grant grant = access.toAct(actor, act, asked.type(), asked.object());
        if (!CAN_BE_HIDDEN.contains(asked.type())) {
            throw Refusal.forbidden();
        }
        ShortText.SENTENCE.require("reference", asked.reference().orElse(""));
        book.holdAgainstOthers(asked.object());
        boolean liesAlready = book.all().stream()
                .anyMatch(one ->
                        one.object().equals(asked.object()) && one.laidBy().equals(actor.mandate()));
        if (liesAlready) {
            throw Refusal.conflict("embargo-lies-already");
        }
        EmbargoId id = keep(actor, asked, false, grant);
        record(actor, id, asked.object(), "laid");
        return id;
    }

    /**
     * Lays the embargo of a conflict check, or prolongs the one that was laid there before; the check itself stands in the
     * ledger.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void layAtCheck(Actor actor, LayEmbargo asked, Grant grant) {
        Optional<Lying> before = book.checked(asked.object(), actor.mandate());
        if (before.isEmpty()) {
            keep(actor, asked, true, grant);
            return;
        }
        requireLater(asked.review());
        book.prolong(before.get().id(), asked.review());
        asked.reference()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> references.keep(
                        before.get().id(),
                        before.get().caseId(),
                        sealed(text, before.get().caseId(), before.get().id(), grant)));
    }

    private EmbargoId keep(Actor actor, LayEmbargo asked, boolean checked, Grant grant) {
        requireLater(asked.review());
        UUID id = Ids.next();
        UUID caseId = whoSees.caseOf(actor, asked.object()).orElseThrow(Refusal::notFound);
        book.lay(id, asked.object(), actor.mandate(), asked.review(), checked);
        entitlements.protect(
                ObjectType.EMBARGO, id, Optional.of(caseId), Optional.empty(), Optional.of(actor.mandate()));
        asked.reference()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> references.keep(id, caseId, sealed(text, caseId, id, grant)));
        return new EmbargoId(id);
    }

    private void requireLater(LocalDate review) {
        if (!review.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("reviewDate", "not-in-the-future");
        }
    }

    private Sealed sealed(String text, UUID caseId, UUID id, Grant grant) {
        return vault.seal(text.strip(), EmbargoReferences.place(caseId, id), grant);
    }

    /** Lifts the embargoes that this actor laid in the conflict check of an item: on it, or on its case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void liftAtCheck(Actor actor, UUID item, CaseId caseId) {
        for (UUID object : List.of(item, caseId.value())) {
            book.checked(object, actor.mandate()).ifPresent(lying -> book.lift(lying.id()));
        }
    }

    /**
     * Lifts an embargo: everyone sees again what they were entitled to.
     *
     * @return what it lay on
     * @throws Refusal not found, for anybody but its layer or, once their mandate has ended, somebody of the same capacity
     */
    @Transactional
    public Lying lift(Actor actor, EmbargoId id) {
        Lying lying = reviewed(actor, id);
        if (!book.lift(id.value())) {
            throw Refusal.notFound();
        }
        record(actor, id, lying.object(), "lifted");
        return lying;
    }

    /** Sets another day on which an embargo is looked at again; throws as {@link #lift}. */
    @Transactional
    public Lying prolong(Actor actor, EmbargoId id, LocalDate review) {
        Lying lying = reviewed(actor, id);
        requireLater(review);
        book.prolong(id.value(), review);
        record(actor, id, lying.object(), "prolonged");
        return lying;
    }

    /** The case of what an embargo lies on; empty where it lies no more. */
    @Transactional(readOnly = true)
    public Optional<CaseId> caseOf(EmbargoId id) {
        return book.find(id.value()).map(Lying::caseId).map(CaseId::new);
    }

    private Lying reviewed(Actor actor, EmbargoId id) {
        Lying lying = book.find(id.value()).orElseThrow(() -> access.denied(actor, ObjectType.EMBARGO, id.value()));
        Act act = isTakenOverBy(actor, lying) ? Act.TAKE_OVER_EMBARGO : Act.REVIEW_EMBARGO;
        access.toAct(actor, act, ObjectType.EMBARGO, id.value());
        return lying;
    }

    /** Nobody's embargo may lie for ever: when its layer has gone, whoever has the same capacity reviews it. */
    private boolean isTakenOverBy(Actor actor, Lying lying) {
        return mandates.find(lying.laidBy())
                .filter(layer -> !layer.runsAt(clock.instant()) && layer.capacity() == actor.capacity())
                .isPresent();
    }

    private void record(Actor actor, EmbargoId id, UUID object, String what) {
        ledger.append(access.entry(actor, Act.LAY_EMBARGO.action(), ObjectType.EMBARGO, id.value())
                .inCase(whoSees.caseOf(actor, object).orElseThrow(Refusal::notFound))
                .because(what));
    }

    /** The embargoes that this reader reviews, the first due first, with the references of their own; one read in the ledger. */
    public List<EmbargoView> of(Actor reader) {
        record Loaded(List<Lying> lying, Sight sight, Map<UUID, Sealed> sealed, Map<UUID, String> numbers) {}
        if (!Act.REVIEW_EMBARGO.isFor(reader.capacity())) {
            return List.of();
        }
        Loaded loaded = transactions.execute(tx -> {
            List<Lying> found = book.all().stream()
                    .filter(one -> one.laidBy().equals(reader.mandate()) || isTakenOverBy(reader, one))
                    .toList();
            List<UUID> ids = found.stream().map(Lying::id).toList();
            Sight sight = access.toList(reader, "embargoes", ids);
            return new Loaded(
                    found,
                    sight,
                    references.of(ids),
                    cases.numbersOf(found.stream().map(Lying::caseId).toList()));
        });
        return loaded.lying().stream()
                .map(one -> new EmbargoView(
                        new EmbargoId(one.id()),
                        one.type(),
                        new CaseId(one.caseId()),
                        Optional.ofNullable(loaded.numbers().get(one.caseId())),
                        Optional.ofNullable(loaded.sealed().get(one.id()))
                                .filter(value -> loaded.sight().sees(one.id()))
                                .map(value -> vault.open(value, loaded.sight().grant())),
                        one.review(),
                        one.laidAt(),
                        one.laidBy().equals(reader.mandate()),
                        one.checked()))
                .toList();
    }
}

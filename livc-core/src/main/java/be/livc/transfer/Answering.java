package be.livc.transfer;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.BasisRefs;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.Contents;
import be.livc.casefile.HandingOver;
import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.Link;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.rights.OpenRequest;
import be.livc.rights.SubjectRequests;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people of the receiver's cell do with what is offered: look into it, take it over, or refuse it. Each method is one step
 * within that cell, in the caller's transaction where it changes something, with its entry in the receiver's ledger.
 */
@Component
public class Answering {

    /** The code of {@code transfer-refusals} that by itself tells the other cell nothing. */
    private static final String ANOTHER_REASON = "OTHER";

    /** A case that was taken over. */
    public record TakenOver(CaseId caseId, String number) {}

    private final Receiving.IncomingRows rows;
    private final HandingOver handingOver;
    private final SubjectRequests requests;
    private final Gate gate;
    private final LegalBases bases;
    private final Mandates mandates;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final CodeLists codeLists;
    private final Contents contents;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Answering(
            Receiving.IncomingRows rows,
            HandingOver handingOver,
            SubjectRequests requests,
            Gate gate,
            LegalBases bases,
            Mandates mandates,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            CodeLists codeLists,
            Contents contents,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.handingOver = handingOver;
        this.requests = requests;
        this.gate = gate;
        this.bases = bases;
        this.mandates = mandates;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.codeLists = codeLists;
        this.contents = contents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Opens what is offered for who is about to take it over, under a read that stands in the ledger.
     *
     * @throws Refusal not found, when the offer is not there or not theirs to answer; {@code already-answered}
     */
    public Parcel open(Actor actor, TransferId id) {
        record Loaded(Sealed content, Sight sight) {}
        Loaded loaded = transactions.execute(tx -> {
            IncomingTransfer row = toAnswer(actor, id, Act.ANSWER_TRANSFER);
            Sealed content = row.content();
            entitlements.entitle(row.contentId(), actor.mandate(), Why.TAKES_OVER);
            return new Loaded(content, access.toRead(actor, ObjectType.TRANSFER_CONTENT, row.contentId()));
        });
        return contents.value(vault.open(loaded.content(), loaded.sight().grant()), Parcel.class);
    }

    /** Passes when this actor may take it over, and nobody has answered it yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void toAccept(Actor actor, TransferId id) {
        requireOpen(toAnswer(actor, id, Act.ANSWER_TRANSFER));
    }

    private static void requireOpen(IncomingTransfer row) {
        if (row.state() != IncomingTransfer.State.OFFERED) {
            throw Refusal.conflict("already-answered");
        }
    }

    /** Somebody who sees the offer may answer it; an information officer only what is urgent. */
    private IncomingTransfer toAnswer(Actor actor, TransferId id, Act answer) {
        access.toAct(actor, answer, ObjectType.TRANSFER, id.value());
        return rows.held(id);
    }

    /**
     * Takes the case over: it becomes a case of this cell, under this cell's keys, with what its subject asked and was not
     * answered yet. This is what decides.
     *
     * @param parcel what {@link #open} gave
     * @param asked what the data subject asked of the sending cell and was not answered yet
     * @throws Refusal {@code already-answered}; or when no basis covers the one who takes it over at this moment, for the case
     *     or for what a piece was given for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TakenOver accept(Actor actor, TransferId id, Parcel parcel, List<OpenRequest> asked) {
        Grant grant = access.toAct(actor, Act.ANSWER_TRANSFER, ObjectType.TRANSFER, id.value());
        IncomingTransfer row = rows.held(id);
        row.accept(actor.mandate(), clock.instant());
        Map<String, LegalBasis> covering = basesOf(actor, row.purpose(), parcel);
        Link origin = row.origin();
        String number = handingOver.arrive(
                actor,
                new HandingOver.Arriving(
                        row.caseId(),
                        parcel.subject(),
                        row.purpose(),
                        parcel.purposeText(),
                        parcel.parts(),
                        parcel.from(),
                        origin),
                covering,
                grant);
        asked.forEach(one -> requests.comeAlong(row.caseId(), one, parcel.from(), origin, grant));
        ledger.append(byPerson(actor, row, "accepted")
                .under(BasisRefs.of(covering.values().stream().distinct().toList())));
        return new TakenOver(row.caseId(), number);
    }

    /** What covers this actor now, for the case and for each piece; a basis can have ended since the offer was judged. */
    private Map<String, LegalBasis> basesOf(Actor actor, String purpose, Parcel parcel) {
        List<Mandate> receiver = List.of(mandates.require(actor.mandate()));
        List<LegalBasis> all = bases.countingIn(actor.cellKind());
        Map<String, LegalBasis> covering = new LinkedHashMap<>();
        Stream.concat(Stream.of(purpose), parcel.parts().stream().map(HandingOver.Part::purpose))
                .distinct()
                .forEach(one -> covering.put(
                        one, gate.require(all, one, receiver, clock.instant()).of(actor.mandate())));
        return covering;
    }

    /**
     * Refuses: what was offered is unreadable here from now on.
     *
     * @param code a code of the list {@code transfer-refusals}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseId refuse(Actor actor, TransferId id, String code) {
        Grant grant = access.toAct(actor, Act.REFUSE_TRANSFER, ObjectType.TRANSFER, id.value());
        codeLists.require("transfer-refusals", code, "code");
        IncomingTransfer row = rows.held(id);
        row.refuse(actor.mandate(), code, clock.instant());
        vault.destroy(row.caseId().value(), grant);
        ledger.append(byPerson(actor, row, "refused"));
        return row.caseId();
    }

    /**
     * Passes when this actor may refuse with this code and these words; gives the cell that offered.
     *
     * @throws Refusal invalid {@code text}, when a reason that is none of the list is not told in words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CellId toRefuse(Actor actor, TransferId id, String code, String words) {
        IncomingTransfer row = toAnswer(actor, id, Act.REFUSE_TRANSFER);
        codeLists.require("transfer-refusals", code, "code");
        if (code.equals(ANOTHER_REASON) && words.isBlank()) {
            throw Refusal.invalid("text", "required");
        }
        requireOpen(row);
        return row.from();
    }

    private Entry byPerson(Actor actor, IncomingTransfer row, String what) {
        return access.entry(
                        actor,
                        Act.ANSWER_TRANSFER.action(),
                        ObjectType.TRANSFER,
                        row.id().value())
                .inCase(row.caseId().value())
                .because(what)
                .linkedTo(row.origin());
    }
}

package be.livc.transfer;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.HandingOver;
import be.livc.cell.Actor;
import be.livc.cell.Cells;
import be.livc.cell.CodeLists;
import be.livc.ledger.Action;
import be.livc.ledger.Commitment;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.ledger.Link;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import be.livc.platform.Faults;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.transfer.OutgoingTransfer.State;
import be.livc.vault.Vault;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sender's half of a hand-over. Each method is one step within the sender's cell, in the caller's transaction, with its
 * entry in the sender's ledger. Whether an offer stands while it waits is {@link StandingOffer}'s to say.
 */
@Component
public class Sending {

    private static final Set<State> UNSETTLED = EnumSet.of(State.PREPARING, State.OFFERED, State.ABANDONING);

    private final OutgoingRows rows;
    private final HandingOver handingOver;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final Cells cells;
    private final CodeLists codeLists;
    private final Clock clock;

    Sending(
            OutgoingRows rows,
            HandingOver handingOver,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            Cells cells,
            CodeLists codeLists,
            Clock clock) {
        this.rows = rows;
        this.handingOver = handingOver;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.cells = cells;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    /** Every field that is missing or wrong; empty when it can be offered. */
    @Transactional(readOnly = true)
    public List<Refusal.Reason> problems(OfferTransfer asked, HandingOver.Opened opened) {
        Set<UUID> known = opened.parts().stream().map(HandingOver.Part::id).collect(Collectors.toSet());
        boolean goesElsewhere = !asked.to().equals(CurrentCell.require())
                && cells.find(asked.to()).isPresent();
        return new Faults()
                .unless(goesElsewhere, "to", "unknown-cell")
                .present("reason", asked.reason())
                .unless(codeLists.has("purposes", asked.purpose()), "purpose", "unknown-code")
                .unless(known.containsAll(asked.parts()), "items", "unknown-item")
                .found();
    }

    /**
     * Passes when this actor may offer the case now; recorded when not. What can go is told by the same rule as what goes.
     *
     * @throws Refusal as {@link #begin} does, before anything was chosen
     */
    @Transactional
    public void requireMayOffer(Actor actor, CaseId id) {
        access.toAct(actor, Act.OFFER_TRANSFER, ObjectType.CASE, id.value());
    }

    /**
     * Begins to hand over: the sender's row is there, the other cell knows nothing yet.
     *
     * @throws Refusal when a field is missing or wrong, or the case is being handed over already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Announced begin(Actor actor, OfferTransfer asked, HandingOver.Opened opened, Instant answerBy) {
        Grant grant = access.toAct(
                actor, Act.OFFER_TRANSFER, ObjectType.CASE, asked.caseId().value());
        Refusal.requireNone(problems(asked, opened));
        if (rows.existsByCaseIdAndStateIn(asked.caseId().value(), UNSETTLED)) {
            throw Refusal.conflict("transfer-offered");
        }
        TransferId id = new TransferId(Ids.next());
        vault.bornWith(id.value(), grant);
        OutgoingTransfer row = rows.add(new OutgoingTransfer(
                id,
                asked,
                opened.number(),
                vault.seal(asked.reason(), OutgoingTransfer.place(CurrentCell.require(), id, "reason"), grant),
                actor.mandate(),
                clock.instant(),
                answerBy));
        entitlements.protect(
                ObjectType.TRANSFER,
                id.value(),
                Optional.of(asked.caseId().value()),
                Optional.empty(),
                Optional.of(actor.mandate()));
        ledger.append(byPerson(actor, row, "begun"));
        return announced(row);
    }

    /** Offers what was begun; from here on it is the other cell's to answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void offer(Actor actor, TransferId id, Commitment content) {
        OutgoingTransfer row = held(id);
        row.offer();
        ledger.append(byPerson(actor, row, "offered").binding(content));
    }

    /** Passes when this actor may take the offer back; recorded when not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Announced toWithdraw(Actor actor, TransferId id) {
        access.toAct(actor, Act.WITHDRAW_TRANSFER, ObjectType.TRANSFER, id.value());
        return announced(rows.findById(id.value()).orElseThrow(Refusal::notFound));
    }

    /** Keeps the words in which the other cell is about to refuse; they count once that cell has decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteAnswer(TransferId id, String words) {
        Grant grant = access.toCarryOver(cells.current());
        held(id).noteAnswer(vault.seal(words, OutgoingTransfer.place(CurrentCell.require(), id, "answer"), grant));
    }

    /**
     * The case has become the other cell's: what is left here is the decision and the log.
     *
     * @return false when that was settled before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean leave(TransferId id) {
        OutgoingTransfer row = held(id);
        if (row.state() != State.OFFERED) {
            return false;
        }
        row.answered(State.ACCEPTED, Optional.empty(), clock.instant());
        handingOver.leave(row.caseId(), access.toCarryOver(cells.current()));
        ledger.append(byProgram(row, "left"));
        return true;
    }

    /**
     * The other cell refused, or the sender took it back: the case goes on here.
     *
     * @return false when that was settled before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean comeBack(TransferId id, TransferState outcome, Optional<String> code) {
        OutgoingTransfer row = held(id);
        if (row.state() != State.OFFERED) {
            return false;
        }
        row.answered(State.valueOf(outcome.name()), code, clock.instant());
        ledger.append(byProgram(row, outcome == TransferState.REFUSED ? "refused" : "withdrawn"));
        return true;
    }

    /** What was only begun will not be offered any more; the other cell may now throw away what it was given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginToAbandon(TransferId id) {
        OutgoingTransfer row = held(id);
        if (row.state() == State.PREPARING) {
            row.beginToAbandon();
        }
    }

    /** The other cell has thrown away what it was given. Doing it again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void abandon(TransferId id) {
        OutgoingTransfer row = held(id);
        if (row.state() == State.ABANDONING) {
            row.abandon();
            ledger.append(byProgram(row, "abandoned"));
        }
    }

    /** How far it is, and between which cells; empty when this cell hands over nothing of this name. */
    @Transactional(readOnly = true)
    public Optional<TransferState> state(TransferId id) {
        return rows.findById(id.value()).map(TransferReading::stateOf);
    }

    /** The hand-over of this name. */
    @Transactional(readOnly = true)
    public Optional<Announced> find(TransferId id) {
        return rows.findById(id.value()).map(Sending::announced);
    }

    /**
     * The hand-overs of this cell of which a step may still have to be done, the oldest first.
     *
     * @param unfinishedBefore those that were only begun count when they began before this: somebody may be at work
     */
    @Transactional(readOnly = true)
    public List<Announced> unsettled(Instant unfinishedBefore) {
        return rows.findAllByStateInOrderByBegunAt(UNSETTLED).stream()
                .filter(row -> row.state() != State.PREPARING || row.begunAt().isBefore(unfinishedBefore))
                .map(Sending::announced)
                .toList();
    }

    /** The last hand-over of a case. */
    @Transactional(readOnly = true)
    public Optional<TransferId> lastOf(CaseId id) {
        return rows.findFirstByCaseIdOrderByBegunAtDesc(id.value()).map(OutgoingTransfer::id);
    }

    private OutgoingTransfer held(TransferId id) {
        return rows.holdById(id.value()).orElseThrow(Refusal::notFound);
    }

    private static Announced announced(OutgoingTransfer row) {
        return new Announced(
                row.id(),
                row.caseId(),
                CurrentCell.require(),
                row.to(),
                row.kind(),
                row.purpose(),
                row.parts(),
                row.answerBy());
    }

    private Entry byPerson(Actor actor, OutgoingTransfer row, String what) {
        return completed(
                access.entry(
                        actor,
                        Act.OFFER_TRANSFER.action(),
                        ObjectType.TRANSFER,
                        row.id().value()),
                row,
                what);
    }

    private static Entry byProgram(OutgoingTransfer row, String what) {
        return completed(
                Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                        .did(Action.TRANSFER)
                        .on(ObjectType.TRANSFER.code(), row.id().value())
                        .forPurpose(row.purpose()),
                row,
                what);
    }

    private static Entry completed(Entry entry, OutgoingTransfer row, String what) {
        return entry.inCase(row.caseId().value())
                .because(what)
                .linkedTo(new Link(row.to(), row.id().toString()));
    }

    /** The rows behind it. */
    interface OutgoingRows extends Repository<OutgoingTransfer, UUID>, Adding<OutgoingTransfer> {
        Optional<OutgoingTransfer> findById(UUID id);

        @Lock(LockModeType.PESSIMISTIC_WRITE)
        @Query("select t from OutgoingTransfer t where t.id = :id")
        Optional<OutgoingTransfer> holdById(UUID id);

        boolean existsByCaseIdAndStateIn(UUID caseId, Collection<State> states);

        List<OutgoingTransfer> findAllByStateInOrderByBegunAt(Collection<State> states);

        List<OutgoingTransfer> findAllByOrderByBegunAtDesc();

        Optional<OutgoingTransfer> findFirstByCaseIdOrderByBegunAtDesc(UUID caseId);
    }
}

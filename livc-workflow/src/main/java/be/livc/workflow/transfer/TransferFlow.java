package be.livc.workflow.transfer;

import be.livc.casefile.CaseId;
import be.livc.casefile.HandingOver;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.exchange.ExchangeReading;
import be.livc.law.Verdict;
import be.livc.ledger.Commitment;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import be.livc.rights.OpenRequest;
import be.livc.rights.SubjectRequests;
import be.livc.transfer.Announced;
import be.livc.transfer.Answering;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.Parcel;
import be.livc.transfer.Receiving;
import be.livc.transfer.Sending;
import be.livc.transfer.StandingOffer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.decision.DecisionTables;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands cases over between cells. Each act is a row of small transactions, one cell each; the one that decides is marked. What
 * comes after it is done again by {@link Settling} when a fault or a stop cuts it off.
 *
 * <pre>
 *   offer    S begin · R prepare · <b>S offer</b> · R announce
 *   accept   R open · S what was asked · <b>R accept</b> · S leave
 *   refuse   <b>R refuse</b>, holding the offer while S notes the words · S come back
 *   withdraw S may they? · <b>R withdraw</b> · S come back          S: the sender's cell, R: the receiver's
 * </pre>
 */
@Component
public class TransferFlow {

    private final HandingOver handingOver;
    private final Sending sending;
    private final StandingOffer standing;
    private final Receiving receiving;
    private final Answering answering;
    private final Settling settling;
    private final SubjectRequests requests;
    private final ExchangeReading exchanges;
    private final DecisionTables tables;
    private final OfferStep steps;
    private final Cells cells;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;
    private final Clock clock;

    TransferFlow(
            HandingOver handingOver,
            Sending sending,
            StandingOffer standing,
            Receiving receiving,
            Answering answering,
            Settling settling,
            SubjectRequests requests,
            ExchangeReading exchanges,
            DecisionTables tables,
            OfferStep steps,
            Cells cells,
            TransactionTemplate transactions,
            Clock clock) {
        this.handingOver = handingOver;
        this.sending = sending;
        this.standing = standing;
        this.receiving = receiving;
        this.answering = answering;
        this.settling = settling;
        this.requests = requests;
        this.exchanges = exchanges;
        this.tables = tables;
        this.steps = steps;
        this.cells = cells;
        this.transactions = transactions;
        this.apart = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The cells that a case of this cell can go to, by name. */
    public List<Cell> destinations() {
        return cells.all().stream()
                .filter(cell -> !cell.id().equals(CurrentCell.require()))
                .filter(cell -> switch (cell.kind()) {
                    case LIVC_R, PIVC -> true;
                    case DESK -> false;
                })
                .toList();
    }

    /**
     * Opens a case to be handed over and judges each piece of it by the other cell's legal bases.
     *
     * @param purpose code of the purpose that it is to serve there
     * @throws Refusal not found, when the actor does not see the case; {@code wrong-phase}, when it cannot be offered now; and
     *     what {@link #offer} answers to who may not, or no longer, such as in a prison whose permission has ended
     */
    public OfferCheck check(Actor actor, CaseId id, CellId to, String purpose) {
        requireNoTransaction();
        HandingOver.Opened opened = handingOver.open(actor, id);
        requireDestination(to);
        steps.requireCanBeOffered(id.value());
        sending.requireMayOffer(actor, id);
        Set<String> purposes = Stream.concat(
                        Stream.of(purpose), opened.parts().stream().map(HandingOver.Part::purpose))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Verdict> verdicts = CurrentCell.in(to, () -> receiving.judge(purposes));
        return new OfferCheck(
                opened,
                refusals(verdicts, purpose),
                opened.parts().stream()
                        .map(part -> new OfferCheck.Judged(part, refusals(verdicts, part.purpose())))
                        .toList(),
                requests.openOn(id),
                exchanges.awaitsAnswer(id));
    }

    /** Whether this case can be offered to another cell where it is now; decides nothing about who may. */
    public boolean canBeOffered(CaseId id) {
        return steps.canBeOffered(id.value());
    }

    private void requireDestination(CellId to) {
        if (destinations().stream().noneMatch(cell -> cell.id().equals(to))) {
            throw Refusal.invalid("to", "unknown-cell");
        }
    }

    private static List<Refusal.Reason> refusals(Map<String, Verdict> verdicts, String purpose) {
        Verdict verdict = Objects.requireNonNull(verdicts.get(purpose), "every purpose was judged");
        return verdict instanceof Verdict.Refused refused ? refused.reasons() : List.of();
    }

    /**
     * Offers a case to another cell.
     *
     * @throws Refusal when a field is missing or wrong, the other cell's bases do not cover it or a chosen piece, the case
     *     cannot be offered where it is, or it is offered already; {@code unfit-kind}, when no case goes for this reason between
     *     the two; {@code emergency-minimal}, when pieces were chosen for an emergency
     */
    public TransferId offer(Actor actor, OfferTransfer asked) {
        return offer(actor, asked, () -> {});
    }

    /**
     * The same, with something to note that is only so when the offer is not refused.
     *
     * @param noting noted in the transaction that begins the offer
     */
    public TransferId offer(Actor actor, OfferTransfer asked, Runnable noting) {
        OfferCheck check = check(actor, asked.caseId(), asked.to(), asked.purpose());
        requireFits(asked);
        requireCovered(check, asked);
        Announced announced = transactions.execute(tx -> {
            steps.hold(asked.caseId().value());
            noting.run();
            return sending.begin(actor, asked, check.opened(), answerBy(asked.kind()));
        });
        Parcel parcel = parcel(check.opened(), asked);
        try {
            in(asked.to(), () -> receiving.prepare(announced, parcel));
            transactions.executeWithoutResult(tx -> {
                steps.hold(asked.caseId().value());
                sending.offer(actor, announced.id(), Commitment.of(parcel.reason()));
                steps.offer(asked.caseId().value(), announced.answerBy());
            });
        } catch (RuntimeException cutOff) {
            settling.abandonSoon(announced);
            throw cutOff;
        }
        settling.settleSoon(announced);
        return announced.id();
    }

    /** Whether a case of this cell can go there for this reason. */
    public boolean fits(TransferKind kind, CellId to) {
        return cells.find(to)
                .filter(cell -> kind.goes(cells.current().kind(), cell.kind()))
                .isPresent();
    }

    private void requireFits(OfferTransfer asked) {
        if (!fits(asked.kind(), asked.to())) {
            throw Refusal.invalid("kind", "unfit-kind");
        }
        if (asked.kind().isUrgent() && !asked.parts().isEmpty()) {
            throw Refusal.invalid("items", "emergency-minimal");
        }
    }

    private static void requireCovered(OfferCheck check, OfferTransfer asked) {
        List<Refusal.Reason> refusals = Stream.concat(
                        check.refusals().stream(),
                        check.parts().stream()
                                .filter(judged ->
                                        asked.parts().contains(judged.part().id()))
                                .flatMap(judged -> judged.refusals().stream()))
                .distinct()
                .toList();
        if (!refusals.isEmpty()) {
            throw Refusal.conflict(refusals);
        }
    }

    /** In how many hours a cell must acknowledge an emergency of this one. */
    public int hoursToAcknowledge() {
        return tables.term(SharedSteps.ACKNOWLEDGE_EMERGENCY).amount();
    }

    private Instant answerBy(TransferKind kind) {
        return tables.term(kind.isUrgent() ? SharedSteps.ACKNOWLEDGE_EMERGENCY : SharedSteps.ANSWER_TRANSFER)
                .after(clock.instant());
    }

    private Parcel parcel(HandingOver.Opened opened, OfferTransfer asked) {
        return new Parcel(
                cells.current().name(),
                opened.number(),
                asked.reason(),
                opened.subject(),
                opened.releaseOn().filter(day -> !asked.kind().isUrgent()),
                opened.purposeText().filter(text -> !asked.kind().isUrgent()),
                opened.parts().stream()
                        .filter(part -> asked.parts().contains(part.id()))
                        .toList());
    }

    /**
     * Takes over what another cell offers.
     *
     * @throws Refusal not found, when the actor does not see the offer; {@code already-answered}, when an embargo took it
     *     back as well; {@code sender-without-basis}; or when no basis of this cell covers them, for each piece, now
     */
    public Answering.TakenOver accept(Actor actor, TransferId id) {
        requireNoTransaction();
        transactions.executeWithoutResult(tx -> answering.toAccept(actor, id));
        settleFromHere(id);
        requireSenderMayTell(id);
        Parcel parcel = answering.open(actor, id);
        List<OpenRequest> asked = askedOfTheSender(id);
        Answering.TakenOver takenOver = transactions.execute(tx -> {
            settling.hold(id);
            Answering.TakenOver taken = answering.accept(actor, id, parcel, asked);
            steps.answer(taken.caseId().value(), true);
            return taken;
        });
        settleFromHere(id);
        return takenOver;
    }

    /**
     * Refuses what another cell offers.
     *
     * @param code a code of the list {@code transfer-refusals}
     * @param words what to tell the other cell; may be empty where the code tells the reason
     * @throws Refusal invalid {@code code} or {@code text}; {@code already-answered}
     */
    public void refuse(Actor actor, TransferId id, String code, String words) {
        requireNoTransaction();
        transactions.executeWithoutResult(tx -> {
            settling.hold(id);
            CellId sender = answering.toRefuse(actor, id, code, words);
            // Meanwhile nobody else refuses it in other words: those noted are those of who refused.
            CurrentCell.run(sender, () -> apart.executeWithoutResult(other -> sending.noteAnswer(id, words)));
            steps.answer(answering.refuse(actor, id, code).value(), false);
        });
        settleFromHere(id);
    }

    /**
     * Takes an offer back.
     *
     * @throws Refusal {@code already-answered}, when the other cell was first
     */
    public void withdraw(Actor actor, TransferId id) {
        requireNoTransaction();
        Announced announced = transactions.execute(tx -> sending.toWithdraw(actor, id));
        if (!settling.takeBack(announced)) {
            throw Refusal.conflict("already-answered");
        }
        settling.settleSoon(announced);
    }

    private void settleFromHere(TransferId id) {
        announced(id).ifPresent(settling::settleSoon);
    }

    private void requireSenderMayTell(TransferId id) {
        announced(id).ifPresent(one -> in(one.from(), () -> standing.requireMayTell(one)));
    }

    /** As it is now: requests go on while a case is offered. An emergency takes none along. */
    private List<OpenRequest> askedOfTheSender(TransferId id) {
        return announced(id)
                .filter(one -> !one.kind().isUrgent())
                .map(one -> CurrentCell.in(one.from(), () -> requests.openOn(one.caseId())))
                .orElse(List.of());
    }

    private Optional<Announced> announced(TransferId id) {
        Optional<CellId> sender = transactions.execute(tx -> receiving.sender(id));
        return sender.flatMap(cell -> CurrentCell.in(cell, () -> sending.find(id)));
    }

    /** A step in this cell, in a transaction of its own. */
    private void in(CellId cell, Runnable work) {
        CurrentCell.run(cell, () -> transactions.executeWithoutResult(tx -> work.run()));
    }

    /** A transaction belongs to one cell: the other cell's half cannot join it. */
    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a hand-over is not part of a transaction of one cell");
        }
    }
}

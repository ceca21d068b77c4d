package be.livc.workflow.transfer;

import be.livc.casefile.CaseId;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import be.livc.transfer.Announced;
import be.livc.transfer.Receiving;
import be.livc.transfer.Sending;
import be.livc.transfer.StandingOffer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the two sides of a hand-over to where the decision says they are. Looks at both rows and does what is still to be
 * done; doing it twice, or by two copies of the program at once, changes nothing.
 *
 * <pre>
 *   sender       receiver     what follows
 *   PREPARING    –/PREPARED   nothing was decided: sender ABANDONING (from here on nobody can offer it), see the next
 *   ABANDONING   –/PREPARED   receiver destroys what was prepared, sender ABANDONED
 *   OFFERED      PREPARED     receiver OFFERED: shown, with a step in its process
 *   OFFERED      OFFERED      waits for people; taken back when an embargo has been laid on the case since
 *   OFFERED      ACCEPTED     sender's key is destroyed, sender ACCEPTED
 *   OFFERED      REFUSED …    the case goes on at the sender's
 * </pre>
 */
@Component
public class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    /**
     * A hand-over that this node could not finish when it last tried.
     *
     * @param since when it failed first
     */
    public record HeldUp(TransferId id, CellId from, CellId to, Instant since) {}

    /** Longer than an offer takes; whoever is slower finds it abandoned, never half done. */
    private static final Duration UNFINISHED_FOR = Duration.ofMinutes(2);

    private final Sending sending;
    private final StandingOffer standing;
    private final Receiving receiving;
    private final OfferStep steps;
    private final Cells cells;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Map<TransferId, HeldUp> heldUp = new ConcurrentHashMap<>();

    Settling(
            Sending sending,
            StandingOffer standing,
            Receiving receiving,
            OfferStep steps,
            Cells cells,
            TransactionTemplate transactions,
            Clock clock) {
        this.sending = sending;
        this.standing = standing;
        this.receiving = receiving;
        this.steps = steps;
        this.cells = cells;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Finishes every hand-over that was cut off; one that fails does not keep the others from it. */
    public void settleAll() {
        settleBegunBefore(clock.instant().minus(UNFINISHED_FOR));
    }

    /** The same; what was only begun, and never offered, is given up when it began before this moment. */
    public void settleBegunBefore(Instant moment) {
        Set<TransferId> open = new HashSet<>();
        for (Cell cell : cells.all()) {
            for (Announced one : unsettledOf(cell, moment)) {
                open.add(one.id());
                orLater(one, () -> settleOrAbandon(one));
            }
        }
        heldUp.keySet().retainAll(open); // another node may have finished the others
    }

    /** The hand-overs from and to the bound cell that could not be finished yet, the oldest first. */
    public List<HeldUp> heldUp() {
        CellId cell = CurrentCell.require();
        return heldUp.values().stream()
                .filter(one -> one.from().equals(cell) || one.to().equals(cell))
                .sorted(Comparator.comparing(HeldUp::since))
                .toList();
    }

    private List<Announced> unsettledOf(Cell cell, Instant begunBefore) {
        return CurrentCell.in(cell.id(), () -> sending.unsettled(begunBefore));
    }

    private void settleOrAbandon(Announced one) {
        if (stateAtSender(one) == TransferState.OFFERED) {
            settle(one);
        } else {
            abandon(one);
        }
    }

    /** Finishes one that was decided; a fault on the other side does not undo the decision and is tried again. */
    void settleSoon(Announced one) {
        orLater(one, () -> settle(one));
    }

    /** Gives up one that could not be offered; a fault is tried again. */
    void abandonSoon(Announced one) {
        orLater(one, () -> abandon(one));
    }

    private void orLater(Announced one, Runnable work) {
        try {
            work.run();
            heldUp.remove(one.id());
        } catch (RuntimeException cutOff) {
            heldUp.putIfAbsent(one.id(), new HeldUp(one.id(), one.from(), one.to(), clock.instant()));
            LOG.warn("a hand-over could not be finished and will be tried again: {}", one.id(), cutOff);
        }
    }

    /** Finishes one that was offered. */
    private void settle(Announced one) {
        if (stateAtSender(one) != TransferState.OFFERED) {
            return;
        }
        switch (stateAtReceiver(one)) {
            case PREPARING -> announce(one);
            case ACCEPTED -> leave(one);
            case REFUSED, WITHDRAWN -> comeBack(one);
            case OFFERED -> takeBackWhatIsHidden(one);
            case ABANDONED -> {
                // cannot be: nothing is abandoned once it is offered
            }
        }
    }

    /** Gives up one that was never offered; changes nothing when it was. */
    private void abandon(Announced one) {
        in(one.from(), () -> sending.beginToAbandon(one.id()));
        if (stateAtSender(one) != TransferState.ABANDONED) {
            settle(one);
            return;
        }
        in(one.to(), () -> receiving.abandon(one.id()));
        in(one.from(), () -> sending.abandon(one.id()));
    }

    /** A prison has no way for an emergency: one that was offered to it before that was refused arrives as any other. */
    private void announce(Announced one) {
        CellKind there = cells.find(one.to()).orElseThrow(Refusal::notFound).kind();
        in(one.to(), () -> receiving
                .announce(one.id())
                .ifPresent(caseId -> steps.arrive(
                        SharedSteps.processIn(there),
                        caseId.value(),
                        one.kind().isUrgent() && there != CellKind.PIVC,
                        one.answerBy())));
    }

    /** An embargo hides a case from its own cell: what was offered before does not go to another one after. */
    private void takeBackWhatIsHidden(Announced one) {
        boolean hidden = CurrentCell.in(one.from(), () -> standing.isHidden(one.id()));
        if (hidden) {
            takeBack(one);
            settle(one); // by what the other cell says now: it may have answered first
        }
    }

    /** Nobody else takes a step in the case that an offer is to become in the bound cell, until the transaction ends. */
    void hold(TransferId id) {
        receiving.caseOf(id).map(CaseId::value).ifPresent(steps::hold);
    }

    /** Takes an offer back in the other cell; false where that has answered. */
    boolean takeBack(Announced one) {
        return CurrentCell.in(
                one.to(),
                () -> transactions.execute(tx -> {
                    hold(one.id());
                    Optional<CaseId> withdrawn = receiving.withdraw(one.id());
                    withdrawn.ifPresent(id -> steps.answer(id.value(), false));
                    return withdrawn.isPresent();
                }));
    }

    private void leave(Announced one) {
        in(one.from(), () -> {
            steps.hold(one.caseId().value());
            if (sending.leave(one.id())) {
                steps.leave(one.caseId().value());
            }
        });
    }

    private void comeBack(Announced one) {
        TransferState outcome = stateAtReceiver(one);
        Optional<String> code = CurrentCell.in(one.to(), () -> receiving.refusal(one.id()));
        in(one.from(), () -> {
            steps.hold(one.caseId().value());
            if (sending.comeBack(one.id(), outcome, code)) {
                steps.comeBack(one.caseId().value(), one.kind().isUrgent() && outcome == TransferState.REFUSED);
            }
        });
    }

    private TransferState stateAtSender(Announced one) {
        TransferId id = one.id();
        return CurrentCell.in(one.from(), () -> sending.state(id)).orElse(TransferState.ABANDONED);
    }

    private TransferState stateAtReceiver(Announced one) {
        TransferId id = one.id();
        return CurrentCell.in(one.to(), () -> receiving.state(id)).orElse(TransferState.ABANDONED);
    }

    /** A step in this cell, in a transaction of its own. */
    private void in(CellId cell, Runnable work) {
        CurrentCell.run(cell, () -> transactions.executeWithoutResult(tx -> work.run()));
    }
}

package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** In a town: cases are offered to another town, too. */
class NoDeadEndTest extends RandomAgendasTestBase {

    private ACell otherTown;
    private List<TransferId> offers;

    @Override
    void found() {
        cell = aTown().foundedIn(beans);
        otherTown = aTown().foundedIn(beans);
        offers = new ArrayList<>();
    }

    @Override
    List<CaseId> someCases() {
        return List.of(aListedCase(), aListedCase(), followedUp(aListedCase()));
    }

    @Override
    boolean isPrison() {
        return false;
    }

    @Override
    void happensElse() {
        if (acts.below(2) == 0) {
            acts.attempt("offer", this::offer);
        } else {
            acts.attempt("take back", () -> done(() -> transfers.withdraw(as(COORDINATOR), acts.oneOf(offers))));
        }
    }

    private boolean offer() {
        OfferTransfer moving = new OfferTransfer(
                aCase(), otherTown.id(), TransferKind.MOVE, "PREVENT_TERRORISM", "Verhuisd", Set.of());
        return offers.add(in(() -> transfers.offer(as(COORDINATOR), moving)));
    }

    @Override
    void endsElse() {
        offers.forEach(one -> acts.attempt("take back", () -> done(() -> transfers.withdraw(as(COORDINATOR), one))));
    }
}

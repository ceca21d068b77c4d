package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.transfer.TransferFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/** In a town: cases are offered to another town, too. */
class NoDeadEndTest extends RandomAgendasTestBase {

    @Autowired
    TransferFlow transfers;

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
    String[] everyone() {
        return new String[] {MAYOR, COORDINATOR, OFFICER};
    }

    @Override
    String officer() {
        return OFFICER;
    }

    @Override
    String chair() {
        return MAYOR;
    }

    @Override
    String opener() {
        return MAYOR;
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

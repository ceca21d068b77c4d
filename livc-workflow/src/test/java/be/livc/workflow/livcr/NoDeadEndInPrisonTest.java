package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** In a prison: releases are expected, put off and come unexpectedly, people are moved to another prison and come back. */
class NoDeadEndInPrisonTest extends RandomAgendasTestBase {

    private ACell town;
    private List<TransferId> offers;

    @Override
    void found() {
        cell = aPrison(today().plusYears(3)).foundedIn(beans);
        town = aTown().foundedIn(beans);
        offers = new ArrayList<>();
    }

    @Override
    List<CaseId> someCases() {
        return List.of(anAdmittedCase(), anAdmittedCase(), followedUp(anAdmittedCase()));
    }

    @Override
    boolean isPrison() {
        return true;
    }

    @Override
    void happensElse() {
        CaseId caseId = aCase();
        switch (acts.below(7)) {
            case 0, 1 ->
                acts.attempt(
                        "expect a release",
                        () -> done(() -> releases.expectRelease(
                                as(COORDINATOR), caseId, Optional.of(today().plusDays(1 + acts.below(200))))));
            case 2 ->
                acts.attempt(
                        "no release known",
                        () -> done(() -> releases.expectRelease(as(COORDINATOR), caseId, Optional.empty())));
            case 3 -> acts.attempt("freeze", () -> done(() -> releases.relocate(as(DIRECTION), caseId)));
            case 4 -> acts.attempt("thaw", () -> done(() -> releases.comeBack(as(DIRECTION), caseId)));
            case 5 -> acts.attempt("offer", () -> offer(caseId));
            default ->
                acts.attempt("take back", () -> done(() -> transfers.withdraw(as(COORDINATOR), acts.oneOf(offers))));
        }
    }

    private boolean offer(CaseId caseId) {
        return offers.add(in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, town.id(), TransferKind.RELEASE, "PREVENT_TERRORISM", "Komt vrij", Set.of()))));
    }

    @Override
    void endsElse() {
        offers.forEach(one -> acts.attempt("take back", () -> done(() -> transfers.withdraw(as(COORDINATOR), one))));
        for (CaseId caseId : caseIds()) {
            if (in(() -> processes.isOpen(caseId.value(), "frozen"))) {
                run(() -> releases.comeBack(as(DIRECTION), caseId));
            }
        }
    }
}

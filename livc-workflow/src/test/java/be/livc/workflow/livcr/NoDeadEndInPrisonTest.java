package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.pivc.CandidateFlow;
import be.livc.workflow.pivc.ReleaseFlow;
import be.livc.workflow.transfer.TransferFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/** In a prison: releases are expected, put off and come unexpectedly, people are moved to another prison and come back. */
class NoDeadEndInPrisonTest extends RandomAgendasTestBase {

    @Autowired
    CandidateFlow candidates;

    @Autowired
    ReleaseFlow releases;

    @Autowired
    TransferFlow transfers;

    @Autowired
    Processes steps;

    private ACell town;
    private List<TransferId> offers;

    @Override
    void found() {
        cell = PrisonTestBase.aPrison(today().plusYears(3)).foundedIn(beans);
        town = aTown().foundedIn(beans);
        offers = new ArrayList<>();
    }

    @Override
    List<CaseId> someCases() {
        return List.of(anAdmittedCase(), anAdmittedCase(), followedUp(anAdmittedCase()));
    }

    private CaseId anAdmittedCase() {
        Filed candidate = in(() -> signalFlow.file(as(PrisonTestBase.PSYCHOSOCIAL), aSignalAbout("Karim", "Desmet")));
        in(() -> candidates.checkBasis(as(COORDINATOR), candidate.id()));
        in(() -> candidates.admit(
                as(PrisonTestBase.DIRECTION), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden"));
        return candidate.caseId();
    }

    @Override
    String[] everyone() {
        return new String[] {
            COORDINATOR, PrisonTestBase.DIRECTION, PrisonTestBase.PSYCHOSOCIAL, PrisonTestBase.PROSECUTOR
        };
    }

    @Override
    String officer() {
        return PrisonTestBase.PROSECUTOR;
    }

    @Override
    String chair() {
        return PrisonTestBase.DIRECTION;
    }

    @Override
    String opener() {
        return COORDINATOR;
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
            case 3 -> acts.attempt("freeze", () -> done(() -> releases.relocate(as(PrisonTestBase.DIRECTION), caseId)));
            case 4 -> acts.attempt("thaw", () -> done(() -> releases.comeBack(as(PrisonTestBase.DIRECTION), caseId)));
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
            if (in(() -> steps.isOpen(caseId.value(), "frozen"))) {
                run(() -> releases.comeBack(as(PrisonTestBase.DIRECTION), caseId));
            }
        }
    }
}

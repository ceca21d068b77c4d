package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.Act;
import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.platform.Refusal;
import be.livc.rights.SubjectRequests;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferState;
import be.livc.workflow.transfer.OfferCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Cases on their way between two towns and a prison, and every act by which one goes or stays: offered, taken over, refused, taken
 * back, released and frozen. What the screens say can be done is done, and an act that is refused had a reason.
 */
abstract class RandomHandOversTestBase extends RandomCasesTestBase {

    /** A case where it is, or was. */
    record Place(ACell where, CaseId caseId) {}

    /** The places of somebody's case; in the last of them it is now. */
    record Journey(List<Place> places) {

        Place now() {
            return places.get(places.size() - 1);
        }
    }

    /** A hand-over that was offered, whatever became of it. */
    record Offer(TransferId id, TransferKind kind, Journey journey, Place from, ACell to) {}

    @Autowired
    TransferReading reading;

    @Autowired
    SubjectRequests requests;

    ACell prison;
    List<Journey> journeys;
    List<Offer> offers;
    private List<ACell> towns;

    /** Two towns and a prison, and four cases that begin where they were reported. */
    void found() {
        towns = List.of(aTown().foundedIn(beans), aTown().foundedIn(beans));
        prison = aPrison(today().plusYears(3)).withMandate(DPO, Capacity.DPO).foundedIn(beans);
        journeys = new ArrayList<>();
        offers = new ArrayList<>();
        at(towns.get(0));
        begins(aListedCase());
        begins(aListedCase());
        at(prison);
        begins(anAdmittedCase());
        begins(anAdmittedCase());
    }

    private void begins(CaseId caseId) {
        journeys.add(new Journey(new ArrayList<>(List.of(new Place(cell, caseId)))));
    }

    /** From here on people of this cell act. */
    void at(ACell where) {
        cell = where;
    }

    CaseId at(Place place) {
        at(place.where());
        return place.caseId();
    }

    List<ACell> cells() {
        return List.of(towns.get(0), towns.get(1), prison);
    }

    @Override
    boolean isPrison() {
        return cell == prison;
    }

    /** One that waits, where there is one; now and then one that was answered. */
    Offer anOffer() {
        List<Offer> open = offers.stream().filter(this::isOpen).toList();
        return acts.oneOf(open.isEmpty() || acts.below(6) == 0 ? offers : open);
    }

    boolean isOpen(Offer offer) {
        return stateAt(offer.from().where(), offer).equals(Optional.of(TransferState.OFFERED));
    }

    /** As the list of that cell tells; empty where nothing is told. */
    private Optional<TransferState> stateAt(ACell where, Offer offer) {
        return where.in(() -> reading.list(where.actor(COORDINATOR))).stream()
                .filter(row -> row.id().equals(offer.id()))
                .map(row -> row.state())
                .findFirst();
    }

    /** What the screen says can go, goes. */
    boolean offer(Journey journey) {
        Place from = journey.now();
        boolean shown = seenBy(COORDINATOR, from.caseId()).takes(Act.OFFER_TRANSFER)
                && in(() -> transfers.canBeOffered(from.caseId()));
        ACell to = acts.oneOf(cells().stream().filter(other -> other != cell).toList());
        TransferKind kind = acts.oneOf(List.of(TransferKind.values()));
        OfferCheck check = in(() -> transfers.check(as(COORDINATOR), from.caseId(), to.id(), "PREVENT_TERRORISM"));
        Set<OfferCheck.Judged> chosen =
                check.parts().stream().filter(part -> acts.below(2) == 0).collect(Collectors.toSet());
        OfferTransfer asked = new OfferTransfer(
                from.caseId(),
                to.id(),
                kind,
                "PREVENT_TERRORISM",
                "Verhuisd",
                chosen.stream().map(judged -> judged.part().id()).collect(Collectors.toSet()));
        try {
            offers.add(new Offer(in(() -> transfers.offer(as(COORDINATOR), asked)), kind, journey, from, to));
        } catch (Refusal refused) {
            assertThat(shown
                            && check.refusals().isEmpty()
                            && chosen.stream().allMatch(OfferCheck.Judged::mayGo)
                            && in(() -> transfers.fits(kind, to.id()))
                            && !kind.isUrgent())
                    .as("it could go, and did not: %s", refused)
                    .isFalse();
            throw refused;
        }
        return true;
    }

    /** What the data subject asked and was not answered yet goes along. */
    boolean accept(Offer offer) {
        int asked = asked(offer.from());
        at(offer.to());
        String who = !isPrison() && acts.below(3) == 0 ? OFFICER : COORDINATOR;
        CaseId here = in(() -> transfers.accept(as(who), offer.id())).caseId();
        Place now = new Place(cell, here);
        assertThat(asked(now)).as("requests of %s", now).isEqualTo(offer.kind().isUrgent() ? 0 : asked);
        return offer.journey().places().add(now);
    }

    private int asked(Place place) {
        return place.where().in(() -> requests.openOn(place.caseId())).size();
    }

    boolean refuse(Offer offer) {
        boolean open = stateAt(offer.to(), offer).equals(Optional.of(TransferState.OFFERED));
        at(offer.to());
        return mustSucceedWhere(
                open, () -> transfers.refuse(as(COORDINATOR), offer.id(), "NO_BASIS", "Hij woont hier niet"));
    }

    boolean takeBack(Offer offer) {
        boolean open = isOpen(offer);
        at(offer.from().where());
        return mustSucceedWhere(open, () -> transfers.withdraw(as(COORDINATOR), offer.id()));
    }

    private boolean mustSucceedWhere(boolean open, Runnable act) {
        try {
            return done(act);
        } catch (Refusal refused) {
            assertThat(open)
                    .as("it waited for this, and was refused: %s", refused)
                    .isFalse();
            throw refused;
        }
    }

    boolean releaseUnexpectedly(Journey journey) {
        Place from = journey.now();
        ACell to = acts.oneOf(towns);
        return offers.add(new Offer(
                in(() -> releases.releasedTo(as(COORDINATOR), from.caseId(), to.id(), "Plots vrij")),
                TransferKind.EMERGENCY,
                journey,
                from,
                to));
    }

    void releaseAct(CaseId caseId) {
        switch (acts.below(5)) {
            case 0 ->
                acts.attempt(
                        "release to unknown", () -> done(() -> releases.releasedToUnknown(as(COORDINATOR), caseId)));
            case 1 -> acts.attempt("freeze", () -> done(() -> releases.relocate(as(head()), caseId)));
            case 2 -> acts.attempt("thaw", () -> done(() -> releases.comeBack(as(head()), caseId)));
            default ->
                acts.attempt(
                        "expect a release",
                        () -> done(() -> releases.expectRelease(
                                as(COORDINATOR),
                                caseId,
                                Optional.of(today().plusDays(1 + acts.below(200)))
                                        .filter(day -> acts.below(3) > 0))));
        }
    }
}

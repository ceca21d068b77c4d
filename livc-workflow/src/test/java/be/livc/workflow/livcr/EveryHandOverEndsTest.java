package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.EmbargoView;
import be.livc.casefile.Embargoes;
import be.livc.casefile.Goal;
import be.livc.casefile.LayEmbargo;
import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.PlanConsultation;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasis;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.rights.SubjectRequests;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.Receiving;
import be.livc.transfer.Sending;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferState;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.engine.Timers;
import be.livc.workflow.transfer.OfferCheck;
import be.livc.workflow.transfer.Settling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Cases that go at random between two towns and a prison: offered, taken over, refused, taken back, released unexpectedly, frozen,
 * hidden, closed and erased, while permissions end and weeks pass. Whatever happened: a case is in one cell, both sides say the same
 * of each hand-over, an open one can be answered or taken back, and every case and every request about one can be brought to its
 * end where it is. {@code -Dlivc.random.walks=…}.
 */
class EveryHandOverEndsTest extends PrisonTestBase {

    private static final int WALKS = Integer.getInteger("livc.random.walks", 3);
    private static final int STEPS = 60;
    private static final int MOST_STEPS_TO_THE_END = 12;

    /** A case where it is, or was. */
    private record Place(ACell where, CaseId caseId) {}

    /** The places of somebody's case; in the last of them it is now. */
    private record Journey(List<Place> places) {

        Place now() {
            return places.get(places.size() - 1);
        }
    }

    private record Offer(TransferId id, TransferKind kind, Journey journey, Place from, ACell to) {}

    @Autowired
    Processes processes;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Settling settling;

    @Autowired
    TransferReading reading;

    @Autowired
    Sending sending;

    @Autowired
    Receiving receiving;

    @Autowired
    Embargoes embargoes;

    @Autowired
    EmbargoFlow embargoFlow;

    @Autowired
    SubjectRequests requests;

    private final RandomActs acts = new RandomActs();
    private List<ACell> towns;
    private ACell prison;
    private List<Journey> journeys;
    private List<Offer> offers;
    private List<Place> erased;
    private Map<ConsultationId, ACell> meetings;

    @Test
    void every_case_is_in_one_cell_and_can_be_brought_to_its_end_there() {
        Instant before = clock.instant();
        for (int walk = 0; walk < WALKS; walk++) {
            acts.begin(4100 + walk);
            clock.set(before);
            found();
            for (int step = 0; step < STEPS; step++) {
                takeStep();
                clock.advance(Duration.ofMinutes(1));
                eachIsInOneCell("walk %d, step %d: %s".formatted(walk, step, acts.happened()));
            }
            everythingEnds("walk %d: %s".formatted(walk, acts.happened()));
        }
        System.out.println("between cells: " + acts.happened());
        assertThat(acts.happened())
                .containsKeys("offer", "accept", "refuse", "take back", "release unexpectedly", "embargo");
    }

    private void found() {
        towns = List.of(aTown().foundedIn(beans), aTown().foundedIn(beans));
        prison = aPrison(today().plusYears(3)).withMandate(DPO, Capacity.DPO).foundedIn(beans);
        journeys = new ArrayList<>();
        offers = new ArrayList<>();
        erased = new ArrayList<>();
        meetings = new LinkedHashMap<>();
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
    private void at(ACell where) {
        cell = where;
    }

    private CaseId at(Place place) {
        at(place.where());
        return place.caseId();
    }

    private List<ACell> cells() {
        return List.of(towns.get(0), towns.get(1), prison);
    }

    private boolean isPrison() {
        return cell == prison;
    }

    private String officer() {
        return isPrison() ? PROSECUTOR : OFFICER;
    }

    private String head() {
        return isPrison() ? DIRECTION : MAYOR;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void takeStep() {
        Journey journey = acts.oneOf(journeys);
        CaseId caseId = at(journey.now());
        switch (acts.below(24)) {
            case 0, 1, 2, 3, 4 -> acts.attempt("offer", () -> offer(journey));
            case 5, 6, 7 -> acts.attempt("accept", () -> accept(anOffer()));
            case 8, 9 -> acts.attempt("refuse", () -> refuse(anOffer()));
            case 10, 11 -> acts.attempt("take back", () -> takeBack(anOffer()));
            case 12 -> acts.attempt("release unexpectedly", () -> releaseUnexpectedly(journey));
            case 13, 14 -> releaseAct(caseId);
            case 15, 16 -> acts.attempt("discuss", () -> discuss(caseId));
            case 17 -> acts.attempt("embargo", () -> layAnEmbargo(caseId));
            case 18 -> acts.attempt("lift", this::liftAnEmbargo);
            case 19 -> acts.attempt("close", () -> close(caseId));
            case 20 -> retentionAct(journey);
            case 21 -> acts.attempt("ask", () -> ask(caseId));
            case 22 -> acts.attempt("permission", this::permissionEndsOrBegins);
            default -> timePasses();
        }
    }

    /** One that waits, where there is one; now and then one that was answered. */
    private Offer anOffer() {
        List<Offer> open = offers.stream().filter(this::isOpen).toList();
        return acts.oneOf(open.isEmpty() || acts.below(6) == 0 ? offers : open);
    }

    private boolean isOpen(Offer offer) {
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
    private boolean offer(Journey journey) {
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
    private boolean accept(Offer offer) {
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

    private boolean refuse(Offer offer) {
        boolean open = stateAt(offer.to(), offer).equals(Optional.of(TransferState.OFFERED));
        at(offer.to());
        return mustSucceedWhere(
                open, () -> transfers.refuse(as(COORDINATOR), offer.id(), "NO_BASIS", "Hij woont hier niet"));
    }

    private boolean takeBack(Offer offer) {
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

    private boolean done(Runnable act) {
        run(act);
        return true;
    }

    private boolean releaseUnexpectedly(Journey journey) {
        Place from = journey.now();
        ACell to = acts.oneOf(towns);
        return offers.add(new Offer(
                in(() -> releases.releasedTo(as(COORDINATOR), from.caseId(), to.id(), "Plots vrij")),
                TransferKind.EMERGENCY,
                journey,
                from,
                to));
    }

    private void releaseAct(CaseId caseId) {
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

    /** A consultation on this case alone; one that does not come about is called off. */
    private boolean discuss(CaseId caseId) {
        String[] everyone = isPrison()
                ? new String[] {COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR}
                : new String[] {MAYOR, COORDINATOR, OFFICER};
        endMeetings();
        ConsultationId meeting = in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(
                        today(),
                        Optional.empty(),
                        "Het OCMW",
                        bases.all().stream().map(LegalBasis::id).toList(),
                        mandate(head()),
                        false)));
        meetings.put(meeting, cell);
        onTheAgenda(meeting, caseId, everyone);
        run(() -> consultationFlow.checkConflict(as(officer()), meeting, 1, noConflict()));
        if (acts.below(6) == 0) {
            return false; // it waits for its meeting, until the next
        }
        comesAndSigns(meeting, 1, everyone);
        run(() -> consultationFlow.open(as(isPrison() ? COORDINATOR : MAYOR), meeting));
        if (acts.below(2) == 0) {
            says(COORDINATOR, meeting, 1, "Hij zoekt werk");
            run(() -> caseFlow.changePlan(
                    as(COORDINATOR),
                    caseId,
                    new ChangePlan(
                            List.of(new Goal("WORK", "Een opleiding beginnen")),
                            List.of(),
                            today().plusMonths(1),
                            Optional.empty())));
        }
        if (acts.below(6) == 0) {
            return false;
        }
        return done(() -> consultationFlow.close(as(COORDINATOR), meeting));
    }

    private void endMeetings() {
        meetings.forEach((meeting, where) -> {
            if (where == cell) {
                String state = in(() -> consultationReading.open(as(COORDINATOR), meeting))
                        .state();
                switch (state) {
                    case "PLANNED" -> run(() -> consultationFlow.callOff(as(COORDINATOR), meeting));
                    case "OPEN" -> run(() -> consultationFlow.close(as(COORDINATOR), meeting));
                    default -> assertThat(state).isIn("CLOSED", "CALLED_OFF");
                }
            }
        });
    }

    private boolean layAnEmbargo(CaseId caseId) {
        List<LayEmbargo> all = new ArrayList<>();
        all.add(embargoOn(ObjectType.CASE, caseId.value()));
        seenBy(COORDINATOR, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.FACT || piece.type() == ObjectType.DISCLOSURE)
                .forEach(piece -> all.add(embargoOn(piece.type(), piece.id().value())));
        return done(() -> embargoFlow.lay(as(officer()), acts.oneOf(all)));
    }

    private boolean liftAnEmbargo() {
        EmbargoView lying = acts.oneOf(in(() -> embargoes.of(as(officer()))));
        return done(() -> embargoFlow.lift(as(officer()), lying.id()));
    }

    private boolean close(CaseId caseId) {
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        return true;
    }

    private void retentionAct(Journey journey) {
        CaseId caseId = journey.now().caseId();
        switch (acts.below(4)) {
            case 0 -> acts.attempt("propose", () -> done(() -> erasureFlow.propose(as(COORDINATOR), caseId)));
            case 1 -> acts.attempt("approve", () -> done(() -> erasureFlow.approve(as(head()), caseId)));
            case 2 -> acts.attempt("erase", () -> erase(journey.now()));
            default -> {
                if (!isPrison()) {
                    acts.attempt("take up again", () -> takeUpAgain(caseId));
                }
            }
        }
    }

    private boolean erase(Place place) {
        in(() -> erasureFlow.carryOut(as(DPO), place.caseId()));
        return erased.add(place);
    }

    private boolean takeUpAgain(CaseId caseId) {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);
        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.REOPEN, caseId)));
        return true;
    }

    private boolean ask(CaseId caseId) {
        SubjectRequestId id = in(() -> requests.receive(as(DPO), "ACCESS", today(), "Bram, per brief"));
        return done(() -> requests.link(as(COORDINATOR), id, Optional.of(caseId)));
    }

    private boolean permissionEndsOrBegins() {
        at(prison);
        List<LegalBasis> running = in(bases::all).stream()
                .filter(basis -> basis.isValidAt(clock.instant()))
                .toList();
        if (running.isEmpty()) {
            in(() -> bases.record(aBasis(BasisKind.PROSECUTOR_PERMISSION, "PREVENT_TERRORISM")));
        } else {
            in(() -> bases.withdraw(acts.oneOf(running).id()));
        }
        return true;
    }

    private void timePasses() {
        clock.advance(Duration.ofDays(acts.below(20)));
        Timers.strike(engine, clock, cells().stream().map(ACell::id).toArray(CellId[]::new));
        settling.settleAll();
    }

    private void eachIsInOneCell(String when) {
        for (Journey journey : journeys) {
            for (Place place : journey.places()) {
                boolean here = place == journey.now() && !erased.contains(place);
                at(place);
                assertThat(in(() -> processes.open(place.caseId().value())).isEmpty())
                        .as("%s: %s has steps", when, place)
                        .isEqualTo(!here);
                assertThat(isReadable(place))
                        .as("%s: %s can be read", when, place)
                        .isEqualTo(here);
            }
        }
        for (Offer offer : offers) {
            assertThat(offer.to().in(() -> receiving.state(offer.id())))
                    .as("%s: %s", when, offer)
                    .isEqualTo(offer.from().where().in(() -> sending.state(offer.id())));
        }
        assertThat(cells())
                .allSatisfy(where -> assertThat(where.in(settling::heldUp)).isEmpty());
    }

    private boolean isReadable(Place place) {
        try {
            seenBy(COORDINATOR, place.caseId());
            return true;
        } catch (Refusal refused) {
            assertThat(refused.code()).isEqualTo("not-found");
            return false;
        }
    }

    private void everythingEnds(String walk) {
        for (ACell where : cells()) {
            at(where);
            in(() -> embargoes.of(as(officer()))).forEach(one -> run(() -> embargoFlow.lift(as(officer()), one.id())));
        }
        offers.stream().filter(this::isOpen).forEach(this::takeBack);
        at(prison);
        in(() -> bases.record(aBasis(BasisKind.PROSECUTOR_PERMISSION, "PREVENT_TERRORISM")));
        for (ACell where : cells()) {
            at(where);
            endMeetings();
        }
        answerRequests();
        for (Journey journey : journeys) {
            Place place = journey.now();
            CaseId caseId = at(place);
            for (int left = MOST_STEPS_TO_THE_END; !erased.contains(place); left--) {
                Set<String> open = in(() -> processes.open(caseId.value()));
                assertThat(left).as("%s: %s", walk, open).isPositive();
                acts.insist(() -> next(place, open));
            }
        }
    }

    private boolean next(Place place, Set<String> open) {
        CaseId caseId = place.caseId();
        if (open.contains("carryOutErasure")) {
            return erase(place);
        } else if (open.contains("decideErasure")) {
            return done(() -> erasureFlow.approve(as(head()), caseId));
        } else if (open.contains("keep")) {
            return done(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        } else if (open.contains("frozen")) {
            return done(() -> releases.comeBack(as(head()), caseId));
        } else if (open.contains("planConsultation")) {
            boolean held = discuss(caseId);
            endMeetings();
            return held;
        }
        return close(caseId);
    }

    private void answerRequests() {
        for (ACell where : cells()) {
            at(where);
            for (SubjectRequestView one : in(() -> requests.list(as(DPO)))) {
                if (!one.state().equals("ANSWERED")) {
                    if (!one.gone()) {
                        one.pieces()
                                .forEach(piece -> run(
                                        () -> requests.weigh(as(COORDINATOR), one.id(), piece.id(), Optional.empty())));
                    }
                    run(() -> requests.answer(as(DPO), one.id()));
                }
            }
        }
    }
}

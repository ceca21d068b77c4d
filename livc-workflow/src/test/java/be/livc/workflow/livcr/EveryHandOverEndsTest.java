package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.consultation.ConsultationId;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasis;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.transfer.Receiving;
import be.livc.transfer.Sending;
import be.livc.workflow.engine.Timers;
import be.livc.workflow.transfer.Settling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Cases that go at random between two towns and a prison: offered, taken over, refused, taken back, released unexpectedly, frozen,
 * hidden, closed and erased, while permissions end and weeks pass. Whatever happened: a case is in one cell, both sides say the same
 * of each hand-over, an open one can be answered or taken back, and every case and every request about one can be brought to its
 * end where it is. {@code -Dlivc.random.walks=…}.
 */
class EveryHandOverEndsTest extends RandomHandOversTestBase {

    private static final int WALKS = Integer.getInteger("livc.random.walks", 3);
    private static final int STEPS = 60;
    private static final int MOST_STEPS_TO_THE_END = 12;

    @Autowired
    Settling settling;

    @Autowired
    Sending sending;

    @Autowired
    Receiving receiving;

    private List<Place> erased;
    private Map<ConsultationId, ACell> meetings;

    @Test
    void every_case_is_in_one_cell_and_can_be_brought_to_its_end_there() {
        Instant before = clock.instant();
        for (int walk = 0; walk < WALKS; walk++) {
            acts.begin(4100 + walk);
            clock.set(before);
            found();
            erased = new ArrayList<>();
            meetings = new LinkedHashMap<>();
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
            case 17 ->
                acts.attempt("embargo", () -> layAnEmbargo(caseId, Set.of(ObjectType.FACT, ObjectType.DISCLOSURE)));
            case 18 -> acts.attempt("lift", this::liftAnEmbargo);
            case 19 -> acts.attempt("close", () -> close(caseId));
            case 20 -> retentionAct(journey);
            case 21 -> acts.attempt("ask", () -> ask(caseId));
            case 22 -> acts.attempt("permission", this::permissionEndsOrBegins);
            default -> timePasses();
        }
    }

    /** A consultation on this case alone; one that does not come about is called off. */
    private boolean discuss(CaseId caseId) {
        endMeetings();
        ConsultationId meeting = planned();
        meetings.put(meeting, cell);
        onTheAgendaFirst(meeting, caseId);
        if (acts.below(6) == 0) {
            return false; // it waits for its meeting, until the next
        }
        opens(meeting);
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
            liftEveryEmbargo();
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
                acts.insist(() -> next(place));
            }
        }
    }

    private boolean next(Place place) {
        return nearerToItsEnd(place.caseId(), () -> erase(place), () -> {
            boolean held = discuss(place.caseId());
            endMeetings();
            return held;
        });
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

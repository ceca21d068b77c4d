package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.consultation.ConsultationId;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Signals that are assessed, put on the list, added to other cases, discussed, closed, taken up again and erased at random:
 * whatever happened, each can be brought to its end. {@code -Dlivc.random.walks=…}.
 */
class EverySignalEndsTest extends CaseTest {

    private static final int WALKS = Integer.getInteger("livc.random.walks", 16);
    private static final int STEPS = 60;
    private static final int MOST_STEPS_TO_THE_END = 12;
    private static final Set<String> GOING_ON =
            Set.of("planConsultation", "followPlan", "followProgress", "proposeReview", "review");

    private final RandomActs acts = new RandomActs();
    private Instant before;
    private List<Filed> signals;

    @AfterEach
    void put_the_clock_back() {
        clock.set(before);
    }

    @Test
    void every_signal_and_every_case_can_be_brought_to_its_end() {
        before = clock.instant();
        for (int walk = 0; walk < WALKS; walk++) {
            acts.begin(1830 + walk);
            clock.set(before);
            cell = aTown().foundedIn(beans);
            signals = new ArrayList<>(List.of(filed(), filed(), filed()));
            for (int step = 0; step < STEPS; step++) {
                takeStep();
                clock.advance(Duration.ofMinutes(1));
            }
            everythingEnds("walk %d: %s".formatted(walk, acts.happened()));
        }
        System.out.println("signals and cases: " + acts.happened());
        assertThat(acts.happened())
                .containsKeys("LIST", "REFUSE", "ADD_TO_CASE", "REOPEN", "close", "propose", "carry out");
    }

    /** Mostly what waits to be done, decided one way or another; now and then something that may not be its turn. */
    private void takeStep() {
        Filed signal = acts.oneOf(signals);
        CaseId id = signal.caseId();
        switch (acts.below(20)) {
            case 0 -> acts.attempt("file", () -> signals.add(filed()));
            case 1 -> acts.attempt("assess", () -> assess(acts.below(2) == 0 ? COORDINATOR : OFFICER));
            case 2 -> acts.attempt("list", () -> decide(signal, ListingFlow.Decision.LIST));
            case 3 -> acts.attempt("close", () -> close(id));
            case 4 -> acts.attempt("propose", () -> propose(id));
            case 5 -> acts.attempt("approve", () -> approve(id));
            case 6 -> acts.attempt("keep longer", () -> keepLonger(id));
            case 7 -> acts.attempt("carry out", () -> carryOut(id));
            case 8 -> acts.attempt("add out of turn", () -> decide(signal, ListingFlow.Decision.ADD_TO_CASE));
            case 9 -> acts.attempt("reopen out of turn", () -> decide(signal, ListingFlow.Decision.REOPEN));
            default -> open(id).stream().findFirst().ifPresent(step -> turnOf(step, signal));
        }
    }

    private void turnOf(String step, Filed signal) {
        CaseId id = signal.caseId();
        switch (step) {
            case "assessAsCoordinator" -> acts.attempt("assess", () -> assess(signal, COORDINATOR));
            case "assessAsInformationOfficer" -> acts.attempt("assess", () -> assess(signal, OFFICER));
            case "assessJointly" -> jointly(signal);
            case "decideListing" -> {
                ListingFlow.Decision decision = acts.oneOf(List.of(ListingFlow.Decision.values()));
                acts.attempt(decision.name(), () -> decide(signal, decision, fitting(decision)));
            }
            case "planConsultation" -> acts.attempt("discuss", () -> discuss(id));
            case "keep" -> {
                if (acts.below(4) == 0) {
                    acts.attempt("propose", () -> propose(id));
                }
            }
            case "decideErasure" -> acts.attempt("decide", () -> acts.below(2) == 0 ? approve(id) : keepLonger(id));
            case "carryOutErasure" -> acts.attempt("carry out", () -> carryOut(id));
            default -> acts.attempt("close", () -> close(id));
        }
    }

    private boolean assess(String who) {
        return assess(acts.oneOf(signals), who);
    }

    private boolean assess(Filed signal, String who) {
        Assess.Outcome outcome =
                acts.below(4) == 0 ? acts.oneOf(List.of(Assess.Outcome.values())) : Assess.Outcome.RETAINED;
        in(() -> signalFlow.assess(as(who), signal.id(), anAssessment(outcome)));
        return true;
    }

    private boolean decide(Filed signal, ListingFlow.Decision decision) {
        return decide(signal, decision, signals);
    }

    /** Those of which the case can be taken up again, or goes on. */
    private List<Filed> fitting(ListingFlow.Decision decision) {
        return signals.stream()
                .filter(one -> decision == ListingFlow.Decision.REOPEN
                        ? open(one.caseId()).contains("keep")
                        : open(one.caseId()).stream().anyMatch(GOING_ON::contains))
                .toList();
    }

    private boolean decide(Filed signal, ListingFlow.Decision decision, List<Filed> others) {
        boolean other = decision == ListingFlow.Decision.ADD_TO_CASE || decision == ListingFlow.Decision.REOPEN;
        ListingFlow.Decide asked = new ListingFlow.Decide(
                decision,
                "PREVENT_TERRORISM",
                Optional.empty(),
                "Omdat het zo is",
                other ? Optional.of(acts.oneOf(others).caseId()) : Optional.empty());
        in(() -> listingFlow.decide(as(MAYOR), signal.id(), asked));
        return true;
    }

    private boolean discuss(CaseId id) {
        ConsultationId held = anOpenConsultation(id);
        run(() -> consultationFlow.close(as(COORDINATOR), held));
        return true;
    }

    private boolean close(CaseId id) {
        in(() -> caseFlow.close(as(COORDINATOR), id, "GOALS_REACHED", ""));
        return true;
    }

    private boolean propose(CaseId id) {
        run(() -> erasureFlow.propose(as(COORDINATOR), id));
        return true;
    }

    private boolean approve(CaseId id) {
        run(() -> erasureFlow.approve(as(MAYOR), id));
        return true;
    }

    private boolean keepLonger(CaseId id) {
        run(() -> erasureFlow.keep(as(MAYOR), id, LocalDate.now(clock).plusDays(100), "Nog nodig"));
        return true;
    }

    private boolean carryOut(CaseId id) {
        in(() -> erasureFlow.carryOut(as(DPO), id));
        return true;
    }

    private void everythingEnds(String walk) {
        for (Filed signal : signals) {
            CaseId id = signal.caseId();
            int steps = 0;
            while (!open(id).isEmpty()) {
                assertThat(steps++).as("%s: %s", walk, open(id)).isLessThan(MOST_STEPS_TO_THE_END);
                next(signal, open(id));
            }
        }
    }

    private Set<String> open(CaseId id) {
        return in(() -> processes.open(id.value()));
    }

    /** Does the step that waits, in the way that leads to the end. */
    private void next(Filed signal, Set<String> open) {
        CaseId id = signal.caseId();
        String step = open.iterator().next();
        switch (step) {
            case "assessJointly" -> jointly(signal);
            case "assessAsCoordinator" ->
                in(() -> signalFlow.assess(as(COORDINATOR), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
            case "assessAsInformationOfficer" ->
                in(() -> signalFlow.assess(as(OFFICER), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
            case "decideListing" ->
                in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.REFUSE)));
            case "planConsultation" -> discuss(id);
            case "keep" -> propose(id);
            case "decideErasure" -> approve(id);
            case "carryOutErasure" -> carryOut(id);
            default -> {
                assertThat(GOING_ON).contains(step);
                close(id);
            }
        }
    }

    /** Both weigh it again; one of them may have done so already. */
    private void jointly(Filed signal) {
        for (String who : List.of(COORDINATOR, OFFICER)) {
            acts.attempt(
                    "assess jointly",
                    () -> in(() -> signalFlow.assess(as(who), signal.id(), anAssessment(Assess.Outcome.RETAINED))));
        }
    }
}

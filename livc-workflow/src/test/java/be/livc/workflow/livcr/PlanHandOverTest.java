package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.FollowUps;
import be.livc.casefile.Goal;
import be.livc.casefile.HandingOver.Part;
import be.livc.casefile.MeasureState;
import be.livc.casefile.Reminders;
import be.livc.consultation.ConsultationId;
import be.livc.testing.ACell;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.Summary;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.workflow.transfer.OfferCheck;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan of action goes along with a case, goal by goal and measure by measure, as they were chosen. */
class PlanHandOverTest extends CaseTest {

    private static final String THERE = HandOverTestBase.THERE;

    @Autowired
    TransferFlow transfers;

    @Autowired
    TransferReading reading;

    @Autowired
    FollowUps followUps;

    @Autowired
    Reminders reminders;

    private ACell otherTown;
    private CaseId caseId;

    @BeforeEach
    void a_case_with_a_plan_and_another_town() {
        otherTown = HandOverTestBase.aTownElsewhere().foundedIn(beans);
        caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        Goal school = new Goal("SCHOOL", "Weer naar de les");
        Goal work = new Goal("WORK", "Een vakantiejob");
        LocalDate today = LocalDate.now(clock);
        run(() -> caseFlow.changePlan(
                as(COORDINATOR),
                caseId,
                new ChangePlan(
                        List.of(school, work),
                        List.of(
                                new PlannedMeasure(
                                        Optional.empty(),
                                        "Gesprek met de klastitularis",
                                        mandate(CLB),
                                        today.plusWeeks(2),
                                        Optional.of(school.id()),
                                        Optional.of("AO-003")),
                                new PlannedMeasure(
                                        Optional.empty(),
                                        "Een budgetplan",
                                        mandate(OCMW),
                                        today.plusWeeks(4),
                                        Optional.of(work.id()))),
                        today.plusMonths(2),
                        Optional.empty())));
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        var first = seenBy(COORDINATOR, caseId).plan().orElseThrow().measures().get(0);
        in(() -> caseFlow.report(as(CLB), caseId, first.id(), "Gesprek gepland", MeasureState.RUNNING));
    }

    private TransferId offeredWith(Predicate<Part> chosen) {
        OfferCheck check = in(() -> transfers.check(as(COORDINATOR), caseId, otherTown.id(), "PREVENT_TERRORISM"));
        Set<UUID> parts = check.parts().stream()
                .map(OfferCheck.Judged::part)
                .filter(chosen)
                .map(Part::id)
                .collect(Collectors.toSet());
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(caseId, otherTown.id(), TransferKind.MOVE, "PREVENT_TERRORISM", "Verhuisd", parts)));
    }

    private CaseView takenOver(TransferId id) {
        TakenOver taken = otherTown.in(() -> transfers.accept(otherTown.actor(THERE), id));
        return otherTown.in(() -> cases.open(otherTown.actor(THERE), taken.caseId()));
    }

    @Test
    void goals_and_measures_become_a_plan_of_the_cell_that_takes_over() {
        TransferId id = offeredWith(part -> part.type() == ObjectType.PLAN || part.type() == ObjectType.MEASURE);
        assertThat(otherTown
                        .in(() -> reading.open(otherTown.actor(THERE), id))
                        .summary()
                        .orElseThrow()
                        .lines())
                .extracting(Summary.Line::type)
                .containsExactly("PLAN", "PLAN", "MEASURE", "MEASURE");

        CaseView theirs = takenOver(id);

        CaseView.PlanView plan = theirs.plan().orElseThrow();
        assertThat(plan.goals()).extracting(Goal::goal).containsExactly("Weer naar de les", "Een vakantiejob");
        assertThat(plan.reviewDate()).isEqualTo(LocalDate.now(clock).plusMonths(2));
        assertThat(theirs.nextReview()).contains(plan.reviewDate());
        assertThat(plan.measures()).hasSize(2).allSatisfy(measure -> assertThat(measure.owner())
                .isEqualTo(otherTown.actor(THERE).mandate()));
        CaseView.MeasureView talk = plan.measures().get(0);
        assertThat(talk.what()).isEqualTo("Gesprek met de klastitularis");
        assertThat(talk.state()).isEqualTo("RUNNING");
        assertThat(talk.offer()).as("the support offer that it calls upon").contains("AO-003");
        assertThat(plan.measures().get(1).offer()).isEmpty();
        assertThat(talk.goal()).contains(plan.goals().get(0).id());
        assertThat(theirs.timeline())
                .filteredOn(
                        piece -> piece.about().filter(talk.id().value()::equals).isPresent())
                .singleElement()
                .satisfies(piece -> assertThat(piece.detail().orElseThrow()).contains("het CLB", "Cel "));
        assertThatThrownBy(() -> seenBy(COORDINATOR, caseId)).hasMessage("not-found");
    }

    @Test
    void the_cell_that_handed_it_over_follows_none_of_it_up_any_more() {
        takenOver(offeredWith(part -> true));
        clock.advance(Duration.ofDays(20));

        assertThat(in(() -> followUps.counts(as(COORDINATOR), Optional.empty())).values())
                .containsOnly(0L);
        assertThat(in(reminders::remind)).isZero();
        assertThat(in(() -> workList.measures(as(COORDINATOR)))).isEmpty();
        assertThat(in(() -> workList.measures(as(CLB)))).isEmpty();

        clock.advance(Duration.ofDays(-20));
    }

    @Test
    void what_is_not_chosen_stays_behind() {
        TransferId id = offeredWith(part -> part.text().equals("Een budgetplan"));

        CaseView.PlanView plan = takenOver(id).plan().orElseThrow();

        assertThat(plan.goals()).isEmpty();
        assertThat(plan.measures()).singleElement().satisfies(measure -> assertThat(measure.goal())
                .isEmpty());
    }

    @Test
    void a_case_whose_plan_was_left_behind_has_none() {
        assertThat(takenOver(offeredWith(part -> part.type() == ObjectType.FACT))
                        .plan())
                .isEmpty();
    }

    @Test
    void a_receiving_cell_whose_basis_covers_nobody_gets_no_goal_and_no_measure() {
        otherTown = HandOverTestBase.aTownElsewhere().withLawCovering("OCMW").foundedIn(beans);

        OfferCheck check = in(() -> transfers.check(as(COORDINATOR), caseId, otherTown.id(), "PREVENT_TERRORISM"));

        assertThat(check.parts())
                .filteredOn(judged -> judged.part().type() == ObjectType.MEASURE
                        || judged.part().type() == ObjectType.PLAN)
                .hasSize(4)
                .noneMatch(OfferCheck.Judged::mayGo);
        assertThatThrownBy(() -> offeredWith(part -> part.type() == ObjectType.MEASURE))
                .hasMessage("not-covered-by-basis");
    }
}

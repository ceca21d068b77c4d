package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Capacity;
import be.livc.platform.Refusal;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequests;
import be.livc.testing.ACell;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferState;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.engine.TaskList;
import be.livc.workflow.engine.Timers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case goes from a prison to the town of return, or from a town to the prison, with the timers that run on the way. */
class PrisonHandOverTest extends PrisonTestBase {

    @Autowired
    TaskList taskList;

    @Autowired
    TransferReading reading;

    @Autowired
    SubjectRequests requests;

    ACell town;

    @BeforeEach
    void found_a_prison_and_a_town() {
        cell = aPrison(LocalDate.now(ZoneOffset.UTC).plusMonths(8)).foundedIn(beans);
        town = aTown().foundedIn(beans);
    }

    @Test
    void a_candidate_is_admitted_followed_and_handed_over_to_the_town_of_return() {
        CaseId caseId = anAdmittedCase();
        assertThat(phase(caseId)).isEqualTo("ADMITTED");
        LocalDate release = LocalDate.now(clock).plusMonths(5);
        run(() -> releases.expectRelease(as(COORDINATOR), caseId, Optional.of(release)));
        assertThat(phase(caseId)).isEqualTo("ADMITTED");

        clock.advance(Duration.ofDays(70));
        timersStrike();
        assertThat(phase(caseId)).isEqualTo("PRE_RELEASE");
        run(() -> releases.expectRelease(as(COORDINATOR), caseId, Optional.empty()));
        assertThat(in(() -> releases.waitingStep(caseId))).contains("watchRelease");
        assertThat(phase(caseId)).isEqualTo("ADMITTED");
        run(() -> releases.expectRelease(
                as(COORDINATOR), caseId, Optional.of(LocalDate.now(clock).plusDays(20))));
        assertThat(in(() -> releases.waitingStep(caseId))).contains("prepareRelease");

        TransferId offer = in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId,
                        town.id(),
                        TransferKind.RELEASE,
                        "PREVENT_TERRORISM",
                        "Vrij binnen drie weken",
                        Set.of())));
        assertThat(phase(caseId)).isEqualTo("TRANSFER_OFFERED");
        TakenOver taken = town.in(() -> transfers.accept(town.actor(COORDINATOR), offer));

        assertThat(town.in(() -> cases.open(town.actor(COORDINATOR), taken.caseId()))
                        .phase())
                .isEqualTo("LISTED");
        assertThatThrownBy(() -> seenBy(COORDINATOR, caseId)).hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> processes.where(caseId.value()))).hasMessage("not-found");
    }

    @Test
    void a_return_is_prepared_by_the_day_of_release_also_when_the_timer_or_a_refusal_brings_it_up() {
        CaseId caseId = anAdmittedCase();
        LocalDate release = LocalDate.now(clock).plusMonths(5);
        run(() -> releases.expectRelease(as(COORDINATOR), caseId, Optional.of(release)));
        clock.advance(Duration.ofDays(70));
        timersStrike();
        assertThat(dueOfPreparing()).contains(WorkingDays.onMorningOf(release));

        TransferId offer = in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, town.id(), TransferKind.RELEASE, "PREVENT_TERRORISM", "Komt vrij", Set.of())));
        town.in(() -> {
            transfers.refuse(town.actor(COORDINATOR), offer, "NOT_HERE", "");
            return true;
        });

        assertThat(dueOfPreparing()).contains(WorkingDays.onMorningOf(release));
    }

    @Test
    void
            scenario_19_refused_by_the_destination_somebody_is_free_and_another_is_found_as_soon_as_one_that_nobody_knew() {
        CaseId caseId = anAdmittedCase();
        TransferId offer =
                in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Vrijgelaten door de raadkamer"));

        town.in(() -> {
            transfers.refuse(town.actor(COORDINATOR), offer, "NOT_HERE", "");
            return true;
        });

        assertThat(dueOfPreparing().orElseThrow()).isBefore(clock.instant().plus(Duration.ofDays(6)));
    }

    private Optional<Instant> dueOfPreparing() {
        return in(() -> taskList.tasks(Set.of(Capacity.COORDINATOR.name()), TaskFilter.ALL, null, 50)).items().stream()
                .filter(task -> task.activityId().equals("prepareRelease"))
                .findFirst()
                .orElseThrow()
                .dueAt();
    }

    @Test
    void scenario_19_released_unexpectedly_on_a_friday_at_five() {
        clock.set(nextFridayAtFive());
        CaseId caseId = anAdmittedCase();

        TransferId offer =
                in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Vrijgelaten door de raadkamer"));

        assertThat(stepsOf(town, Capacity.COORDINATOR)).containsExactly("acknowledgeEmergency");
        assertThat(stepsOf(town, Capacity.INFORMATION_OFFICER)).containsExactly("acknowledgeEmergency");
        assertThat(stepsOf(town, Capacity.MAYOR)).isEmpty();
        assertThat(town.in(() -> reading.open(town.actor(OFFICER), offer))
                        .summary()
                        .orElseThrow()
                        .lines())
                .as("minimal data")
                .isEmpty();
        clock.advance(Duration.ofHours(5));
        timersStrike();
        assertThat(stepsOf(town, Capacity.MAYOR)).containsExactly("acknowledgeEmergencyLate");
        TakenOver taken = town.in(() -> transfers.accept(town.actor(OFFICER), offer));
        assertThat(taken.number()).startsWith("D-");
        assertThat(in(() -> reading.open(as(COORDINATOR), offer)).state()).isEqualTo(TransferState.ACCEPTED);
    }

    @Test
    void scenario_19_without_a_destination_there_is_a_task_to_find_one_and_nothing_goes_out() {
        CaseId caseId = anAdmittedCase();

        run(() -> releases.releasedToUnknown(as(COORDINATOR), caseId));

        assertThat(stepsOf(cell, Capacity.COORDINATOR)).contains("findDestination");
        assertThat(in(() -> reading.list(as(COORDINATOR)))).isEmpty();
        assertThat(town.in(() -> reading.list(town.actor(COORDINATOR)))).isEmpty();
        TransferId offer = in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Hij woont bij zijn zus"));
        assertThat(town.in(() -> transfers.accept(town.actor(COORDINATOR), offer))
                        .number())
                .startsWith("D-");
    }

    private Instant nextFridayAtFive() {
        // Not today: on a Friday evening that would be before what happened already.
        LocalDate day = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        return day.atTime(17, 0).atZone(clock.getZone()).toInstant();
    }

    @Test
    void what_can_go_is_told_as_the_offer_will_be_answered_when_the_own_permission_has_ended() {
        CaseId caseId = anAdmittedCase();
        clock.advance(Duration.ofDays(270));

        Refusal told = catchThrowableOfType(
                Refusal.class,
                () -> in(() -> transfers.check(as(COORDINATOR), caseId, town.id(), "PREVENT_TERRORISM")));

        Refusal offered = catchThrowableOfType(
                Refusal.class,
                () -> in(() -> transfers.offer(
                        as(COORDINATOR),
                        new OfferTransfer(
                                caseId, town.id(), TransferKind.RELEASE, "PREVENT_TERRORISM", "Vrij", Set.of()))));
        assertThat(offered.reasons()).isNotEmpty();
        assertThat(told).isNotNull();
        assertThat(told.reasons()).isEqualTo(offered.reasons());
    }

    @Test
    void a_reason_that_does_not_fit_the_two_cells_is_refused_and_the_case_stays_where_it_is() {
        ACell prison = cell;
        CaseId inside = anAdmittedCase();
        Set<UUID> pieces =
                in(() -> transfers.check(as(COORDINATOR), inside, town.id(), "PREVENT_TERRORISM")).parts().stream()
                        .map(judged -> judged.part().id())
                        .collect(Collectors.toSet());
        for (TransferKind kind : List.of(TransferKind.MOVE, TransferKind.ARREST)) {
            assertThatThrownBy(() -> in(() -> transfers.offer(
                            as(COORDINATOR),
                            new OfferTransfer(inside, town.id(), kind, "PREVENT_TERRORISM", "Zomaar", Set.of()))))
                    .hasMessage("unfit-kind");
        }
        assertThat(pieces).isNotEmpty();
        assertThatThrownBy(() -> in(() -> transfers.offer(
                        as(COORDINATOR),
                        new OfferTransfer(
                                inside, town.id(), TransferKind.EMERGENCY, "PREVENT_TERRORISM", "Vrij", pieces))))
                .hasMessage("emergency-minimal");
        cell = town;
        CaseId outside = aListedCase();
        for (TransferKind kind : List.of(TransferKind.MOVE, TransferKind.RELEASE, TransferKind.EMERGENCY)) {
            assertThatThrownBy(() -> in(() -> transfers.offer(
                            as(COORDINATOR),
                            new OfferTransfer(outside, prison.id(), kind, "PREVENT_TERRORISM", "Zomaar", Set.of()))))
                    .hasMessage("unfit-kind");
        }
        assertThat(phase(outside)).isEqualTo("LISTED");
        cell = prison;
        assertThat(phase(inside)).isEqualTo("ADMITTED");
    }

    @Test
    void on_arrest_a_town_hands_over_to_the_prison() {
        TakenOver taken = arrested();

        assertThat(phase(taken.caseId())).isEqualTo("ADMITTED");
        assertThat(in(() -> releases.waitingStep(taken.caseId()))).contains("watchRelease");
    }

    @Test
    void an_emergency_takes_nothing_along_but_the_person_and_why() {
        CaseId caseId = arrested().caseId();
        assertThat(seenBy(COORDINATOR, caseId).purposeText())
                .as("what the town wrote")
                .isPresent();

        TransferId urgent = in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij"));
        TakenOver taken = town.in(() -> transfers.accept(town.actor(COORDINATOR), urgent));

        CaseView there = town.in(() -> cases.open(town.actor(COORDINATOR), taken.caseId()));
        assertThat(there.subject()).isPresent();
        assertThat(there.purposeText()).isEmpty();
        assertThat(there.timeline()).isEmpty();
    }

    @Test
    void an_emergency_takes_no_request_of_the_data_subject_along_and_who_was_asked_answers() {
        cell = aPrison(LocalDate.now(ZoneOffset.UTC).plusMonths(8))
                .withMandate(DPO, Capacity.DPO)
                .foundedIn(beans);
        CaseId caseId = anAdmittedCase();
        SubjectRequestId asked =
                in(() -> requests.receive(as(DPO), "ACCESS", LocalDate.now(clock), "Karim Desmet, per brief"));
        run(() -> requests.link(as(COORDINATOR), asked, Optional.of(caseId)));

        TransferId urgent = in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij"));
        town.in(() -> transfers.accept(town.actor(COORDINATOR), urgent));

        assertThat(town.in(() -> requests.list(town.actor(DPO)))).isEmpty();
        run(() -> requests.answer(as(DPO), asked));
        assertThat(in(() -> requests.read(as(DPO), asked)).state()).isEqualTo("ANSWERED");
    }

    /** Somebody of the town, whom the prison follows from now on. */
    private TakenOver arrested() {
        ACell prison = cell;
        cell = town;
        CaseId inTown = aListedCase();
        TransferId offer = in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        inTown, prison.id(), TransferKind.ARREST, "PREVENT_TERRORISM", "Aangehouden", Set.of())));
        cell = prison;
        return in(() -> transfers.accept(as(COORDINATOR), offer));
    }

    /** Lets every timer strike whose hour has come by the program's clock, as the job executor would. */
    void timersStrike() {
        Timers.strike(engine, clock, cell.id(), town.id());
    }

    List<String> stepsOf(ACell where, Capacity capacity) {
        return where.in(() -> taskList.tasks(Set.of(capacity.name()), TaskFilter.ALL, null, 50)).items().stream()
                .map(OpenTask::activityId)
                .toList();
    }
}

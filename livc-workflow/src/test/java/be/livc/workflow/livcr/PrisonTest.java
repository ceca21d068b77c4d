package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Detentions;
import be.livc.casefile.Goal;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.PlanConsultation;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasis;
import be.livc.law.RecordBasis;
import be.livc.platform.Refusal;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferState;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.pivc.CandidateFlow;
import be.livc.workflow.pivc.ReleaseFlow;
import be.livc.workflow.transfer.TransferFlow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case of a PIVC from candidate to the town of return, with the timers that run on the way. */
class PrisonTest extends CaseTest {

    static final String DIRECTION = "de directie";
    static final String PSYCHOSOCIAL = "de psychosociale dienst";
    static final String PROSECUTOR = "het parket";
    static final String EMPLOYMENT = "de VDAB";

    @Autowired
    CandidateFlow candidates;

    @Autowired
    ReleaseFlow releases;

    @Autowired
    TransferFlow transfers;

    @Autowired
    TransferReading reading;

    @Autowired
    Detentions detentions;

    @Autowired
    Processes processes;

    @Autowired
    ProcessEngine engine;

    ACell town;

    @BeforeEach
    void found_a_prison_and_a_town() {
        cell = aPrison(LocalDate.now(ZoneOffset.UTC).plusMonths(8)).foundedIn(beans);
        town = aTown().foundedIn(beans);
    }

    @AfterEach
    void put_the_clock_right() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Its permission names neither the VDAB nor any other service from outside. */
    static ACell.Builder aPrison(LocalDate lastDay) {
        return ACell.aCell()
                .ofKind(CellKind.PIVC)
                .withMandate(COORDINATOR, Capacity.COORDINATOR, "PRISON")
                .withMandate(DIRECTION, Capacity.PRISON_DIRECTION)
                .withMandate(PSYCHOSOCIAL, Capacity.PSYCHOSOCIAL_SERVICE)
                .withMandate(PROSECUTOR, Capacity.PROSECUTOR)
                .withMandate(EMPLOYMENT, Capacity.MEMBER, "VDAB")
                .withBasis(new RecordBasis(
                        BasisKind.PROSECUTOR_PERMISSION,
                        "Toestemming voor deze test",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Alleen de genoemde diensten",
                        List.of("PRISON", "PSD", "PARKET"),
                        LocalDate.now(ZoneOffset.UTC).minusYears(1),
                        Optional.of(lastDay)));
    }

    Filed aCandidate() {
        return in(() -> signalFlow.file(as(PSYCHOSOCIAL), aSignalAbout("Karim", "Desmet")));
    }

    CaseId anAdmittedCase() {
        Filed candidate = aCandidate();
        assertThat(in(() -> candidates.checkBasis(as(COORDINATOR), candidate.id())))
                .isTrue();
        in(() -> candidates.admit(as(DIRECTION), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden"));
        return candidate.caseId();
    }

    String phase(CaseId id) {
        return seenBy(COORDINATOR, id).phase();
    }

    /** Lets every timer strike whose hour has come by the program's clock, as the job executor would. */
    void timersStrike() {
        Timers.strike(engine, clock, cell, town);
    }

    List<String> stepsOf(ACell where, Capacity capacity) {
        return where.in(() -> processes.tasks(Set.of(capacity.name()), TaskFilter.ALL, null, 50)).items().stream()
                .map(OpenTask::activityId)
                .toList();
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
    void the_consultation_of_a_prison_goes_the_way_of_a_town() {
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aConsultationOn(caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL);

        run(() -> consultationFlow.close(as(COORDINATOR), consultation));

        assertThat(phase(caseId)).isEqualTo("DETENTION_FOLLOW_UP");
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "NO_CONCERN_LEFT", ""));
        assertThat(phase(caseId)).isEqualTo("CLOSED");
    }

    private ConsultationId aConsultationOn(CaseId caseId, String... people) {
        ConsultationId consultation = aPlannedMeeting();
        onTheAgenda(consultation, caseId, people);
        run(() -> consultationFlow.checkConflict(
                as(PROSECUTOR),
                consultation,
                1,
                new ConflictCheck(ConflictCheck.Outcome.CLEAR, Optional.empty(), Optional.empty())));
        comesAndSigns(consultation, 1, people);
        run(() -> consultationFlow.open(as(COORDINATOR), consultation));
        return consultation;
    }

    private ConsultationId aPlannedMeeting() {
        return in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(
                        LocalDate.now(clock),
                        Optional.empty(),
                        "Vergaderzaal",
                        bases.all().stream().map(LegalBasis::id).toList(),
                        mandate(DIRECTION),
                        false)));
    }

    @Test
    void scenario_6_a_permission_that_expired_yesterday_keeps_the_meeting_closed_and_the_file_read_only() {
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aPlannedMeeting();
        onTheAgenda(consultation, caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR);
        run(() -> bases.end(bases.all().get(0).id(), LocalDate.now(clock).plusDays(1)));
        clock.advance(Duration.ofDays(2));

        assertThat(seenBy(COORDINATOR, caseId).restrictions()).contains(CaseView.Restriction.BASIS_EXPIRED);
        assertThatThrownBy(() -> run(() -> consultationFlow.open(as(COORDINATOR), consultation)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::code)
                        .contains("no-valid-basis"));
        assertThatThrownBy(() -> run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan())))
                .hasMessage("no-valid-basis");
        Filed another = aCandidate();
        assertThat(in(() -> candidates.checkBasis(as(COORDINATOR), another.id())))
                .isFalse();
    }

    private ChangePlan aPlan() {
        return new ChangePlan(
                List.of(new Goal("WORK", "Een opleiding beginnen")),
                List.of(),
                LocalDate.now(clock).plusMonths(1),
                Optional.empty());
    }

    @Test
    void scenario_7_the_vdab_is_not_named_by_the_permission_and_is_by_the_towns_own_basis() {
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aPlannedMeeting();

        assertThatThrownBy(() -> onTheAgenda(consultation, caseId, COORDINATOR, EMPLOYMENT))
                .hasMessage("not-covered-by-basis");

        ACell prison = cell;
        cell = aTown().withMandate(EMPLOYMENT, Capacity.MEMBER, "VDAB")
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "VDAB")
                .foundedIn(beans);
        CaseId inTown = aListedCase();
        assertThat(onTheAgenda(aPlannedConsultation(), inTown, COORDINATOR, EMPLOYMENT))
                .isEqualTo(1);
        cell = prison;
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
        LocalDate day = LocalDate.now(clock);
        while (day.getDayOfWeek() != DayOfWeek.FRIDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(17, 0).atZone(clock.getZone()).toInstant();
    }

    @Test
    void someone_who_is_moved_to_a_prison_without_a_pivc_has_a_frozen_case_until_they_are_back() {
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aPlannedMeeting();

        run(() -> releases.relocate(as(DIRECTION), caseId));

        assertThat(phase(caseId)).isEqualTo("RELOCATED");
        assertThat(seenBy(COORDINATOR, caseId).restrictions()).contains(CaseView.Restriction.FROZEN);
        assertThatThrownBy(() -> onTheAgenda(consultation, caseId, COORDINATOR)).hasMessage("case-frozen");
        run(() -> releases.comeBack(as(DIRECTION), caseId));
        assertThat(phase(caseId)).isEqualTo("ADMITTED");
        assertThat(onTheAgenda(consultation, caseId, COORDINATOR)).isEqualTo(1);
    }

    @Test
    void a_candidate_whom_the_direction_does_not_admit_is_kept_for_the_short_term() {
        Filed candidate = aCandidate();
        in(() -> candidates.checkBasis(as(COORDINATOR), candidate.id()));

        run(() -> candidates.refuse(as(DIRECTION), candidate.id(), "Geen aanwijzing"));

        assertThat(in(() -> signals.open(as(COORDINATOR), candidate.id())).state())
                .isEqualTo("NOT_RETAINED");
        assertThat(in(() -> processes.phase(candidate.caseId().value()))).isEqualTo("REFUSED");
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
        ACell prison = cell;
        cell = town;
        CaseId inTown = aListedCase();
        TransferId offer = in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        inTown, prison.id(), TransferKind.ARREST, "PREVENT_TERRORISM", "Aangehouden", Set.of())));
        cell = prison;

        TakenOver taken = in(() -> transfers.accept(as(COORDINATOR), offer));

        assertThat(phase(taken.caseId())).isEqualTo("ADMITTED");
        assertThat(in(() -> releases.waitingStep(taken.caseId()))).contains("watchRelease");
    }
}

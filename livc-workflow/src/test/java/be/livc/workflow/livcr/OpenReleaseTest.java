package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.consultation.ConsultationId;
import be.livc.law.BasisKind;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A prison hands over while its permission ends, its meeting is planned, or the destination cannot take it. */
class OpenReleaseTest extends PrisonTestBase {

    @Autowired
    TransferReading reading;

    private ACell town;

    @BeforeEach
    void found_a_prison_and_a_town() {
        cell = aPrison(LocalDate.now(ZoneOffset.UTC).plusMonths(8)).foundedIn(beans);
        town = aTown().foundedIn(beans);
    }

    private TransferId offered(CaseId caseId) {
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, town.id(), TransferKind.RELEASE, "PREVENT_TERRORISM", "Komt vrij", Set.of())));
    }

    @Test
    void an_offer_of_a_prison_is_not_taken_over_once_its_permission_has_been_withdrawn() {
        CaseId caseId = anAdmittedCase();
        TransferId id = offered(caseId);

        run(() -> bases.withdraw(bases.all().get(0).id()));

        assertThatThrownBy(() -> town.in(() -> transfers.accept(town.actor(COORDINATOR), id)))
                .hasMessage("sender-without-basis");
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("TRANSFER_OFFERED");
        run(() -> transfers.withdraw(as(COORDINATOR), id));
        assertThat(in(() -> reading.open(as(COORDINATOR), id)).state()).isEqualTo(TransferState.WITHDRAWN);
    }

    @Test
    void a_law_that_holds_there_does_not_stand_for_the_permission_of_a_prison_that_hands_over() {
        CaseId caseId = anAdmittedCase();
        TransferId id = offered(caseId);
        run(() -> bases.withdraw(bases.all().get(0).id()));

        in(() -> bases.record(aBasis(BasisKind.LAW, "PREVENT_TERRORISM")));

        assertThatThrownBy(() -> town.in(() -> transfers.accept(town.actor(COORDINATOR), id)))
                .hasMessage("sender-without-basis");
    }

    @Test
    void an_emergency_is_taken_over_though_the_permission_of_the_prison_ends_before_the_answer() {
        CaseId caseId = anAdmittedCase();
        TransferId urgent = in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij"));

        run(() -> bases.withdraw(bases.all().get(0).id()));
        TakenOver taken = town.in(() -> transfers.accept(town.actor(COORDINATOR), urgent));

        assertThat(taken.number()).startsWith("D-");
        assertThatThrownBy(() -> seenBy(COORDINATOR, caseId)).hasMessage("not-found");
    }

    @Test
    void an_emergency_that_the_destination_may_not_hear_leaves_no_word_of_a_release_in_the_log() {
        CaseId caseId = anAdmittedCase();
        town = aTown().withLawCovering("OCMW").foundedIn(beans);

        assertThatThrownBy(() -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij")))
                .isInstanceOf(Refusal.class);

        assertThat(whys(caseId)).doesNotContain("released-unexpectedly");
    }

    @Test
    void an_emergency_while_an_offer_is_open_is_refused_and_possible_once_that_is_taken_back() {
        CaseId caseId = anAdmittedCase();
        TransferId id = offered(caseId);

        assertThatThrownBy(() -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij")))
                .isInstanceOf(Refusal.class);
        assertThat(whys(caseId)).doesNotContain("released-unexpectedly");

        run(() -> transfers.withdraw(as(COORDINATOR), id));
        TransferId urgent = in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij"));
        assertThat(whys(caseId)).contains("released-unexpectedly");
        assertThat(town.in(() -> transfers.accept(town.actor(COORDINATOR), urgent))
                        .number())
                .startsWith("D-");
    }

    private List<String> whys(CaseId caseId) {
        return entries(LedgerFilter.all().inCase(caseId.value())).stream()
                .flatMap(view -> view.entry().stream())
                .flatMap(entry -> entry.why().stream())
                .toList();
    }

    @Test
    void
            somebody_who_is_suddenly_free_is_handed_over_though_a_meeting_is_planned_and_the_meeting_goes_on_without_them() {
        CaseId leaving = anAdmittedCase();
        CaseId staying = anAdmittedCase();
        ConsultationId planned = aMeetingOn(leaving, staying);

        TransferId offer = in(() -> releases.releasedTo(as(COORDINATOR), leaving, town.id(), "Plots vrij"));
        comesAndSigns(planned, 2, COORDINATOR, DIRECTION, PSYCHOSOCIAL);
        run(() -> consultationFlow.open(as(COORDINATOR), planned));

        assertThat(seenBy(COORDINATOR, leaving).phase()).isEqualTo("TRANSFER_OFFERED");
        assertThat(seenBy(COORDINATOR, staying).phase()).isEqualTo("IN_CONSULTATION");
        assertThatThrownBy(() -> says(PSYCHOSOCIAL, planned, 1, "Nieuws over wie vertrekt"))
                .isInstanceOf(Refusal.class);
        town.in(() -> transfers.accept(town.actor(COORDINATOR), offer));
        run(() -> consultationFlow.close(as(COORDINATOR), planned));
        assertThat(seenBy(COORDINATOR, staying).phase()).isEqualTo("DETENTION_FOLLOW_UP");
    }

    @Test
    void a_case_that_left_before_its_meeting_does_not_keep_the_others_from_it() {
        CaseId leaving = anAdmittedCase();
        CaseId staying = anAdmittedCase();
        ConsultationId planned = aMeetingOn(leaving, staying);
        TransferId offer = in(() -> releases.releasedTo(as(COORDINATOR), leaving, town.id(), "Plots vrij"));
        town.in(() -> transfers.accept(town.actor(COORDINATOR), offer));

        comesAndSigns(planned, 2, COORDINATOR, DIRECTION, PSYCHOSOCIAL);
        run(() -> consultationFlow.open(as(COORDINATOR), planned));

        assertThat(seenBy(COORDINATOR, staying).phase()).isEqualTo("IN_CONSULTATION");
    }

    @Test
    void a_case_that_is_back_before_its_meeting_is_discussed_there() {
        CaseId leaving = anAdmittedCase();
        ConsultationId planned = aMeetingOn(leaving);
        TransferId offer = in(() -> releases.releasedTo(as(COORDINATOR), leaving, town.id(), "Plots vrij"));
        run(() -> transfers.withdraw(as(COORDINATOR), offer));

        comesAndSigns(planned, 1, COORDINATOR, DIRECTION, PSYCHOSOCIAL);
        run(() -> consultationFlow.open(as(COORDINATOR), planned));

        assertThat(seenBy(COORDINATOR, leaving).phase()).isEqualTo("IN_CONSULTATION");
        assertThatThrownBy(() -> in(() -> releases.releasedTo(as(COORDINATOR), leaving, town.id(), "Weer vrij")))
                .as("while people may still add to the case")
                .hasMessage("wrong-phase");
    }

    private ConsultationId aMeetingOn(CaseId... onIt) {
        ConsultationId planned = aPlannedMeeting();
        for (CaseId one : onIt) {
            int n = onTheAgenda(planned, one, COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR);
            run(() -> consultationFlow.checkConflict(as(PROSECUTOR), planned, n, noConflict()));
        }
        return planned;
    }
}

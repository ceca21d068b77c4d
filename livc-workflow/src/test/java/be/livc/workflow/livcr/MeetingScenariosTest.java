package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Capacity;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.Partners;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Disclose;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.PutOnAgenda;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Refusal;
import be.livc.setup.Setup;
import be.livc.testing.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the law makes of a meeting: who counts, who is covered, who hears what; the numbers are those of the list of scenarios. */
class MeetingScenariosTest extends CaseTest {

    @Autowired
    Setup setup;

    @Autowired
    Mandates mandates;

    @Autowired
    Partners partners;

    @Test
    void scenario_4_someone_who_does_not_share_gives_no_reason() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);

        run(() -> meeting.abstain(as(OCMW), consultation, 1, mandate(OCMW)));

        assertThat(in(() -> consultationReading.open(as(COORDINATOR), consultation))
                        .items())
                .singleElement()
                .extracting(ConsultationView.Item::abstentions)
                .isEqualTo(List.of(mandate(OCMW)));
    }

    @Test
    void scenario_5_someone_who_leaves_the_room_never_sees_that_item() {
        CaseId first = aListedCase();
        CaseId second = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, first, MAYOR, COORDINATOR, OFFICER, CLB, OCMW);
        onTheAgenda(consultation, second, MAYOR, COORDINATOR, OFFICER, CLB, OCMW);
        for (int n = 1; n <= 2; n++) {
            clear(consultation, n);
            comesAndSigns(consultation, n, MAYOR, COORDINATOR, OFFICER, CLB, OCMW);
        }
        run(() -> consultationFlow.open(as(MAYOR), consultation));
        says(CLB, consultation, 1, "Over de eerste");
        leaves(consultation, 2, OCMW);
        says(CLB, consultation, 2, "Over de tweede");
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));

        assertThat(texts(seenBy(OCMW, first))).containsExactly("Over de eerste");
        assertThatThrownBy(() -> seenBy(OCMW, second)).hasMessage("not-found");
        assertThat(in(() -> consultationReading.open(as(OCMW), consultation)).items())
                .extracting(ConsultationView.Item::n)
                .containsExactly(1);
    }

    @Test
    void scenario_6_a_basis_that_ended_yesterday_opens_nothing_and_limits_the_file() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        clear(consultation, 1);
        comesAndSigns(consultation, 1, MAYOR, COORDINATOR, OFFICER, CLB);
        LegalBasisId basis = in(() -> bases.all()).get(0).id();
        in(() -> setup.endBasis(as(COORDINATOR), basis, LocalDate.now(clock).minusDays(1)));

        assertThat(reasonsFor(() -> consultationFlow.open(as(MAYOR), consultation)))
                .containsExactly("no-valid-basis", "basis-expired");
        assertThat(seenBy(COORDINATOR, caseId).is(CaseView.Restriction.BASIS_EXPIRED))
                .isTrue();
        assertThatThrownBy(this::aPlannedConsultation).hasMessage("no-valid-basis");
    }

    @Test
    void a_basis_that_ends_during_the_meeting_stops_what_is_disclosed_at_once() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        LegalBasisId basis = in(() -> bases.all()).get(0).id();
        in(() -> setup.endBasis(as(COORDINATOR), basis, LocalDate.now(clock).minusDays(1)));

        assertThatThrownBy(() -> says(CLB, consultation, 1, "Te laat")).hasMessage("no-valid-basis");
        assertThat(texts(seenBy(MAYOR, caseId))).doesNotContain("Te laat");
    }

    @Test
    void scenario_7_who_is_not_covered_by_the_basis_cannot_be_invited() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        Mandate vdab = in(() -> setup.giveMandate(
                as(ADMINISTRATOR),
                new GiveMandate(
                        Optional.empty(),
                        "Iemand van de VDAB",
                        partners.add("VDAB", "VDAB", "FLEMISH").id(),
                        Capacity.MEMBER,
                        LocalDate.now(clock),
                        Optional.empty(),
                        Optional.empty())));

        assertThatThrownBy(() -> in(() -> consultationFlow.putOnAgenda(
                        as(COORDINATOR),
                        consultation,
                        new PutOnAgenda(caseId, "PREVENT_TERRORISM", Optional.empty(), List.of(vdab.id())))))
                .satisfies(Refused.only("not-covered-by-basis", vdab.id().toString()));

        LegalBasis own = in(() -> setup.recordBasis(
                as(COORDINATOR),
                new RecordBasis(
                        BasisKind.DECREE,
                        "Decreet dat de VDAB noemt",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Zoals het decreet het zegt",
                        List.of("VDAB"),
                        LocalDate.now(clock),
                        Optional.empty())));
        ConsultationId other = in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(
                        LocalDate.now(clock), Optional.empty(), "Stadhuis", List.of(own.id()), mandate(MAYOR), false)));
        assertThat(in(() -> consultationFlow.putOnAgenda(
                        as(COORDINATOR),
                        other,
                        new PutOnAgenda(caseId, "PREVENT_TERRORISM", Optional.empty(), List.of(vdab.id())))))
                .isEqualTo(1);
    }

    @Test
    void scenario_12_in_an_urgent_meeting_without_all_functions_nothing_is_disclosed() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(
                        LocalDate.now(clock),
                        Optional.empty(),
                        "Telefonisch",
                        bases.all().stream().map(LegalBasis::id).toList(),
                        mandate(MAYOR),
                        true)));
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        clear(consultation, 1);
        comesAndSigns(consultation, 1, MAYOR, CLB);
        run(() -> consultationFlow.open(as(MAYOR), consultation));

        assertThatThrownBy(() -> says(CLB, consultation, 1, "Dringend")).hasMessage("quorum-missing");
    }

    @Test
    void scenario_22_a_lapsed_clearance_does_not_count_for_the_quorum() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        clear(consultation, 1);
        comesAndSigns(consultation, 1, MAYOR, COORDINATOR, CLB);

        assertThat(reasonsFor(() -> consultationFlow.open(as(MAYOR), consultation)))
                .containsExactly("quorum-missing");
    }

    @Test
    void scenario_25_a_mandate_that_ends_takes_the_access_with_it_and_leaves_the_log() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        says(CLB, consultation, 1, "Wat het OCMW hoorde");
        assertThat(texts(seenBy(OCMW, caseId))).containsExactly("Wat het OCMW hoorde");

        in(() -> setup.endMandate(as(ADMINISTRATOR), mandate(OCMW)));

        assertThat(in(() -> mandates.actor(as(OCMW).user(), cell.id(), as(OCMW).source())))
                .isEmpty();
        assertThat(entries(LedgerFilter.all().inCase(caseId.value()))).anyMatch(entry -> entry.entry()
                .filter(one -> one.action() == Action.READ
                        && one.actor().user().equals(as(OCMW).user().value()))
                .isPresent());
    }

    @Test
    void a_recipient_must_be_in_the_room_and_have_signed() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        run(() -> rollCall.attend(
                as(COORDINATOR),
                consultation,
                1,
                mandate(OCMW),
                new Attend(Optional.empty(), Optional.empty(), Optional.empty())));

        assertThatThrownBy(() -> in(() -> meeting.disclose(
                        as(CLB),
                        consultation,
                        1,
                        new Disclose(mandate(CLB), "Voor jou", false, Optional.of(List.of(mandate(OCMW)))))))
                .hasMessage("recipient-not-present");
    }

    @Test
    void something_is_told_by_and_to_people_of_this_cell() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);
        MandateId nobody = new MandateId(UUID.randomUUID());

        assertThatThrownBy(() -> in(() -> meeting.disclose(
                        as(CLB),
                        consultation,
                        1,
                        new Disclose(mandate(CLB), "Voor wie", false, Optional.of(List.of(mandate(MAYOR), nobody))))))
                .satisfies(Refused.only("unknown-mandate", "recipients"));
        assertThatThrownBy(() -> in(() -> meeting.disclose(
                        as(COORDINATOR), consultation, 1, new Disclose(nobody, "Van wie", false, Optional.empty()))))
                .satisfies(Refused.only("unknown-mandate", "by"));
        assertThatThrownBy(() -> run(() -> meeting.abstain(as(COORDINATOR), consultation, 1, nobody)))
                .satisfies(Refused.only("unknown-mandate", "by"));
    }

    @Test
    void nobody_ends_their_own_mandate() {
        assertThatThrownBy(() -> in(() -> setup.endMandate(as(ADMINISTRATOR), mandate(ADMINISTRATOR))))
                .hasMessage("own-mandate");
    }

    @Test
    void the_coordinator_does_not_see_a_disclosure_that_was_not_made_to_them() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        in(() -> meeting.disclose(
                as(CLB),
                consultation,
                1,
                new Disclose(mandate(CLB), "Alleen voor het OCMW", true, Optional.of(List.of(mandate(OCMW))))));

        assertThat(texts(seenBy(COORDINATOR, caseId))).isEmpty();
        assertThat(texts(seenBy(OCMW, caseId))).containsExactly("Alleen voor het OCMW");
    }

    private static List<String> texts(CaseView seen) {
        return seen.timeline().stream()
                .filter(piece -> piece.type() == ObjectType.DISCLOSURE)
                .map(CaseView.Piece::text)
                .toList();
    }

    private List<String> reasonsFor(Runnable act) {
        try {
            run(act);
        } catch (Refusal refusal) {
            return refusal.reasons().stream().map(Refusal.Reason::code).toList();
        }
        return List.of();
    }
}

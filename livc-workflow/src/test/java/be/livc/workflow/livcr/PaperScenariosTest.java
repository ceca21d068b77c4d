package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.Corrections;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.ItemId;
import be.livc.casefile.RecordThirdParty;
import be.livc.casefile.Subjects;
import be.livc.casefile.ThirdParties;
import be.livc.casefile.ThirdPartyRole;
import be.livc.casefile.ThirdPartyView;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.MinutesRound;
import be.livc.platform.Refusal;
import be.livc.rights.RestrictionGround;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.rights.SubjectRequests;
import be.livc.vault.NameSearch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Corrections, minutes, third parties and requests of data subjects; numbered as in the list of scenarios. */
class PaperScenariosTest extends SevenAroundTheTableTest {

    @Autowired
    MinutesRound round;

    @Autowired
    Corrections corrections;

    @Autowired
    ThirdParties thirdParties;

    @Autowired
    Subjects subjects;

    @Autowired
    SubjectRequests requests;

    private void comesLate(ConsultationId consultation, String who) {
        run(() -> rollCall.attend(
                as(COORDINATOR),
                consultation,
                1,
                mandate(who),
                new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.PAPER))));
    }

    @Test
    void minutes_wait_for_whoever_took_part_and_not_while_an_embargo_hides_them() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        leaves(consultation, 1, OCMW);
        clock.advance(Duration.ofMinutes(5));
        says(CLB, consultation, 1, "Hij komt niet meer naar de les");
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));

        assertThat(in(() -> round.waitingFor(as(CLB)))).singleElement().satisfies(one -> {
            assertThat(one.consultation()).isEqualTo(consultation);
            assertThat(one.items()).isEqualTo(1);
        });
        assertThat(in(() -> round.waitingFor(as(OCMW)))).as("who had left").isEmpty();
        assertThat(in(() -> round.waitingFor(as(DPO)))).as("who was not there").isEmpty();

        EmbargoId laid = in(() -> embargoFlow.lay(as(OFFICER), embargoOn(ObjectType.CASE, caseId.value())));
        assertThat(in(() -> round.waitingFor(as(CLB)))).isEmpty();
        run(() -> embargoFlow.lift(as(OFFICER), laid));

        run(() -> round.answer(as(CLB), consultation, 1, false));
        assertThat(in(() -> round.waitingFor(as(CLB)))).isEmpty();
        assertThat(in(() -> round.waitingFor(as(MAYOR)))).hasSize(1);
    }

    @Test
    void scenario_15_a_sister_who_is_a_victim_is_on_record_with_a_shielded_address_and_is_not_findable() {
        CaseId caseId = aListedCase();
        anOpenConsultation(caseId, CLB);
        run(() -> thirdParties.record(
                as(CLB),
                new RecordThirdParty(
                        caseId,
                        ThirdPartyRole.VICTIM,
                        "Noor Zonneberg",
                        Optional.of("Opvanghuis De Linde, geheim adres"),
                        true)));

        List<ThirdPartyView> seenByWhoTold = in(() -> thirdParties.of(as(CLB), caseId));
        List<ThirdPartyView> seenByCoordinator = in(() -> thirdParties.of(as(COORDINATOR), caseId));

        assertThat(seenByWhoTold).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Noor Zonneberg");
            assertThat(one.address()).contains("Opvanghuis De Linde, geheim adres");
        });
        assertThat(seenByCoordinator).singleElement().satisfies(one -> {
            assertThat(one.role()).isEqualTo(ThirdPartyRole.VICTIM);
            assertThat(one.shielded()).isTrue();
            assertThat(one.address()).isEmpty();
        });
        assertThat(in(() -> thirdParties.of(as(MAYOR), caseId))).isEmpty();
        assertThat(in(() -> subjects.find(
                        as(COORDINATOR),
                        new NameSearch.Query(Optional.of("Noor Zonneberg"), Optional.empty()),
                        "PREVENT_TERRORISM")))
                .isEmpty();
    }

    @Test
    void an_address_that_is_not_shielded_is_for_the_coordinator_too() {
        CaseId caseId = aListedCase();
        run(() -> thirdParties.record(
                as(COORDINATOR),
                new RecordThirdParty(caseId, ThirdPartyRole.FAMILY, "Ali", Optional.of("Kerkstraat 1"), false)));

        assertThat(in(() -> thirdParties.of(as(COORDINATOR), caseId)))
                .singleElement()
                .satisfies(one -> assertThat(one.address()).contains("Kerkstraat 1"));
        assertThatThrownBy(() -> in(() -> thirdParties.of(as(DPO), caseId))).hasMessage("not-found");
    }

    @Test
    void
            scenario_16_a_data_subject_asks_for_access_and_gets_an_answer_with_a_ground_for_each_piece_that_is_kept_back() {
        CaseId caseId = aListedCase();
        LocalDate received = LocalDate.now(clock);
        SubjectRequestId request = in(() -> requests.receive(as(DPO), "ACCESS", received, "Bram Verhaegen, per brief"));
        assertThatThrownBy(() -> in(() -> requests.receive(as(COORDINATOR), "ACCESS", received, "x")))
                .hasMessage("forbidden");

        run(() -> requests.link(as(COORDINATOR), request, Optional.of(caseId)));
        SubjectRequestView asked = in(() -> requests.read(as(DPO), request));

        assertThat(asked.dueOn()).isEqualTo(received.plusMonths(1));
        assertThat(asked.requester()).isEqualTo("Bram Verhaegen, per brief");
        assertThat(asked.pieces()).isNotEmpty().allMatch(piece -> piece.given().isEmpty());
        assertThatThrownBy(() -> run(() -> requests.answer(as(DPO), request))).hasMessage("request-not-weighed");

        for (SubjectRequestView.Weighed piece : asked.pieces()) {
            run(() -> requests.weigh(
                    as(COORDINATOR),
                    request,
                    piece.id(),
                    piece.type() == ObjectType.FACT
                            ? Optional.of(RestrictionGround.RIGHTS_OF_OTHERS)
                            : Optional.empty()));
        }
        run(() -> requests.answer(as(DPO), request));

        SubjectRequestView answered = in(() -> requests.read(as(DPO), request));
        assertThat(answered.state()).isEqualTo("ANSWERED");
        assertThat(answered.pieces())
                .filteredOn(piece -> piece.type() == ObjectType.FACT)
                .isNotEmpty()
                .allMatch(piece -> piece.ground().equals(Optional.of(RestrictionGround.RIGHTS_OF_OTHERS)));
        assertThatThrownBy(() -> in(() -> requests.read(as(CLB), request))).hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> seenBy(DPO, caseId))).hasMessage("not-found");
    }

    @Test
    void scenario_16_the_term_is_a_month_and_is_made_longer_once_and_in_time() {
        LocalDate received = LocalDate.now(clock);
        SubjectRequestId inTime = in(() -> requests.receive(as(DPO), "ACCESS", received, "Een burger"));
        run(() -> requests.extend(as(DPO), inTime, "COMPLEXITY"));
        assertThat(in(() -> requests.read(as(DPO), inTime)).dueOn()).isEqualTo(received.plusMonths(3));
        assertThatThrownBy(() -> run(() -> requests.extend(as(DPO), inTime, "COMPLEXITY")))
                .hasMessage("request-not-extendable");

        SubjectRequestId late = in(() -> requests.receive(as(DPO), "ACCESS", received, "Een andere burger"));
        clock.advance(Duration.ofDays(40));

        assertThat(in(() -> requests.read(as(DPO), late)).overdue()).isTrue();
        assertThatThrownBy(() -> run(() -> requests.extend(as(DPO), late, "COMPLEXITY")))
                .hasMessage("request-not-extendable");
        clock.advance(Duration.ofDays(-40));
    }

    @Test
    void scenario_17_a_disputed_fact_gets_a_correction_beside_it_and_both_versions_stay_linked() {
        CaseId caseId = aListedCase();
        CaseView before = seenBy(COORDINATOR, caseId);
        CaseView.Piece fact = before.timeline().stream()
                .filter(piece -> piece.type() == ObjectType.FACT)
                .findFirst()
                .orElseThrow();

        ItemId note = in(() -> corrections.correct(
                as(COORDINATOR), caseId, fact.id(), "Dit had hij van horen zeggen; hij zei het niet zelf."));

        CaseView after = seenBy(COORDINATOR, caseId);
        assertThat(after.timeline())
                .filteredOn(piece -> piece.id().equals(fact.id()))
                .hasSize(1);
        assertThat(after.timeline())
                .filteredOn(piece -> piece.id().equals(note))
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece.type()).isEqualTo(ObjectType.CORRECTION);
                    assertThat(piece.about()).contains(fact.id().value());
                });
    }

    @Test
    void a_correction_of_what_was_told_reaches_its_recipients_and_nobody_else() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        ItemId told = says(CLB, consultation, 1, "Hij spijbelt elke vrijdag").id();

        ItemId note = in(() -> corrections.correct(as(CLB), caseId, told, "Het was elke donderdag."));

        assertThat(seenBy(OFFICER, caseId).timeline())
                .extracting(CaseView.Piece::id)
                .contains(told, note);
        assertThatThrownBy(() -> in(() -> corrections.correct(as(OCMW), caseId, told, "Nee")))
                .isInstanceOf(Refusal.class)
                .hasMessage("not-found");
        comesLate(consultation, OCMW);
        ConsultationView late = in(() -> consultationReading.open(as(OCMW), consultation));
        assertThat(late.items().get(0).disclosures()).isEmpty();
        assertThat(late.items().get(0).corrections()).isEmpty();
    }

    @Test
    void who_corrects_a_piece_is_told_that_they_wrote_the_correction_and_not_that_it_was_told_to_them() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        ItemId told = says(CLB, consultation, 1, "Hij spijbelt elke vrijdag").id();

        ItemId ofTheSpeaker = in(() -> corrections.correct(as(CLB), caseId, told, "Het was elke donderdag."));
        ItemId ofAListener = in(() -> corrections.correct(as(OFFICER), caseId, told, "Het was elke woensdag."));

        assertThat(whyOf(ofTheSpeaker, CLB, caseId)).containsExactly(Why.OWN_CONTRIBUTION);
        assertThat(whyOf(ofAListener, OFFICER, caseId)).containsExactly(Why.OWN_CONTRIBUTION);
        assertThat(whyOf(ofTheSpeaker, OFFICER, caseId))
                .isNotEmpty()
                .as("who hears of it from another")
                .doesNotContain(Why.OWN_CONTRIBUTION);
    }

    private List<Why> whyOf(ItemId piece, String reader, CaseId caseId) {
        return seenBy(reader, caseId).timeline().stream()
                .filter(one -> one.id().equals(piece))
                .findFirst()
                .orElseThrow()
                .why();
    }

    @Test
    void nobody_answers_for_the_minutes_while_the_meeting_goes_on_nor_for_an_item_they_took_no_part_in() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);
        assertThatThrownBy(() -> run(() -> round.answer(as(CLB), consultation, 1, true)))
                .hasMessage("not-closed");
        leaves(consultation, 1, COORDINATOR);
        says(CLB, consultation, 1, "Hij spijbelt elke vrijdag");
        run(() -> consultationFlow.close(as(MAYOR), consultation));

        assertThatThrownBy(() -> run(() -> round.answer(as(COORDINATOR), consultation, 1, true)))
                .as("who left before anything was told, and sees the item as the coordinator")
                .hasMessage("forbidden");
    }

    @Test
    void the_minutes_are_approved_by_each_who_took_part_and_show_who_is_waited_for() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        says(CLB, consultation, 1, "Hij spijbelt elke vrijdag");
        leaves(consultation, 1, CLB);
        comesAndSigns(consultation, 1, CLB);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));

        run(() -> round.answer(as(CLB), consultation, 1, true));
        run(() -> round.answer(as(MAYOR), consultation, 1, false));

        ConsultationView view = in(() -> consultationReading.open(as(COORDINATOR), consultation));
        assertThat(view.items().get(0).approvals())
                .hasSize(4)
                .extracting(ConsultationView.Approval::answer)
                .containsExactlyInAnyOrder(
                        Optional.of("APPROVED"), Optional.of("CORRECTION_ASKED"), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> run(() -> round.answer(as(OCMW), consultation, 1, true)))
                .hasMessage("not-found");
    }
}

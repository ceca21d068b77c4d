package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.consultation.AgreedSheet;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.DraftSheet;
import be.livc.consultation.FeedbackSheet;
import be.livc.consultation.FeedbackSheetId;
import be.livc.consultation.FeedbackSheets;
import be.livc.consultation.SentSheet;
import be.livc.testing.Refused;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Feedback sheets for the local police; numbered as in the list of scenarios. */
class SheetScenariosTest extends SevenAroundTheTableTest {

    static final String SECRET = "De huisarts behandelt hem al twee jaar voor een verslaving aan tramadol";

    @Autowired
    FeedbackSheets sheets;

    private ConsultationId aClosedConsultation(CaseId caseId) {
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW, CAW, VDAB);
        says(CLB, consultation, 1, SECRET);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        return consultation;
    }

    private void votes(FeedbackSheetId sheet, boolean agrees, String... people) {
        for (String who : people) {
            run(() -> sheets.vote(as(who), sheet, mandate(who), agrees));
        }
    }

    @Test
    void scenario_13_six_of_seven_agree_so_the_sheet_is_not_sent_until_a_redraft_has_all_seven() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aClosedConsultation(caseId);
        FeedbackSheetId first = in(() -> sheets.draft(
                as(COORDINATOR), consultation, 1, Optional.empty(), "De cel volgt op; het CAW start een begeleiding."));

        votes(first, true, MAYOR, COORDINATOR, OFFICER, CLB, OCMW, CAW);
        assertThat(in(() -> sheets.open(as(COORDINATOR), first))).isInstanceOf(DraftSheet.class);
        votes(first, false, VDAB);

        FeedbackSheet refused = in(() -> sheets.open(as(COORDINATOR), first));
        assertThat(refused).isInstanceOfSatisfying(DraftSheet.class, draft -> {
            assertThat(draft.state()).isEqualTo("REJECTED");
            assertThat(draft.agreeing()).isEqualTo(6);
            assertThat(draft.votes()).hasSize(7);
        });

        FeedbackSheetId second =
                in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "De cel volgt verder op."));
        assertThat(in(() -> sheets.of(as(COORDINATOR), consultation, 1)))
                .extracting(FeedbackSheet::version)
                .containsExactly(2, 1);
        assertThatThrownBy(() -> votes(first, true, VDAB)).hasMessage("sheet-not-in-vote");
        assertThat(in(() -> sheets.open(as(CLB), second)).agreeing()).isZero();
        votes(second, true, MAYOR, COORDINATOR, OFFICER, CLB, OCMW, CAW, VDAB);

        AgreedSheet agreed = (AgreedSheet) in(() -> sheets.open(as(COORDINATOR), second));
        SentSheet sent = in(() -> sheets.export(as(COORDINATOR), agreed, mandate(OFFICER)));
        assertThat(sent.text()).isEqualTo("De cel volgt verder op.");
        assertThat(sent.receiver()).contains(OFFICER);
        assertThatThrownBy(() -> in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "Nog iets")))
                .hasMessage("sheet-sent");
    }

    @Test
    void scenario_13_a_sheet_that_quotes_a_secret_is_blocked_and_shows_its_author_only_the_own_words() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aClosedConsultation(caseId);

        FeedbackSheetId blocked = in(() -> sheets.draft(
                as(COORDINATOR),
                consultation,
                1,
                Optional.empty(),
                "Betrokkene is al twee jaar bij de huisarts voor zijn verslaving aan tramadol. De cel volgt op."));

        DraftSheet draft = (DraftSheet) in(() -> sheets.open(as(COORDINATOR), blocked));
        assertThat(draft.state()).isEqualTo("BLOCKED");
        assertThat(draft.quotes()).hasSize(1);
        assertThat(draft.text()
                        .substring(
                                draft.quotes().get(0).from(),
                                draft.quotes().get(0).to()))
                .contains("tramadol")
                .doesNotContain("cel");
        assertThatThrownBy(() -> votes(blocked, true, CLB)).hasMessage("sheet-not-in-vote");
    }

    @Test
    void only_who_effectively_took_part_votes_and_sees_the_sheet() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        assertThatThrownBy(() -> in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "Te vroeg")))
                .hasMessage("not-closed");
        says(CLB, consultation, 1, SECRET);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        FeedbackSheetId sheet =
                in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "De cel volgt op."));

        assertThatThrownBy(() -> votes(sheet, true, OCMW)).hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> sheets.open(as(OCMW), sheet))).hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> sheets.draft(as(CLB), consultation, 1, Optional.empty(), "Van mij")))
                .hasMessage("forbidden");
        assertThat(in(() -> sheets.open(as(CLB), sheet)).votes()).hasSize(4);
    }

    @Test
    void nobody_votes_on_a_sheet_in_the_place_of_somebody_who_can() {
        ConsultationId consultation = aClosedConsultation(aListedCase());
        FeedbackSheetId sheet =
                in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "De cel volgt op."));

        assertThatThrownBy(() -> run(() -> sheets.vote(as(COORDINATOR), sheet, mandate(CLB), true)))
                .as("the CLB has an account")
                .hasMessage("forbidden");
        assertThatThrownBy(() -> run(() -> sheets.vote(as(CLB), sheet, mandate(OCMW), true)))
                .hasMessage("forbidden");
        assertThat(in(() -> sheets.open(as(CLB), sheet)).agreeing()).isZero();
    }

    @Test
    void who_left_before_anything_was_told_has_no_vote_on_the_sheet_they_drew_up() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);
        leaves(consultation, 1, COORDINATOR);
        says(CLB, consultation, 1, SECRET);
        run(() -> consultationFlow.close(as(MAYOR), consultation));
        FeedbackSheetId sheet =
                in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "De cel volgt op."));

        assertThatThrownBy(() -> votes(sheet, false, COORDINATOR)).hasMessage("forbidden");

        votes(sheet, true, MAYOR, OFFICER, CLB);
        assertThat(in(() -> sheets.open(as(COORDINATOR), sheet))).isInstanceOf(AgreedSheet.class);
    }

    @Test
    void a_sheet_is_sent_as_it_was_agreed_to_the_police_and_not_once_it_was_redrafted() {
        ConsultationId consultation = aClosedConsultation(aListedCase());
        AgreedSheet agreed = anAgreedSheet(consultation, "De cel volgt op.");
        assertThatThrownBy(() -> in(() -> sheets.export(as(COORDINATOR), agreed, mandate(CLB))))
                .satisfies(Refused.only("not-police", "receiver"));

        in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "De cel volgt verder op."));

        assertThatThrownBy(() -> in(() -> sheets.export(as(COORDINATOR), agreed, mandate(OFFICER))))
                .hasMessage("sheet-not-agreed");
    }

    @Test
    void a_secret_told_after_the_vote_keeps_a_sheet_that_quotes_it_from_being_sent() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aClosedConsultation(caseId);
        String words = "Zijn zus vertelde op school dat de vader in het buitenland gevangen zit";
        AgreedSheet agreed = anAgreedSheet(consultation, words + ". De cel volgt op.");
        says(CLB, anOpenConsultation(caseId, CLB), 1, words);

        assertThatThrownBy(() -> in(() -> sheets.export(as(COORDINATOR), agreed, mandate(OFFICER))))
                .hasMessage("sheet-quotes-secret");
    }

    private AgreedSheet anAgreedSheet(ConsultationId consultation, String text) {
        FeedbackSheetId sheet = in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), text));
        votes(sheet, true, MAYOR, COORDINATOR, OFFICER, CLB, OCMW, CAW, VDAB);
        return (AgreedSheet) in(() -> sheets.open(as(COORDINATOR), sheet));
    }

    @Test
    void a_sheet_of_a_case_that_an_embargo_hides_is_not_found() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aClosedConsultation(caseId);
        FeedbackSheetId sheet =
                in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "De cel volgt op."));
        in(() -> embargoes.lay(as(OFFICER), embargoOn(ObjectType.CASE, caseId.value())));

        assertThatThrownBy(() -> in(() -> sheets.open(as(COORDINATOR), sheet))).hasMessage("not-found");
    }
}

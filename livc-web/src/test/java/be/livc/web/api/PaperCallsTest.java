package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationId;
import be.livc.web.Answer;
import be.livc.web.CaseworkTest;
import be.livc.web.pdf.PdfCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is left of a meeting on paper, over REST: as it is described, to the same readers as on screen. */
class PaperCallsTest extends CaseworkTest {

    private static final String SECRET = "De huisarts behandelt hem al twee jaar voor een verslaving aan tramadol";
    private static final List<String> PAPERS = List.of(
            "get /consultations/{id}/attendance-list",
            "get /consultations/{id}/letters/{kind}",
            "get /cases/{id}/letters/{kind}",
            "get /signals/{id}/letters/{kind}",
            "get /legal-bases/{id}/letters/PROSECUTOR_PERMISSION",
            "get /transfers/{id}/letters/TRANSFER_SHEET",
            "get /letters/{kind}",
            "post /consultations/{id}/items/{n}/feedback-sheets/{sheet}/copies");

    private DescribedContract contract;
    private ConsultationId consultation;

    @BeforeEach
    void a_meeting_that_was_held() {
        contract = new DescribedContract(browser().get("/v3/api-docs").bytes());
        consultation = held(clb);
        tells(clb, consultation, SECRET);
    }

    private String items() {
        return "/consultations/" + consultation + "/items/1";
    }

    @Test
    void scenario_13_over_rest_a_quote_blocks_six_of_seven_is_not_enough_and_an_agreed_sheet_is_given_out() {
        String sheets = items() + "/feedback-sheets";
        Map<String, Object> quoting = Map.of("text", "Hij is bij de huisarts voor een verslaving aan tramadol.");
        assertThat(api(coordinator).post(sheets, quoting).code()).isEqualTo("not-closed");
        closed(consultation);

        JsonNode blocked = contract.holds(
                        "post /consultations/{id}/items/{n}/feedback-sheets",
                        api(coordinator).post(sheets, quoting))
                .json();
        assertThat(blocked.get("state").asString()).isEqualTo("BLOCKED");
        assertThat(blocked.get("quotes")).hasSize(1);
        JsonNode sheet = api(coordinator)
                .post(sheets, Map.of("text", "De cel volgt de situatie verder op."))
                .json();
        String path = sheets + "/" + sheet.get("id").asString();
        for (String who : List.of(mayor, officer, clb)) {
            contract.holds(
                    "post /consultations/{id}/items/{n}/feedback-sheets/{sheet}/votes",
                    api(who).post(path + "/votes", Map.of("agrees", true)));
        }
        Map<String, Object> toThePolice = Map.of("receiver", mandate(officer).toString());
        assertThat(api(coordinator).post(path + "/copies", toThePolice).code()).isEqualTo("sheet-not-agreed");
        api(coordinator).post(path + "/votes", Map.of("agrees", true));

        Answer copy = api(coordinator).post(path + "/copies", toThePolice);

        assertThat(copy.status()).isEqualTo(200);
        PdfCheck.isArchivableAndAccessible(copy.bytes());
        assertThat(PdfCheck.text(copy.bytes()))
                .contains("De cel volgt de situatie verder op.", "Persoon " + officer)
                .doesNotContain("tramadol");
        JsonNode versions = contract.holds("get /consultations/{id}/items/{n}/feedback-sheets", api(clb).get(sheets))
                .json()
                .get("items");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).get("state").asString()).isEqualTo("SENT");
        assertThat(api(ocmw).get(sheets).status()).isEqualTo(404);
        assertThat(api(clb).post(path + "/copies", toThePolice).status()).isEqualTo(403);
    }

    @Test
    void the_attendance_list_and_letters_are_files_for_who_was_there() {
        closed(consultation);
        String path = "/consultations/" + consultation;

        Answer list = api(clb).get(path + "/attendance-list");

        PdfCheck.isArchivableAndAccessible(list.bytes());
        assertThat(PdfCheck.text(list.bytes())).contains("getekend op scherm").doesNotContain("tramadol");
        for (String letter : List.of("INVITATION", "CONFIDENTIALITY_STATEMENT", "MINUTES")) {
            assertThat(PdfCheck.text(api(clb).get(path + "/letters/" + letter).bytes()))
                    .as(letter)
                    .contains("Persoon " + clb);
            assertThat(api(ocmw).get(path + "/letters/" + letter).status()).isEqualTo(404);
        }
        assertThat(api(clb).get(path + "/letters/HOUSE_RULES").status()).isEqualTo(404);
        assertThat(PdfCheck.text(api(coordinator)
                        .get("/signals/" + signal + "/letters/SIGNAL_SHEET")
                        .bytes()))
                .contains("Verhaegen", "Zei het zelf");
        assertThat(api(coordinator)
                        .get("/cases/" + caseId + "/letters/ACTION_PLAN")
                        .status())
                .isEqualTo(404);
        assertThat(PdfCheck.text(api(clb).get("/letters/HOUSE_RULES").bytes())).contains("Persoon " + mayor);
        assertThat(api(coordinator)
                        .get("/legal-bases/" + basis + "/letters/PROSECUTOR_PERMISSION")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void minutes_are_approved_and_a_piece_is_corrected_by_who_sees_it() {
        closed(consultation);
        contract.holds(
                "post /consultations/{id}/items/{n}/approvals",
                api(clb).post(items() + "/approvals", Map.of("approves", false)));
        assertThat(api(ocmw)
                        .post(items() + "/approvals", Map.of("approves", true))
                        .status())
                .isEqualTo(404);
        JsonNode item = api(clb).get("/consultations/" + consultation).json().at("/items/0");
        String piece = item.at("/disclosures/0/id").asString();
        String corrections = "/cases/" + caseId + "/items/" + piece + "/corrections";

        contract.holds(
                "post /cases/{id}/items/{item}/corrections",
                api(clb).post(corrections, Map.of("text", "Het is nog maar een jaar")));

        JsonNode after = contract.holds("get /consultations/{id}", api(officer).get("/consultations/" + consultation))
                .json()
                .at("/items/0");
        assertThat(after.at("/corrections/0/text").asString()).isEqualTo("Het is nog maar een jaar");
        assertThat(after.at("/corrections/0/of").asString()).isEqualTo(piece);
        assertThat(after.get("approvals").toString()).contains("CORRECTION_ASKED");
        assertThat(api(ocmw).post(corrections, Map.of("text", "Ik ook")).status())
                .isEqualTo(404);
        assertThat(api(clb).post(corrections, Map.of("text", " ")).status()).isEqualTo(422);
    }

    @Test
    void the_texts_of_letters_are_read_changed_and_previewed_by_who_sets_up_the_cell() {
        String path = "/letter-templates/INVITATION";
        assertThat(contract.holds("get /letter-templates", api(coordinator).get("/letter-templates?limit=50"))
                        .json()
                        .get("items"))
                .hasSize(15);

        Answer unknown = api(coordinator).put(path, Map.of("title", "Uitnodiging", "body", "Beste {{voornaam}}"));
        assertThat(unknown.code()).isEqualTo("unknown-letter-field");
        assertThat(contract.holds(
                                "post /letter-templates/{kind}/preview",
                                api(coordinator)
                                        .post(path + "/preview", Map.of("title", "Kom", "body", "Beste {{genodigde}}")))
                        .body())
                .contains("Els Janssen");
        contract.holds(
                "put /letter-templates/{kind}",
                api(coordinator).put(path, Map.of("title", "Kom naar {{overleg}}", "body", "Beste {{genodigde}}")));
        JsonNode now = contract.holds(
                        "get /letter-templates/{kind}", api(coordinator).get(path))
                .json();
        assertThat(now.get("versions")).hasSize(2);
        assertThat(PdfCheck.text(api(clb).get("/consultations/" + consultation + "/letters/INVITATION")
                        .bytes()))
                .contains("Kom naar O-", "Beste Persoon " + clb);
        assertThat(api(clb).get(path).status()).isEqualTo(404);
        assertThat(api(coordinator).get("/letter-templates/NOTHING").status()).isEqualTo(404);
    }

    @Test
    void somebody_is_replaced_and_a_task_is_set_over_rest() {
        closed(consultation);
        assertThat(api(mayor)
                        .post(
                                items() + "/tasks",
                                Map.of(
                                        "what",
                                        "Bel de ouders",
                                        "owner",
                                        mandate(clb).toString(),
                                        "due",
                                        TODAY.toString()))
                        .code())
                .isEqualTo("not-open");
        assertThat(api(coordinator)
                        .post(
                                items() + "/replacements",
                                Map.of(
                                        "mandate",
                                        mandate(clb).toString(),
                                        "colleague",
                                        mandate(ocmw).toString()))
                        .code())
                .isEqualTo("not-planned");
        assertThat(contract.calls())
                .contains(
                        "post /consultations/{id}/items/{n}/tasks", "post /consultations/{id}/items/{n}/replacements");
    }

    @Test
    void every_paper_is_described_as_a_file() {
        assertThat(contract.calls()).containsAll(PAPERS);
        for (String paper : PAPERS) {
            assertThat(contract.operation(paper)
                            .at("/responses/200/content/application~1pdf")
                            .isMissingNode())
                    .as(paper)
                    .isFalse();
        }
        assertThat(api(person(cell, Capacity.DPO)).get("/letters/HOUSE_RULES").status())
                .isEqualTo(404);
    }
}

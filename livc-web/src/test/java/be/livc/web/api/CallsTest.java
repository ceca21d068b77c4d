package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.cell.Capacity;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.WebTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A cell of the tests' own with everyone a case needs, and the calls of its people. */
public abstract class CallsTest extends WebTest {

    protected static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Brussels"));

    protected ACell cell;
    protected String mayor;
    protected String coordinator;
    protected String officer;
    protected String clb;
    protected String ocmw;
    protected String dpo;
    protected String administrator;
    protected String basis;

    @BeforeEach
    protected void found_a_cell() {
        cell = cell();
        mayor = person(cell, Capacity.MAYOR);
        coordinator = person(cell, Capacity.COORDINATOR);
        officer = person(cell, Capacity.INFORMATION_OFFICER);
        clb = person(cell, Capacity.MEMBER);
        ocmw = person(cell, Capacity.MEMBER);
        dpo = person(cell, Capacity.DPO);
        administrator = person(cell, Capacity.ADMINISTRATOR);
        basis = made(api(coordinator).post("/legal-bases", aBasis("OTHER")))
                .get("id")
                .asString();
    }

    protected static Map<String, Object> aBasis(String... participants) {
        return Map.of(
                "kind", "LAW",
                "reference", "Wet van 30-07-2018",
                "purpose", "PREVENT_TERRORISM",
                "terms", "Enkel in het casusoverleg",
                "participants", List.of(participants),
                "validFrom", TODAY.minusYears(1).toString());
    }

    /** The body of an answer that something was made. */
    protected static JsonNode made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** The body of an answer that it was done. */
    protected static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    protected static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    protected String mandateOf(String username) {
        return api(username).get("/me").json().get("mandate").asString();
    }

    protected static Map<String, Object> aSignal(String familyName) {
        Map<String, Object> signal = new LinkedHashMap<>();
        signal.put("subject", Map.of("familyName", familyName, "givenNames", "Bram", "birthDate", "2010-03-04"));
        signal.put("reporter", Map.of("kind", "PARTNER"));
        signal.put(
                "facts",
                List.of(Map.of(
                        "date", TODAY.minusDays(3).toString(),
                        "kind", "FACT",
                        "source", "klastitularis",
                        "text", "Zegt dat hij wraak wil nemen")));
        signal.put("urgency", "NORMAL");
        signal.put("subjectInformed", Map.of("informed", false, "reason", "Het vertrouwen is broos"));
        return signal;
    }

    protected static Map<String, Object> anAssessment(String outcome) {
        return Map.of("criteria", Map.of("INTENT", "YES"), "outcome", outcome, "reason", "De uitspraak was concreet");
    }

    protected String aSignalFiled() {
        return made(api(clb).post("/signals", aSignal("Verhaegen"))).get("id").asString();
    }

    protected String aRetainedSignal() {
        String signal = aSignalFiled();
        made(api(coordinator).post("/signals/" + signal + "/assessments", anAssessment("RETAINED")));
        made(api(officer).post("/signals/" + signal + "/assessments", anAssessment("RETAINED")));
        return signal;
    }

    protected static Map<String, Object> listed() {
        return Map.of(
                "decision", "LIST", "purpose", "De jongere op tijd helpen", "necessity", "Geen dienst weet genoeg");
    }

    protected String aListedCase() {
        return made(api(mayor).post("/signals/" + aRetainedSignal() + "/listing", listed()))
                .get("caseId")
                .asString();
    }

    protected String aPlannedConsultation() {
        return made(api(coordinator).post("/consultations", aConsultation(TODAY, basis)))
                .get("id")
                .asString();
    }

    protected Map<String, Object> aConsultation(LocalDate date, String legalBasis) {
        return Map.of(
                "date", date.toString(), "place", "Stadhuis", "legalBasis", legalBasis, "chair", mandateOf(mayor));
    }

    protected Answer putOnAgenda(String consultation, String caseId, String... invitees) {
        List<String> mandates = new ArrayList<>();
        for (String invitee : invitees) {
            mandates.add(mandateOf(invitee));
        }
        return api(coordinator)
                .post(
                        "/consultations/" + consultation + "/items",
                        Map.of("caseId", caseId, "purpose", "Eerste bespreking", "invitees", mandates));
    }

    protected void cleared(String consultation) {
        made(api(officer)
                .post("/consultations/" + consultation + "/items/1/conflict-check", Map.of("outcome", "CLEAR")));
    }

    protected Answer attends(String consultation, String who, Map<String, Object> body) {
        return api(coordinator).put("/consultations/" + consultation + "/items/1/attendance/" + mandateOf(who), body);
    }

    protected void present(String consultation, String... people) {
        for (String who : people) {
            done(attends(consultation, who, Map.of("arrived", true, "statementSigned", true)));
        }
    }

    /** A consultation on one case that is open, with the mandatory functions and these partners in the room. */
    protected String anOpenConsultation(String caseId, String... partners) {
        String consultation = aPlannedConsultation();
        List<String> everyone = new ArrayList<>(List.of(mayor, coordinator, officer));
        everyone.addAll(List.of(partners));
        made(putOnAgenda(consultation, caseId, everyone.toArray(String[]::new)));
        cleared(consultation);
        present(consultation, everyone.toArray(String[]::new));
        done(api(mayor).post("/consultations/" + consultation + "/open", Map.of()));
        return consultation;
    }

    protected Answer says(String who, String consultation, String text) {
        return api(who).post(
                        "/consultations/" + consultation + "/items/1/disclosures",
                        Map.of("text", text, "secret", true));
    }

    protected Map<String, Object> aPlan() {
        return Map.of(
                "goals", List.of(Map.of("domain", "SCHOOL", "goal", "Weer naar de les")),
                "measures",
                        List.of(Map.of(
                                "what", "Elke week een gesprek",
                                "owner", mandateOf(ocmw),
                                "due", TODAY.plusDays(14).toString())),
                "reviewDate", TODAY.plusMonths(1).toString());
    }

    /** A case whose consultation is over, with a plan. */
    protected String aCaseWithAPlan() {
        String caseId = aListedCase();
        String consultation = anOpenConsultation(caseId, ocmw);
        done(api(coordinator).post("/consultations/" + consultation + "/close", Map.of()));
        done(api(coordinator).put("/cases/" + caseId + "/plan", aPlan()));
        return caseId;
    }

    /** How many denials of this person the ledger of the cell holds. */
    protected long denialsOf(String who, CellId in) {
        UUID user = bean(Accounts.class).byUsername(who).orElseThrow().id().value();
        return CurrentCell.in(in, () -> bean(TransactionTemplate.class).execute(tx -> bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from ledger_entry where action = 'deny' and actor_user = ?",
                        Long.class,
                        user)));
    }
}

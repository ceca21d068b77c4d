package be.livc.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fills cases by every form, each text with a word that stands nowhere else: a canary, by which a leak is seen. */
abstract class CanaryTest extends CallsTest {

    /** Every canary begins with it. */
    static final String STEM = "zilvermees";

    /** Of one signal; in the drills more, so that ten thousand words do not need hundreds of cases. */
    private static final int FACTS = Boolean.getBoolean("livc.drills") ? 40 : 10;

    private final Random random = new Random(10_000);
    private int made;

    /** How many canaries there are. */
    int made() {
        return made;
    }

    /** A text with the next word in it. */
    String canary() {
        return "Zo zei hij: " + STEM + made++ + Integer.toString(random.nextInt(1_000_000), Character.MAX_RADIX);
    }

    /** A case from signal to follow-up; its id. */
    String walk() {
        String signal = made(api(clb).post("/signals", signal())).get("id").asString();
        for (String assessor : List.of(coordinator, officer)) {
            made(api(assessor)
                    .post(
                            "/signals/" + signal + "/assessments",
                            Map.of("criteria", Map.of("INTENT", "YES"), "outcome", "RETAINED", "reason", canary())));
        }
        String caseId = made(api(mayor)
                        .post(
                                "/signals/" + signal + "/listing",
                                Map.of("decision", "LIST", "purpose", canary(), "necessity", canary())))
                .get("caseId")
                .asString();
        String consultation = anOpenConsultation(caseId, clb, ocmw);
        String items = "/consultations/" + consultation + "/items/1";
        for (String who : List.of(clb, ocmw, officer, mayor)) {
            made(says(who, consultation, canary()));
        }
        made(api(mayor)
                .post(
                        items + "/decisions",
                        Map.of(
                                "text",
                                canary(),
                                "votes",
                                List.of(Map.of("mandateId", mandateOf(clb), "vote", "FOR")))));
        done(api(coordinator).post("/consultations/" + consultation + "/close", Map.of()));
        String measure = done(api(coordinator)
                        .put(
                                "/cases/" + caseId + "/plan",
                                Map.of(
                                        "goals", List.of(Map.of("domain", "SCHOOL", "goal", canary())),
                                        "measures",
                                                List.of(Map.of(
                                                        "what",
                                                        canary(),
                                                        "owner",
                                                        mandateOf(ocmw),
                                                        "due",
                                                        TODAY.plusDays(14).toString())),
                                        "reviewDate", TODAY.plusMonths(1).toString())))
                .get("measures")
                .get(0)
                .get("id")
                .asString();
        made(api(ocmw)
                .post(
                        "/cases/" + caseId + "/measures/" + measure + "/progress",
                        Map.of("text", canary(), "state", "RUNNING")));
        made(api(coordinator).upload("/cases/" + caseId + "/documents", "nota.txt", canary().getBytes(UTF_8)));
        return caseId;
    }

    /** What somebody reports, with a canary in every field. */
    Map<String, Object> signal() {
        List<Map<String, String>> facts = new ArrayList<>();
        for (int n = 0; n < FACTS; n++) {
            facts.add(Map.of(
                    "date", TODAY.minusDays(3).toString(), "kind", "FACT", "source", canary(), "text", canary()));
        }
        Map<String, Object> signal = aSignal("");
        signal.put("subject", Map.of("familyName", canary(), "givenNames", canary(), "birthDate", "2010-03-04"));
        signal.put("facts", facts);
        signal.put("subjectInformed", Map.of("informed", false, "reason", canary()));
        return signal;
    }
}

package be.livc.web.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/**
 * One case of a cell of the demo from signal to erasure, by the calls of the REST contract and the people whose acts they are:
 * a signal with three facts, a consultation of its own with five people, two disclosures, a plan with two measures.
 */
final class CaseFlowOverRest implements WholeFlow {

    /** The user tasks of livc-r-case on this way. */
    private static final Set<String> STEPS = Set.of(
            "assessAsCoordinator",
            "assessAsInformationOfficer",
            "decideListing",
            "planConsultation",
            "checkConflict",
            "openConsultation",
            "closeConsultation",
            "followPlan",
            "followProgress",
            "keep",
            "decideErasure",
            "carryOutErasure");

    private static final String COORDINATOR = "coordinator";
    private static final String MAYOR = "burgemeester";
    private static final String OFFICER = "io";
    private static final String CLB = "clb";
    private static final String OCMW = "ocmw";
    private static final String DPO = "dpo";
    private static final List<String> AT_THE_TABLE = List.of(MAYOR, COORDINATOR, OFFICER, CLB, OCMW);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Brussels"));

    private final Map<String, Caller> people = new LinkedHashMap<>();
    private final Map<String, String> mandates = new LinkedHashMap<>();
    private final Map<String, Queue<Long>> taken = new ConcurrentHashMap<>();
    private final String basis;
    private volatile int calls;

    /**
     * Signs its people in, once.
     *
     * @param suffix what the names of the cell's people end with: nothing in Voorbeeldstad, 2 in Voorbeeldgemeente
     */
    CaseFlowOverRest(int port, String suffix, String password) throws IOException {
        for (String who : List.of(COORDINATOR, MAYOR, OFFICER, CLB, OCMW, DPO)) {
            Caller caller = Caller.signedIn(port, who + suffix, password);
            people.put(who, caller);
            mandates.put(who, Caller.tree(caller.get("/me")).get("mandate").asString());
        }
        basis = id(people.get(COORDINATOR)
                .post(
                        "/legal-bases",
                        Caller.json(Map.of(
                                "kind", "LAW",
                                "reference", "Wet voor deze meting",
                                "purpose", "PREVENT_TERRORISM",
                                "terms", "Zoals de wet het zegt",
                                "participants", List.of("MUNICIPALITY", "POLICE", "CLB", "OCMW"),
                                "validFrom", TODAY.minusYears(1).toString()))));
    }

    private static String id(String answer) {
        return Caller.tree(answer).get("id").asString();
    }

    @Override
    public void make(int n) throws IOException {
        String path = toCarryOut(n);
        post(DPO, "erasure", path + "/erasure", Map.of("reason", "Termijn voorbij"));
    }

    /** The flow but for its last call; the path of the case. */
    private String toCarryOut(int n) throws IOException {
        String signal = id(post(CLB, "signal", "/signals", aSignal(n)));
        for (String assessor : List.of(COORDINATOR, OFFICER)) {
            post(assessor, "assessment", "/signals/" + signal + "/assessments", anAssessment(n));
        }
        JsonNode listed = Caller.tree(post(
                MAYOR,
                "listing",
                "/signals/" + signal + "/listing",
                Map.of(
                        "decision",
                        "LIST",
                        "purpose",
                        "De jongere op tijd helpen",
                        "necessity",
                        "Geen dienst weet genoeg")));
        String caseId = listed.get("caseId").asString();
        consult(caseId, n);
        String path = "/cases/" + caseId;
        String measure = Caller.tree(timed("plan", () -> people.get(COORDINATOR).put(path + "/plan", aPlan(n))))
                .get("measures")
                .get(0)
                .get("id")
                .asString();
        post(
                OCMW,
                "progress",
                path + "/measures/" + measure + "/progress",
                Map.of("text", Sentences.about(n, 10), "state", "RUNNING"));
        post(COORDINATOR, "closure", path + "/closure", Map.of("ground", "GOALS_REACHED", "aftercare", "Het OCMW"));
        post(COORDINATOR, "erasure proposal", path + "/erasure-proposal", Map.of());
        post(MAYOR, "erasure decision", path + "/erasure-decision", Map.of("decision", "ERASE"));
        return path;
    }

    private void consult(String caseId, int n) throws IOException {
        String consultation = "/consultations/"
                + id(post(
                        COORDINATOR,
                        "consultation",
                        "/consultations",
                        Map.of(
                                "date",
                                TODAY.toString(),
                                "place",
                                "Stadhuis",
                                "legalBasis",
                                basis,
                                "chair",
                                mandates.get(MAYOR))));
        String item = consultation + "/items/1";
        post(
                COORDINATOR,
                "agenda item",
                consultation + "/items",
                Map.of(
                        "caseId",
                        caseId,
                        "purpose",
                        "Eerste bespreking",
                        "invitees",
                        AT_THE_TABLE.stream().map(mandates::get).toList()));
        post(OFFICER, "conflict check", item + "/conflict-check", Map.of("outcome", "CLEAR"));
        String present = Caller.json(Map.of("arrived", true, "statementSigned", true));
        for (String who : AT_THE_TABLE) {
            timed("attendance", () -> people.get(COORDINATOR).put(item + "/attendance/" + mandates.get(who), present));
        }
        post(MAYOR, "opening", consultation + "/open", Map.of());
        for (String who : List.of(CLB, OCMW)) {
            post(who, "disclosure", item + "/disclosures", Map.of("text", Sentences.about(n, 4), "secret", true));
        }
        post(
                MAYOR,
                "decision",
                item + "/decisions",
                Map.of(
                        "text",
                        Sentences.about(n, 9),
                        "votes",
                        List.of(Map.of("mandateId", mandates.get(CLB), "vote", "FOR"))));
        post(COORDINATOR, "close", consultation + "/close", Map.of());
    }

    private String post(String who, String what, String path, Object body) throws IOException {
        return timed(what, () -> people.get(who).post(path, Caller.json(body)));
    }

    private interface Answered {
        String call() throws IOException;
    }

    private String timed(String what, Answered call) throws IOException {
        long begun = System.nanoTime();
        String answer = call.call();
        taken.computeIfAbsent(what, name -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - begun);
        return answer;
    }

    private static Map<String, Object> aSignal(int n) {
        List<Map<String, String>> facts = List.of(0, 1, 2).stream()
                .map(fact -> Map.of(
                        "date",
                        TODAY.minusDays(3L + fact).toString(),
                        "kind",
                        "FACT",
                        "source",
                        "klastitularis",
                        "text",
                        Sentences.about(n, fact)))
                .toList();
        return Map.of(
                "subject",
                Map.of("familyName", "Meting" + n, "givenNames", "Bram", "birthDate", "2001-03-04"),
                "reporter",
                Map.of("kind", "PARTNER"),
                "facts",
                facts,
                "urgency",
                "NORMAL",
                "subjectInformed",
                Map.of("informed", false, "reason", "Het vertrouwen is broos"));
    }

    private static Map<String, Object> anAssessment(int n) {
        return Map.of("criteria", Map.of("INTENT", "YES"), "outcome", "RETAINED", "reason", Sentences.about(n, 3));
    }

    private String aPlan(int n) {
        return Caller.json(Map.of(
                "goals",
                List.of(Map.of("domain", "SCHOOL", "goal", "Weer naar de les")),
                "measures",
                List.of(OCMW, CLB).stream()
                        .map(owner -> Map.of(
                                "what", "Elke week een gesprek " + n,
                                "owner", mandates.get(owner),
                                "due", TODAY.plusDays(14).toString()))
                        .toList(),
                "reviewDate",
                TODAY.plusMonths(1).toString()));
    }

    /** Makes one flow, counts its calls, and throws when the process of its case did not pass each of the twelve steps. */
    void check() throws IOException {
        forget();
        String path = toCarryOut(0);
        JsonNode process = Caller.tree(people.get(COORDINATOR).get(path + "/process"));
        Set<String> passed = new TreeSet<>();
        process.get("completed").forEach(step -> passed.add(step.asString()));
        process.get("active").forEach(step -> passed.add(step.asString()));
        if (!passed.containsAll(STEPS)) {
            throw new IllegalStateException("the flow passed only " + passed);
        }
        post(DPO, "erasure", path + "/erasure", Map.of("reason", "Termijn voorbij"));
        calls = taken.values().stream().mapToInt(Queue::size).sum();
        forget();
    }

    /** Forgets how long the calls took until now. */
    void forget() {
        taken.clear();
    }

    /** How long each kind of call took, by its name. */
    Map<String, Figures> perCall() {
        Map<String, Figures> figures = new TreeMap<>();
        taken.forEach((what, nanos) -> figures.put(what, Figures.of(nanos)));
        return figures;
    }

    @Override
    public int userTasks() {
        return STEPS.size();
    }

    @Override
    public int calls() {
        return calls;
    }
}

package be.livc.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CellId;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.api.CellObjects.CellObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Every page and every call of the program, asked for by everybody of the demo with the ids of what they may not know of:
 * the answer is that of an id that nothing has, to the byte, and each denial stands in the ledger.
 */
class HiddenRoutesTest extends CallsTest {

    private static final List<String> OF_A_TOWN = List.of(
            "coordinator", "burgemeester", "io", "ocmw", "clb", "justitiehuis", "verbindingsofficier", "dpo", "beheer");
    private static final List<String> OF_A_PRISON =
            List.of("pivc.coordinator", "pivc.directie", "pivc.psd", "pivc.parket", "pivc.politie", "pivc.dpo");

    /** Who runs each cell of the demo, and so sees everything in it. */
    private static final List<String> COORDINATORS =
            List.of("coordinator", "coordinator2", "pivc.coordinator", "pivc.coordinator2");

    /**
     * What mayor and DPO may know of their own cell without seeing it: that a case or signal is there to be erased. They
     * are told what stands in the way of that act.
     */
    private static final Set<String> ACTS_UNSEEN =
            Set.of("erasure", "erasure-decision", "wissing", "beslissing", "uitvoeren");

    /** What is the desk's own, and what it sees of cells. */
    private static final Set<String> OF_THE_DESK = Set.of("question", "action", "coaching");

    /** What somebody in a cell does not know of unless it was disclosed to them. */
    private static final Set<String> OF_CASES = Set.of("signal", "case", "consultation", "task", "document");

    /** What takes two cells to come about; of these the demo's are asked for. */
    private static final Set<String> ONLY_IN_THE_DEMO = Set.of("transfer");

    /** All objects and all people of the demo, and not some of each; takes minutes. */
    private static final boolean EVERYTHING = Boolean.getBoolean("livc.drills");

    private static final int SOME = 2;

    /** What a call sends along, so that it is not refused for what it lacks before anybody looks at the id. */
    private static final Map<String, String> SENT = Map.of(
            "validTo", TODAY.toString(),
            "until", TODAY.plusYears(1).toString(),
            "reviewDate", TODAY.plusDays(7).toString(),
            "review", TODAY.plusDays(7).toString(),
            "code", "OTHER",
            "decision", "ERASE",
            "comes", "true",
            "recipient", UUID.randomUUID().toString(),
            "colleague", UUID.randomUUID().toString(),
            "dossier", "LR-2026-0001");

    private final Map<String, Browser> browsers = new HashMap<>();
    private final Map<String, CellId> cells = new HashMap<>();
    private final Set<String> different = new TreeSet<>();
    private List<EveryRoute> routes = List.of();

    @BeforeEach
    void list_the_routes() {
        routes = EveryRoute.of(bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    }

    @AfterEach
    void nothing_was_different() {
        assertThat(different).isEmpty();
    }

    @Test
    void of_every_route_it_is_known_what_it_names() {
        assertThat(routes)
                .as("EveryRoute says of each address with a variable what the variable names")
                .allMatch(route -> route.isWithoutObject() || route.object().isPresent());
        assertThat(routes).hasSizeGreaterThan(200);
    }

    @Test
    void what_is_in_another_cell_looks_like_nothing_on_every_route_to_everybody() {
        List<CellObject> elsewhere = new ArrayList<>(oneOfEachInACellOfNobody());
        assertThat(elsewhere.stream().map(CellObject::kind).collect(Collectors.toSet()))
                .as("of every kind that a route names there is one to ask for")
                .containsAll(routes.stream()
                        .flatMap(route -> route.object().stream())
                        .filter(kind -> !ONLY_IN_THE_DEMO.contains(kind))
                        .collect(Collectors.toSet()));

        everybody().forEach(who -> looksLikeNothing(who, elsewhere, routes));
    }

    @Test
    void what_is_in_another_cell_of_the_demo_looks_like_nothing_to_everybody() {
        Map<CellId, List<CellObject>> all = new LinkedHashMap<>();
        COORDINATORS.forEach(who -> all.put(cellOf(who), everythingOf(who)));

        everybody().forEach(who -> {
            Set<String> own = all.getOrDefault(cellOf(who), List.of()).stream()
                    .map(CellObject::id)
                    .collect(Collectors.toSet());
            List<CellObject> elsewhere = all.values().stream()
                    .flatMap(one -> some(one).stream())
                    .filter(one -> !own.contains(one.id()))
                    .toList();
            looksLikeNothing(who, elsewhere, mainRoutes());
            looksLikeNothing(
                    who,
                    oneOfEach(elsewhere.stream()
                            .filter(one -> ONLY_IN_THE_DEMO.contains(one.kind()))
                            .toList()),
                    routes);
        });
    }

    @Test
    void what_was_not_disclosed_looks_like_nothing_on_every_route_to_the_others_of_the_cell() {
        for (String suffix : EVERYTHING ? List.of("", "2") : List.of("")) {
            List<CellObject> all = everythingOf("coordinator" + suffix);
            for (String name : OF_A_TOWN) {
                String who = name + suffix;
                List<CellObject> hidden = hiddenFrom(who, all);
                List<EveryRoute> told =
                        routes.stream().filter(route -> !actsUnseen(who, route)).toList();
                looksLikeNothing(who, oneOfEach(hidden), told);
                looksLikeNothing(who, some(hidden), mainRoutes());
            }
        }
    }

    private static Stream<String> everybody() {
        return Stream.concat(
                (EVERYTHING ? Stream.of("", "2") : Stream.of(""))
                        .flatMap(suffix -> Stream.concat(OF_A_TOWN.stream(), OF_A_PRISON.stream())
                                .map(name -> name + suffix)),
                Stream.of("vvsg", "vlaanderen"));
    }

    /** The routes that show an object by itself. */
    private List<EveryRoute> mainRoutes() {
        return routes.stream()
                .filter(route -> route.method().equals("GET") && route.path().matches(".+/\\{[a-zA-Z]+}"))
                .toList();
    }

    private static List<CellObject> some(List<CellObject> all) {
        Map<String, Integer> had = new HashMap<>();
        return all.stream()
                .filter(one -> had.merge(one.kind(), 1, Integer::sum) <= SOME || EVERYTHING)
                .toList();
    }

    private static List<CellObject> oneOfEach(List<CellObject> all) {
        Map<String, CellObject> first = new LinkedHashMap<>();
        all.forEach(one -> first.putIfAbsent(one.kind(), one));
        return List.copyOf(first.values());
    }

    /** One thing of each kind in a cell in which nobody of the demo is, and one at the desk. */
    private List<CellObject> oneOfEachInACellOfNobody() {
        String caseId = aCaseWithAPlan();
        anOpenConsultation(aListedCase(), ocmw);
        aSignalFiled();
        made(api(coordinator).upload("/cases/" + caseId + "/documents", "nota.txt", "Nota".getBytes(UTF_8)));
        made(api(officer)
                .post(
                        "/embargoes",
                        Map.of(
                                "type",
                                "CASE",
                                "object",
                                aListedCase(),
                                "reference",
                                "BG.35.1/2026",
                                "reviewDate",
                                TODAY.plusDays(7).toString())));
        cell.transact(
                () -> bean(JdbcTemplate.class)
                        .update(
                                "insert into reminder (cell_id, id, mandate_id, kind, measure_id, case_id, due, made_at)"
                                        + " select cell_id, gen_random_uuid(), owner_id, 'DUE_SOON', id, case_id, due, now() from measure"));
        browser(dpo, "/avg-verzoeken")
                .post("/avg-verzoeken", "kind", "ACCESS", "receivedOn", TODAY.toString(), "requester", "Per brief");
        browser(coordinator, "/draaiboek/bestand")
                .post(
                        "/draaiboek/eigen",
                        "kind",
                        "MODEL",
                        "language",
                        "nl",
                        "title",
                        "Afspraken van de cel",
                        "body",
                        "We vergaderen om de zes weken.");
        List<CellObject> all = new ArrayList<>(oneOfEach(everythingOf(coordinator)));
        all.add(asked(browser(coordinator, "/helpdesk/vraag")
                .post("/helpdesk/vraag", "topic", "LEGAL_BASIS", "text", "Hoe verlengen we een toestemming?")));
        browser("vvsg", "/actieplan/nieuw")
                .post(
                        "/actieplan/nieuw",
                        "objective",
                        "Werking",
                        "action",
                        "Vorming",
                        "coordinator",
                        "VVSG",
                        "status",
                        "RUNNING",
                        "affairs",
                        "Begonnen");
        all.addAll(objects().of(cellOf("vvsg")).stream()
                .filter(one -> one.kind().equals("action"))
                .limit(1)
                .toList());
        all.add(new CellObject("coaching", cell.id().toString(), Optional.empty(), Map.of()));
        return all;
    }

    private Browser browser(String who, String page) {
        Browser opened = browser(who);
        opened.get(page);
        return opened;
    }

    private static CellObject asked(Answer made) {
        String at = made.location();
        return new CellObject("question", at.substring(at.lastIndexOf('/') + 1), Optional.empty(), Map.of());
    }

    private CellObjects objects() {
        return new CellObjects(bean(JdbcTemplate.class), bean(TransactionTemplate.class));
    }

    private List<CellObject> everythingOf(String coordinating) {
        List<CellObject> all = new ArrayList<>(objects().of(cellOf(coordinating)));
        for (JsonNode task : listed(coordinating, "/tasks")) {
            all.add(new CellObject("task", task.get("id").asString(), Optional.empty(), Map.of()));
        }
        return all;
    }

    /** What of a cell somebody in it may not know of: by the lists that they see, with what is of those cases. */
    private List<CellObject> hiddenFrom(String who, List<CellObject> all) {
        Set<String> seen = Stream.of("/signals", "/cases", "/consultations", "/tasks")
                .flatMap(list -> listed(who, list).stream())
                .map(one -> one.get("id").asString())
                .collect(Collectors.toSet());
        Set<String> cases = all.stream()
                .filter(one -> seen.contains(one.id()))
                .flatMap(one -> one.caseId().stream())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> OF_CASES.contains(one.kind()))
                .filter(one -> !seen.contains(one.id()) && one.caseId().stream().noneMatch(cases::contains))
                .toList();
    }

    private List<JsonNode> listed(String who, String list) {
        Answer answer = api(who).get(list + "?limit=200");
        List<JsonNode> items = new ArrayList<>();
        if (answer.status() == 200) {
            answer.json().get("items").forEach(items::add);
        }
        return items;
    }

    private void looksLikeNothing(String who, List<CellObject> hidden, List<EveryRoute> asked) {
        for (EveryRoute route : asked) {
            List<CellObject> concerned = hidden.stream()
                    .filter(one -> route.object().filter(one.kind()::equals).isPresent())
                    .filter(one -> !(role(who).equals("vvsg") && OF_THE_DESK.contains(one.kind())))
                    .toList();
            if (concerned.isEmpty()) {
                continue;
            }
            long before = denialsOf(who, cellOf(who));
            Answer nothing = ask(who, route, route.at(UUID.randomUUID().toString(), filled(Map.of())));
            for (CellObject one : concerned) {
                Answer answer = ask(who, route, route.at(one.id(), filled(one.within())));
                if (answer.status() != 404 || !Arrays.equals(answer.bytes(), nothing.bytes())) {
                    different.add(
                            route + ": " + role(who) + " " + answer.status() + ", an absent one " + nothing.status());
                }
            }
            long denied = denialsOf(who, cellOf(who)) - before;
            if (denied != concerned.size() + 1) {
                different.add(route + ": " + role(who) + " has " + denied + " denials of " + (concerned.size() + 1));
            }
        }
    }

    private static boolean actsUnseen(String who, EveryRoute route) {
        return Set.of("burgemeester", "dpo").contains(role(who))
                && ACTS_UNSEEN.stream().anyMatch(route.path()::endsWith);
    }

    private static Map<String, String> filled(Map<String, String> within) {
        Map<String, String> all = new HashMap<>(Map.of("n", "1"));
        Stream.of("measure", "mandateId", "document", "piece", "sheet")
                .forEach(variable -> all.put(variable, UUID.randomUUID().toString()));
        all.putAll(within);
        return all;
    }

    private static String role(String who) {
        return who.replaceFirst("2$", "");
    }

    private Answer ask(String who, EveryRoute route, String address) {
        if (route.isCall()) {
            String path = address.substring("/api/v1".length());
            return switch (route.method()) {
                case "GET" -> api(who).get(path);
                case "PUT" -> api(who).put(path, SENT);
                case "DELETE" -> api(who).delete(path);
                default ->
                    path.endsWith("/documents")
                            ? api(who).upload(path, "nota.txt", new byte[] {65})
                            : api(who).post(path, SENT);
            };
        }
        Browser browser = browsers.computeIfAbsent(who, name -> browser(name, "/profiel"));
        if (route.method().equals("GET")) {
            return browser.get(address);
        }
        if (!route.path().endsWith("/document")) {
            return browser.post(address, fields());
        }
        byte[] file = "%PDF-1.7".getBytes(UTF_8);
        String field = route.path().startsWith("/beheer") ? "document" : "file";
        return browser.uploadAs(field, address, "nota.pdf", file);
    }

    private static String[] fields() {
        return SENT.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private CellId cellOf(String who) {
        return cells.computeIfAbsent(
                who,
                name -> new CellId(
                        UUID.fromString(api(name).get("/me").json().at("/cell").asString())));
    }
}

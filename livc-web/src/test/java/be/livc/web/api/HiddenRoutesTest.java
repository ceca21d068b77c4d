package be.livc.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CellId;
import be.livc.web.Answer;
import be.livc.web.api.CellObjects.CellObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Every page and every call of the program, asked for by everybody of the demo with the ids of what they may not know of:
 * the answer is that of an id that nothing has, to the byte, and each denial stands in the ledger.
 */
class HiddenRoutesTest extends AskingEveryRoute {

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

    /** What somebody in a cell does not know of unless it was disclosed to them. */
    private static final Set<String> OF_CASES = Set.of("signal", "case", "consultation", "task", "document");

    /** What takes two cells to come about; of these the demo's are asked for. */
    private static final Set<String> ONLY_IN_THE_DEMO = Set.of("transfer");

    /** All objects and all people of the demo, and not some of each; takes minutes. */
    private static final boolean EVERYTHING = Boolean.getBoolean("livc.drills");

    private static final int SOME = 2;

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

        everybody().forEach(who -> assertThat(looksLikeNothing(who, elsewhere, routes))
                .as("what " + who + " may not know of was asked for")
                .isGreaterThan(100));
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
            assertThat(looksLikeNothing(who, elsewhere, mainRoutes()))
                    .as("what " + who + " may not know of was asked for")
                    .isPositive();
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
                int asked = looksLikeNothing(who, oneOfEach(hidden), told);
                looksLikeNothing(who, some(hidden), mainRoutes());
                if (!name.equals("coordinator")) {
                    assertThat(asked)
                            .as("what " + who + " may not know of was asked for")
                            .isPositive();
                }
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

    private static boolean actsUnseen(String who, EveryRoute route) {
        return Set.of("burgemeester", "dpo").contains(role(who))
                && ACTS_UNSEEN.stream().anyMatch(route.path()::endsWith);
    }
}

package be.livc.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.api.CellObjects.CellObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * How every route is asked for something: what is hidden answers as what is not there, to the byte, and with a denial. Of all
 * that does not, a test tells at its end.
 */
abstract class AskingEveryRoute extends CallsTest {

    /** What is the desk's own, and what it sees of cells. */
    private static final Set<String> OF_THE_DESK = Set.of("question", "action", "coaching");

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
    private final Map<String, UUID> users = new HashMap<>();
    private final Set<String> different = new TreeSet<>();
    List<EveryRoute> routes = List.of();

    @BeforeEach
    void list_the_routes() {
        routes = EveryRoute.of(bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    }

    @AfterEach
    void nothing_was_different() {
        assertThat(different).isEmpty();
    }

    /** Asks for each of these by each of these addresses, and for one that is not there beside it. */
    int looksLikeNothing(String who, List<CellObject> hidden, List<EveryRoute> asked) {
        int compared = 0;
        Told told = toldOf(who, 0);
        for (EveryRoute route : asked) {
            List<CellObject> concerned = hidden.stream()
                    .filter(one -> route.object().filter(one.kind()::equals).isPresent())
                    .filter(one -> !(role(who).equals("vvsg") && OF_THE_DESK.contains(one.kind())))
                    .toList();
            if (concerned.isEmpty()) {
                continue;
            }
            Answer nothing = ask(who, route, route.at(UUID.randomUUID().toString(), filled(Map.of())));
            for (CellObject one : concerned) {
                Answer answer = ask(who, route, route.at(one.id(), filled(one.within())));
                if (answer.status() != 404 || !Arrays.equals(answer.bytes(), nothing.bytes())) {
                    different.add(
                            route + ": " + role(who) + " " + answer.status() + ", an absent one " + nothing.status());
                }
            }
            told = toldOf(who, told.last());
            if (told.denials() != concerned.size() + 1) {
                different.add(
                        route + ": " + role(who) + " has " + told.denials() + " denials of " + (concerned.size() + 1));
            }
            compared += concerned.size();
        }
        return compared;
    }

    /** How far the ledger goes, and how many denials of somebody are in what was new of it. */
    private record Told(long last, long denials) {}

    /** Of the ledger of somebody's cell after this entry: counting all of it after every route would take longer than asking. */
    private Told toldOf(String who, long after) {
        UUID user = users.computeIfAbsent(
                who,
                name -> bean(Accounts.class).byUsername(name).orElseThrow().id().value());
        return CurrentCell.in(cellOf(who), () -> bean(TransactionTemplate.class).execute(tx -> bean(JdbcTemplate.class)
                .queryForObject(
                        "select coalesce(max(seq), ?), count(*) filter (where action = 'deny' and actor_user = ?)"
                                + " from ledger_entry where seq > ?",
                        (row, n) -> new Told(row.getLong(1), row.getLong(2)),
                        after,
                        user,
                        after)));
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

    private static Map<String, String> filled(Map<String, String> within) {
        Map<String, String> all = new HashMap<>(Map.of("n", "1"));
        Stream.of("measure", "mandateId", "document", "piece", "sheet")
                .forEach(variable -> all.put(variable, UUID.randomUUID().toString()));
        all.putAll(within);
        return all;
    }

    private static String[] fields() {
        return SENT.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    Browser browser(String who, String page) {
        Browser opened = browser(who);
        opened.get(page);
        return opened;
    }

    static String role(String who) {
        return who.replaceFirst("2$", "");
    }

    CellId cellOf(String who) {
        return cells.computeIfAbsent(
                who,
                name -> new CellId(
                        UUID.fromString(api(name).get("/me").json().at("/cell").asString())));
    }
}

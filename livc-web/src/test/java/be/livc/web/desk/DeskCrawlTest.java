package be.livc.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.Subject;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandates;
import be.livc.platform.RequestSource;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import be.livc.workflow.livcr.SignalFlow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desk follows every link and makes every call it can: of what the cells wrote it receives nothing. The number of canaries
 * is set with {@code -Dlivc.canaries}, 5,000 in the full drill.
 */
class DeskCrawlTest extends WebTest {

    private static final int CANARIES = Integer.getInteger("livc.canaries", 200);
    private static final int PER_SIGNAL = 5;
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");
    private static final Pattern CANARY = Pattern.compile("kanarie[0-9]+x");
    private static final int MOST_PAGES = 300;

    private final List<UUID> ids = new ArrayList<>();

    @Test
    void the_desk_receives_none_of_what_the_cells_wrote() {
        seed();
        Set<String> pages = crawl();
        int calls = call();

        System.out.println("crawl of the desk: " + CANARIES + " canaries, " + pages.size() + " pages, " + calls
                + " calls, none received");
        assertThat(pages).contains("/helpdesk", "/draaiboek", "/statistieken", "/audit");
        assertThat(calls).isGreaterThan(20);
    }

    private void seed() {
        ACell cell = cell();
        String clb = person(cell, Capacity.MEMBER);
        Actor actor = bean(Mandates.class)
                .actor(bean(Accounts.class).byUsername(clb).orElseThrow().id(), cell.id(), RequestSource.PROGRAM)
                .orElseThrow();
        for (int n = 0; n < CANARIES; n += PER_SIGNAL) {
            FileSignal signal = new FileSignal(
                    new Subject("kanarie" + n + "x", "kanarie" + (n + 1) + "x", Optional.empty(), List.of()),
                    "PARTNER",
                    List.of(new FileSignal.Fact(
                            LocalDate.now(ZoneOffset.UTC).minusDays(1),
                            "FACT",
                            "kanarie" + (n + 2) + "x",
                            "kanarie" + (n + 3) + "x")),
                    "NORMAL",
                    false,
                    Optional.of("kanarie" + (n + 4) + "x"),
                    false,
                    Optional.empty());
            Filed filed = cell.in(() -> bean(SignalFlow.class).file(actor, signal));
            ids.add(filed.caseId().value());
            ids.add(filed.id().value());
        }
    }

    /** Breadth first from the home page; forms are not sent, but their addresses are asked. */
    private Set<String> crawl() {
        Browser desk = browser("vvsg");
        Deque<String> next = new ArrayDeque<>(List.of(
                "/",
                "/taken",
                "/dossiers",
                "/aanmeldingen",
                "/overleg",
                "/opvolging",
                "/bewaring",
                "/zoeken",
                "/beheer"));
        ids.stream().limit(20).forEach(id -> {
            next.add("/dossiers/" + id);
            next.add("/dossiers/" + id + "/plan");
            next.add("/aanmeldingen/" + id);
            next.add("/helpdesk/vragen/" + id);
        });
        Set<String> seen = new HashSet<>(next);
        int asked = 0;
        while (!next.isEmpty() && asked++ < MOST_PAGES) {
            String path = next.poll();
            Answer answer = desk.get(path);
            assertClean(path, answer);
            if (answer.status() >= 300 && answer.status() < 400) {
                add(answer.location(), seen, next);
            }
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                add(link.group(1).replace("&amp;", "&"), seen, next);
            }
        }
        return seen;
    }

    private static void add(String path, Set<String> seen, Deque<String> next) {
        if (!path.startsWith("/assets") && !path.startsWith("/afmelden") && seen.add(path)) {
            next.add(path);
        }
    }

    /** Every reading call of the contract, with the ids of real cases. */
    private int call() {
        JsonNode paths =
                new JsonMapper().readTree(browser().get("/v3/api-docs").bytes()).get("paths");
        int calls = 0;
        for (String path : paths.propertyNames()) {
            if (paths.get(path).has("get")) {
                String asked = path.replaceFirst("^/api/v1", "")
                        .replaceAll("\\{[^}]*}", ids.get(calls % ids.size()).toString());
                assertClean(path, api("vvsg").get(asked));
                calls++;
            }
        }
        return calls;
    }

    private static void assertClean(String path, Answer answer) {
        assertThat(CANARY.matcher(answer.body()).find()).as(path).isFalse();
        assertThat(answer.status()).as(path).isLessThan(500);
    }
}

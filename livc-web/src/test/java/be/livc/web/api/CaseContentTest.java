package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.platform.CellId;
import be.livc.testing.TestDatabase;
import be.livc.web.Browser;
import be.livc.web.api.CellObjects.CellObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The VVSG desk and the administrators go to every page, follow every link, ask every form and make every call, with the ids of
 * real cases: of what the cells wrote they receive nothing. The same of the role of the database, and of the search of the
 * handbook. 5,000 canaries in the drills.
 */
class CaseContentTest extends CanaryTest {

    private static final boolean EVERYTHING = Boolean.getBoolean("livc.drills");
    private static final int CANARIES = EVERYTHING ? 5_000 : 200;
    private static final int MOST_PAGES = EVERYTHING ? 5_000 : 280;

    /** Of each kind of thing so many are asked for on each address. */
    private static final int OF_EACH = EVERYTHING ? 20 : 1;

    /** What the desk writes itself; its own ledger holds its own acts, of no case. */
    private static final Set<String> OF_THE_DESK_ITSELF = Set.of(
            "helpdesk_question",
            "helpdesk_answer",
            "article",
            "article_version",
            "article_step",
            "article_feedback",
            "trend_report",
            "coaching",
            "coaching_session",
            "planned_action");

    @Test
    void desk_and_administrators_receive_nothing_of_what_a_cell_wrote() throws SQLException {
        while (made() < CANARIES) {
            walk();
        }
        List<CellObject> objects = objectsOf(cell.id());

        for (String who : EVERYTHING ? List.of("vvsg", administrator, "beheer") : List.of("vvsg", administrator)) {
            Browser browser = browser(who);
            Crawler crawler = new Crawler(browser, STEM, MOST_PAGES);
            Set<String> pages = crawler.from(addresses(objects));
            int calls = call(who, objects, crawler);
            search(browser, crawler);
            System.out.printf(
                    "crawl of %s: %d canaries, %s, %d calls, %d leaks%n",
                    who.startsWith("persoon") ? "the administrator of the cell" : who,
                    made(),
                    crawler.howFar(),
                    calls,
                    crawler.leaks().size());
            assertThat(crawler.leaks()).as(who).isEmpty();
            assertThat(pages).contains("/helpdesk", "/draaiboek", "/audit");
            assertThat(calls).as("calls of %s", who).isGreaterThan(40);
        }
        assertThat(leaksTo(coordinator)).as("what the coordinator reads").isNotEmpty();
        underTheCellOfTheDeskNothingIsThere();
        noIndexOfWordsHoldsOne();
    }

    /** That a canary is seen where one may be: without it the test would prove nothing. */
    private List<String> leaksTo(String who) {
        Crawler crawler = new Crawler(browser(who), STEM, 20);
        crawler.from(List.of("/dossiers"));
        return crawler.leaks();
    }

    private List<EveryRoute> routes() {
        return EveryRoute.of(bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    }

    private List<CellObject> objectsOf(CellId of) {
        Map<String, Integer> had = new HashMap<>();
        return new CellObjects(bean(JdbcTemplate.class), bean(TransactionTemplate.class))
                .of(of).stream()
                        .filter(one -> had.merge(one.kind(), 1, Integer::sum) <= OF_EACH)
                        .toList();
    }

    /** Every page, and every page about something with the ids of the cell. */
    private List<String> addresses(List<CellObject> objects) {
        List<String> all = new ArrayList<>(List.of("/"));
        for (EveryRoute route : routes()) {
            if (!route.isCall() && route.method().equals("GET")) {
                all.addAll(addressesOf(route, objects));
            }
        }
        return all;
    }

    private static List<String> addressesOf(EveryRoute route, List<CellObject> objects) {
        if (!route.path().contains("{")) {
            return List.of(route.path());
        }
        return objects.stream()
                .filter(one -> route.object().filter(one.kind()::equals).isPresent())
                .map(one -> route.at(one.id(), within(one)))
                .toList();
    }

    private static Map<String, String> within(CellObject one) {
        Map<String, String> all = new HashMap<>(Map.of("n", "1"));
        all.putAll(one.within());
        return all;
    }

    private int call(String who, List<CellObject> objects, Crawler crawler) {
        int calls = 0;
        for (EveryRoute route : routes()) {
            if (route.isCall() && route.method().equals("GET")) {
                for (String address : addressesOf(route, objects)) {
                    String path = address.substring("/api/v1".length());
                    crawler.look(address, api(who).get(path));
                    calls++;
                }
            }
        }
        return calls;
    }

    /** What people search by has no answer of a case: words of the canaries in the handbook, and names. */
    private static void search(Browser browser, Crawler crawler) {
        browser.get("/draaiboek");
        crawler.look("/draaiboek/zoeken", browser.post("/draaiboek/zoeken", "woorden", "zei hij"));
        crawler.look("/zoeken", browser.post("/zoeken", "term", "Zo zei hij"));
    }

    /** With the cell of the desk bound, the program's own role sees rows of the desk, and of a case none. */
    private void underTheCellOfTheDeskNothingIsThere() throws SQLException {
        CellId desk = bean(Accounts.class)
                .cellsOf(bean(Accounts.class).byUsername("vvsg").orElseThrow().id())
                .get(0);
        Set<String> withRows = new TreeSet<>();
        Set<String> tables = new TreeSet<>();
        try (Connection program = TestDatabase.asProgram()) {
            program.setAutoCommit(false);
            try (PreparedStatement bind = program.prepareStatement("select set_config('app.cell', ?, true)")) {
                bind.setString(1, desk.toString());
                bind.execute();
            }
            for (String table : tablesWithContent()) {
                tables.add(table);
                try (Statement statement = program.createStatement();
                        ResultSet rows = statement.executeQuery("select exists (select 1 from " + table
                                + (table.equals("ledger_entry") ? " where case_id is not null" : "") + ")")) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        withRows.add(table);
                    }
                }
            }
        }
        System.out.printf(
                "database role in the cell of the desk: %d tables of cases, %d with rows%n",
                tables.size(), withRows.size());
        assertThat(tables).contains("case_file", "case_item", "signal", "consultation", "document", "measure");
        assertThat(withRows).isEmpty();
    }

    /** What has a sealed column, belongs to a case, or hangs on what does. */
    private static List<String> tablesWithContent() throws SQLException {
        List<String> tables = TestDatabase.askAsSuperuser("with recursive content(oid) as ("
                + " select a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid"
                + " join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity and not a.attisdropped"
                + " and (a.attname like '%sealed' or a.attname in ('case_id', 'consultation_id', 'record_id')"
                + " or c.relname = 'consultation')"
                + " union select k.conrelid from pg_constraint k join content on k.confrelid = content.oid"
                + " where k.contype = 'f')"
                + " select distinct relname from content join pg_class using (oid) order by 1");
        tables.removeAll(OF_THE_DESK_ITSELF);
        return tables;
    }

    /** Full-text search is there for the handbook only, and none of its words is one that a cell wrote in a case. */
    private static void noIndexOfWordsHoldsOne() throws SQLException {
        try (Connection superuser = TestDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            assertThat(
                            TestDatabase.askAsSuperuser(
                                    "select table_name || '.' || column_name"
                                            + " from information_schema.columns where table_schema = 'public' and data_type = 'tsvector'"))
                    .containsExactly("article.search");
            try (ResultSet rows = statement.executeQuery("select count(*), count(*) filter (where word like '%" + STEM
                    + "%') from ts_stat('select search from article')")) {
                rows.next();
                System.out.printf(
                        "search index of the handbook: %d words, %d canaries%n", rows.getInt(1), rows.getInt(2));
                assertThat(rows.getInt(1)).isPositive();
                assertThat(rows.getInt(2)).isZero();
            }
        }
    }
}

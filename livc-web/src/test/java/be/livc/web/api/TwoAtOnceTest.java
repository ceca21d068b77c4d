package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Api;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two people who read the same and change it at the very same moment: the table that it is written to is held until both have
 * passed every look at what they read and wait to write. One of them writes, the other is told, wherever something can be changed
 * on top of what was read.
 */
class TwoAtOnceTest extends CallsTest {

    /** A place where something is changed that two may have read, and the table that the change goes to. */
    enum Place {
        PLAN_BY_CALL("action_plan"),
        PROGRESS_BY_CALL("case_item"),
        CLOSURE_BY_CALL("case_item"),
        DECISION_TABLES_BY_CALL("threshold_version"),
        LETTER_BY_CALL("letter_template"),
        SHEET_BY_CALL("feedback_sheet"),
        PLAN_BY_FORM("action_plan"),
        DECISION_TABLES_BY_FORM("threshold_version"),
        LETTER_BY_FORM("letter_template"),
        SHEET_BY_FORM("feedback_sheet"),
        ARTICLE_BY_FORM("article"),
        COACHING_BY_FORM("coaching"),
        ACTION_BY_FORM("planned_action"),
        SUPPORT_OFFER_BY_FORM("support_offer");

        private final String table;

        Place(String table) {
            this.table = table;
        }
    }

    private static final String FIRST = "Elke dag op tijd in de les";
    private static final String SECOND = "Een leerwerkplek zoeken";

    @ParameterizedTest
    @EnumSource
    void of_two_who_write_at_the_same_moment_one_succeeds_and_one_is_told_with_both_texts(Place place)
            throws SQLException {
        List<Supplier<Answer>> writers = writers(place);

        List<Answer> answers = together(place.table, writers);

        assertThat(answers)
                .as(() -> answers.get(0).body() + answers.get(1).body())
                .extracting(Answer::status)
                .filteredOn(status -> status < 400)
                .hasSize(1);
        Answer told =
                answers.stream().filter(one -> one.status() >= 400).findFirst().orElseThrow();
        assertThat(told.status()).as(told.body()).isIn(409, 412);
        if (place.name().endsWith("_BY_CALL")) {
            assertThat(told.code()).isIn("changed-meanwhile", "wrong-phase");
        } else if (place == Place.DECISION_TABLES_BY_FORM) {
            assertThat(told.body()).contains("<p>8</p>", "<p>9</p>");
        } else {
            assertThat(told.body()).contains(FIRST, SECOND);
        }
    }

    private List<Supplier<Answer>> writers(Place place) {
        return switch (place) {
            case PLAN_BY_CALL -> onCase(caseId -> api -> api.put("/cases/" + caseId + "/plan", aPlan()));
            case PROGRESS_BY_CALL ->
                onCase(caseId -> {
                    String measure = done(api(coordinator).get("/cases/" + caseId))
                            .at("/plan/measures/0/id")
                            .asString();
                    return api -> api.post(
                            "/cases/" + caseId + "/measures/" + measure + "/progress",
                            Map.of("text", FIRST, "state", "RUNNING"));
                });
            case CLOSURE_BY_CALL ->
                onCase(caseId -> api -> api.post(
                        "/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED", "aftercare", FIRST)));
            case DECISION_TABLES_BY_CALL ->
                calls(
                        "/decision-tables",
                        api -> api.put(
                                "/decision-tables",
                                Map.of("numbers", Map.of("ANSWER_DAYS", 8), "functions", Map.of())));
            case LETTER_BY_CALL ->
                calls(
                        "/letter-templates/MINUTES",
                        api -> api.put("/letter-templates/MINUTES", Map.of("title", "Brief", "body", FIRST)));
            case SHEET_BY_CALL -> {
                String sheets = "/consultations/" + aClosedConsultation() + "/items/1/feedback-sheets";
                Supplier<Answer> writer =
                        () -> api(coordinator).post(sheets, Map.of("text", "De cel volgt op.", "after", 0));
                yield List.of(writer, writer);
            }
            case PLAN_BY_FORM -> {
                String plan = "/dossiers/" + aCaseWithAPlan() + "/plan";
                yield forms(coordinator, plan + "?wijzig=true", plan, "goals[0].goal", "save");
            }
            case DECISION_TABLES_BY_FORM -> {
                String path = "/beheer/beslistabellen";
                yield List.of(
                        form(coordinator, path, path, "values[ANSWER_DAYS]", "8", "activate"),
                        form(coordinator, path, path, "values[ANSWER_DAYS]", "9", "activate"));
            }
            case LETTER_BY_FORM ->
                forms(coordinator, "/beheer/brieven/minutes", "/beheer/brieven/minutes", "body", "save");
            case SHEET_BY_FORM -> {
                String sheet = "/overleg/" + aClosedConsultation() + "/punten/1/fiche";
                yield forms(coordinator, sheet, sheet, "text", "");
            }
            case ARTICLE_BY_FORM -> {
                String article = written("/draaiboek/nieuw", "title", "Hoe een rondvraag verloopt", "body", "Eerst.")
                        .location();
                yield forms("vvsg", article + "/wijzig", article + "/wijzig", "body", "");
            }
            case COACHING_BY_FORM -> {
                String path = "/coaching/" + cell.id();
                Browser desk = browser("vvsg");
                PageForm form = PageForm.on(desk.get(path), path).with("phase", "START");
                assertThat(desk.post(path, form.fields()).status()).isEqualTo(302);
                yield forms("vvsg", path, path, "goals", "");
            }
            case ACTION_BY_FORM -> {
                written(
                        "/actieplan/nieuw",
                        "objective",
                        "Partners bij elkaar",
                        "action",
                        "Rondvraag",
                        "coordinator",
                        "vvsg",
                        "status",
                        "RUNNING");
                String action = browser("vvsg")
                        .get("/actieplan")
                        .find("(/actieplan/[0-9a-f-]{36})\">Rondvraag")
                        .orElseThrow();
                yield forms("vvsg", action, action, "affairs", "");
            }
            case SUPPORT_OFFER_BY_FORM -> {
                String offer = written(
                                "/ondersteuning/nieuw",
                                "kind",
                                "OTHER",
                                "region",
                                "FLANDERS",
                                "name",
                                "Een aanbod",
                                "organisation",
                                "Een dienst",
                                "text",
                                "Voor iedereen",
                                "contact",
                                "www.voorbeeld.be")
                        .location();
                yield forms("vvsg", offer + "/wijzigen", offer + "/wijzigen", "text", "");
            }
        };
    }

    private String aClosedConsultation() {
        String consultation = anOpenConsultation(aListedCase(), ocmw);
        done(api(coordinator).post("/consultations/" + consultation + "/close", Map.of()));
        return consultation;
    }

    private List<Supplier<Answer>> onCase(Function<String, Function<Api, Answer>> act) {
        String caseId = aCaseWithAPlan();
        return calls("/cases/" + caseId, act.apply(caseId));
    }

    private List<Supplier<Answer>> calls(String read, Function<Api, Answer> write) {
        String tag = api(coordinator).get(read).header("ETag").orElseThrow();
        Supplier<Answer> writer = () -> write.apply(api(coordinator).with("If-Match", tag));
        return List.of(writer, writer);
    }

    private List<Supplier<Answer>> forms(String who, String page, String path, String field, String button) {
        return Stream.of(FIRST, SECOND)
                .map(text -> form(who, page, path, field, text, button))
                .toList();
    }

    private Supplier<Answer> form(String who, String page, String path, String field, String text, String button) {
        Browser browser = browser(who);
        PageForm form = PageForm.on(browser.get(page), path).with(field, text);
        if (!button.isEmpty()) {
            form.with("action", button);
        }
        return () -> browser.post(path, form.fields());
    }

    private Answer written(String path, String... fields) {
        Browser desk = browser("vvsg");
        PageForm form = PageForm.on(desk.get(path), path);
        for (int i = 0; i < fields.length; i += 2) {
            form.with(fields[i], fields[i + 1]);
        }
        Answer answer = desk.post(path, form.fields());
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return answer;
    }

    private static List<Answer> together(String table, List<Supplier<Answer>> writers) throws SQLException {
        ExecutorService people = Executors.newFixedThreadPool(writers.size());
        try (Connection holder = TestDatabase.asSuperuser();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table " + table + " in share mode");
            List<CompletableFuture<Answer>> answers = writers.stream()
                    .map(writer -> CompletableFuture.supplyAsync(writer, people))
                    .toList();
            while (waiting(statement) < writers.size() && answers.stream().noneMatch(CompletableFuture::isDone)) {
                Thread.onSpinWait();
            }
            holder.rollback();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            people.shutdown();
        }
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1);
        }
    }
}

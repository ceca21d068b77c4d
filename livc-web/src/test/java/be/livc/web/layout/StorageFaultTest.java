package be.livc.web.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.livc.cell.Capacity;
import be.livc.testing.AFullDisk;
import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.WebTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and programs are told when the disk is full or the database is away, and what becomes of what they sent. */
class StorageFaultTest extends WebTest {

    private static final String SETTINGS = "/beheer";
    private static final String PARTNERS = "/beheer/partners";
    private static final String NAME = "Centrum voor algemeen welzijnswerk";

    private String administrator;
    private Browser screen;

    @BeforeEach
    void signIn() {
        administrator = person(cell(), Capacity.ADMINISTRATOR);
        screen = browser(administrator);
        screen.get(SETTINGS);
    }

    @Test
    void on_a_full_disk_nothing_changes_and_what_was_typed_is_sent_again_from_the_page_that_says_so() throws Exception {
        String token = token(administrator);
        List<Answer> answers = AFullDisk.during(() -> List.of(
                api().as(token).post("/partners", Map.of("name", NAME, "category", "CAW")),
                screen.post(PARTNERS, "name", NAME, "category", "CAW"),
                api().as(token).get("/action-plan"),
                screen.get("/zelfscan")));
        Answer call = answers.get(0);
        Answer page = answers.get(1);

        refused(call, "storage-full");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body())
                .contains("Niet bewaard: de server heeft geen plaats meer", "Opnieuw versturen", NAME)
                .doesNotContain("could not extend file");
        assertThat(screen.get(SETTINGS).body()).doesNotContain(NAME);
        refused(answers.get(2), "storage-full");
        assertThat(answers.get(3).status())
                .as("of a denial that cannot be recorded, why not is told")
                .isEqualTo(503);

        Answer sentAgain = screen.post(PARTNERS, PageForm.on(page, PARTNERS).fields());

        assertThat(sentAgain.status()).isBetween(300, 399);
        assertThat(screen.get(SETTINGS).body()).contains(NAME);
    }

    @Test
    void while_the_database_is_away_pages_and_calls_say_so_and_go_on_when_it_is_back() throws Exception {
        String token = token(administrator);
        Browser other = browser(administrator);
        Browser desk = browser("vvsg");
        desk.get("/draaiboek");
        Answer call;
        Answer page;
        Answer form;
        Answer upload;
        TestDatabase.executeAsSuperuser(
                "alter role livc_app connection limit 0",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'livc_app'");
        try {
            CompletableFuture<Answer> calling =
                    supplyAsync(() -> api().as(token).get("/partners"));
            CompletableFuture<Answer> looking = supplyAsync(() -> other.get(SETTINGS));
            CompletableFuture<Answer> uploading = supplyAsync(
                    () -> desk.upload("/draaiboek/bestand", "artikel.txt", NAME.getBytes(UTF_8), "title", NAME));
            form = screen.post(PARTNERS, "name", NAME, "category", "CAW");
            call = calling.join();
            page = looking.join();
            upload = uploading.join();
        } finally {
            TestDatabase.executeAsSuperuser("alter role livc_app connection limit -1");
        }

        refused(call, "storage-away");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("De gegevens zijn even niet bereikbaar", "Opnieuw proberen");
        assertThat(form.status()).isEqualTo(503);
        assertThat(form.body()).contains("Of dit nog bewaard werd, is niet zeker", NAME);
        assertThat(upload.status()).isEqualTo(503);
        assertThat(upload.body())
                .as("the container reads no upload, which it would write to a file in clear")
                .doesNotContain(NAME, "Opnieuw versturen");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        screen.post(PARTNERS, PageForm.on(form, PARTNERS).fields())
                                .status())
                .isBetween(300, 399));
    }

    private static void refused(Answer call, String code) {
        assertThat(call.status()).isEqualTo(503);
        assertThat(call.header("Content-Type")).hasValue("application/problem+json");
        assertThat(call.header("Retry-After")).hasValue("30");
        assertThat(call.code()).isEqualTo(code);
    }
}

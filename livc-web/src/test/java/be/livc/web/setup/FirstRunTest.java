package be.livc.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Api;
import be.livc.web.Browser;
import be.livc.web.LivcApplication;
import be.livc.web.signin.Device;
import be.livc.web.signin.PasskeyDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The program on an empty database, without the demo; the tests follow each other as the first day does. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = LivcApplication.class,
        properties = {"livc.demo=false", "livc.cookie.secure=false"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstRunTest {

    private static final String PASSWORD = "een zin van vier woorden";
    private static final Pattern CODE = Pattern.compile("geef deze code in: ([0-9A-Z]{5}(?:-[0-9A-Z]{5}){3})\\s");

    private static String code = "";

    @SuppressWarnings("NullAway.Init")
    private static Device device;

    @SuppressWarnings("NullAway.Init")
    private static Browser administrator;

    @LocalServerPort
    private int port;

    @Autowired
    private Cells cells;

    @DynamicPropertySource
    static void emptyDatabase(DynamicPropertyRegistry registry) throws IOException, SQLException {
        TestDatabase.register(registry);
        String url;
        try (Connection superuser = TestDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("create database first_run owner livc_owner encoding 'UTF8' template template0");
            statement.execute("grant connect on database first_run to livc_app");
            url = superuser.getMetaData().getURL().replaceFirst("/livc(?=$|\\?)", "/first_run");
        }
        Path keyset = Files.createTempDirectory("livc-first-run").resolve("keyset");
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.flyway.url", () -> url);
        registry.add("livc.keyset.file", keyset::toString);
    }

    @Test
    @Order(1)
    void every_page_leads_to_the_set_up_and_calls_are_refused(CapturedOutput log) {
        Matcher printed = CODE.matcher(log.getAll());
        assertThat(printed.find()).isTrue();
        code = printed.group(1);

        for (String path : List.of("/", "/taken", "/dossiers/x", "/aanmelden")) {
            Browser browser = Browser.at(port);
            Answer answer = browser.get(path);
            if (!path.equals("/aanmelden")) {
                answer = browser.follow(answer);
            }
            assertThat(answer.location()).as(path).isEqualTo("/eerste-start");
        }
        assertThat(Api.at(port).get("/me").status()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void what_is_missing_or_weak_is_told_beside_its_field_and_the_rest_is_kept() {
        Answer empty = send(
                "code",
                "",
                "cellName",
                "",
                "municipality",
                "",
                "purpose",
                "",
                "username",
                "",
                "displayName",
                "",
                "password",
                "");
        Answer weak = send("code", code, "municipality", "Atlantis", "password", "livc-demo");
        Answer different = send("code", code, "passwordAgain", "een andere zin hier");

        assertThat(empty.status()).isEqualTo(422);
        for (String field :
                List.of("code", "cellName", "municipality", "purpose", "displayName", "username", "password")) {
            assertThat(empty.body()).contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"");
        }
        assertThat(empty.body()).contains("<title>Fout:");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body())
                .contains("id=\"municipality-error\"", "id=\"password-error\"", "value=\"Voorbeeldstad\"")
                .doesNotContain("id=\"code-error\"")
                .doesNotContain("value=\"livc-demo\"");
        assertThat(different.body()).contains("id=\"passwordAgain-error\"").doesNotContain(PASSWORD);
        assertThat(cells.all()).isEmpty();
    }

    @Test
    @Order(3)
    void without_the_code_in_the_log_nothing_is_made() {
        Answer answer = send("code", "AAAAA-AAAAA-AAAAA-AAAAA");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Dit is niet de code uit het logboek");
        assertThat(cells.all()).isEmpty();
    }

    @Test
    @Order(4)
    void the_code_makes_the_desk_a_cell_and_its_administrator() {
        Answer answer = send("code", code.toLowerCase().replace("-", " "));

        assertThat(answer.location()).isEqualTo("/aanmelden?ingesteld");
        assertThat(Browser.at(port).follow(answer).body()).contains("De cel is gemaakt.");
        assertThat(cells.all().stream().map(Cell::kind)).containsExactlyInAnyOrder(CellKind.DESK, CellKind.LIVC_R);
        Cell cell = cells.all().stream()
                .filter(one -> one.kind() == CellKind.LIVC_R)
                .findFirst()
                .orElseThrow();
        assertThat(cell.name()).isEqualTo("Voorbeeldstad");
        assertThat(cell.municipalities()).as("two towns that share it").containsExactly("44021", "44013");
        assertThat(cell.mainPurpose()).isEqualTo("PREVENT_TERRORISM");
    }

    @Test
    @Order(5)
    void outside_the_demo_nothing_is_shown_before_a_device_is_made_known() {
        Browser browser = Browser.at(port);
        browser.signIn("beheer", PASSWORD);
        Answer token = Api.at(port).post("/tokens", Map.of("username", "beheer", "password", PASSWORD));

        assertThat(browser.get("/beheer").location()).isEqualTo("/profiel/tweede-stap?naar=/beheer");
        assertThat(token.status()).isEqualTo(403);
        assertThat(token.json().get("code").asString()).isEqualTo("second-factor-to-set");
        assertThat(browser.get("/profiel/tweede-stap?naar=/beheer").body()).contains("Stel dit eerst in");
        device = known(browser);
        assertThat(browser.get("/beheer").status()).isEqualTo(200);
    }

    private static Device known(Browser browser) {
        Device made = Device.of(browser.get("/profiel/tweede-stap").body());
        Answer codes =
                browser.post("/profiel/tweede-stap", "current", PASSWORD, "code", made.before(), "naar", "/beheer");
        assertThat(codes.body()).contains("Uw herstelcodes", "href=\"/beheer\"");
        return made;
    }

    /** Makes a passkey, in place of a device that makes codes. */
    private static void withPasskey(Browser browser) {
        String page = "/profiel/toegangssleutels";
        assertThat(browser.get("/profiel/tweede-stap").body()).contains("href=\"" + page + "\"");
        browser.get(page);
        browser.post(page, "name", "Laptop", "current", PASSWORD);
        Answer codes = browser.post(page + "/nieuw", "answer", new PasskeyDevice().make(browser.get(page + "/vraag")));
        assertThat(codes.body()).contains("Uw herstelcodes", "href=\"/\"");
    }

    @Test
    @Order(6)
    void the_administrator_signs_in_and_the_page_of_the_first_run_is_gone() {
        Answer token =
                Api.at(port).post("/tokens", Map.of("username", "beheer", "password", PASSWORD, "otp", device.now()));
        Browser browser = Browser.at(port);
        browser.follow(browser.signIn("beheer", PASSWORD));
        Answer answer = browser.post("/aanmelden/code", "code", device.next());

        assertThat(browser.follow(answer).location()).isEqualTo("/beheer");
        administrator = browser;
        assertThat(token.json().get("roles").get(0).asString()).isEqualTo(Capacity.ADMINISTRATOR.name());
        assertThat(Browser.at(port).get("/eerste-start").status()).isEqualTo(404);
        assertThat(browser.get("/eerste-start").bytes())
                .isEqualTo(browser.get("/nergens").bytes());
        browser.get("/beheer");
        assertThat(browser.post("/eerste-start", "code", code).status()).isEqualTo(404);
    }

    @Test
    @Order(7)
    void the_administrator_makes_a_shared_cell_and_lets_the_desk_in_and_both_choose_their_own_password() {
        Browser browser = administrator;
        assertThat(browser.get("/beheer/cellen").body()).contains("VVSG", "nog niemand");
        String[] shared = {
            "kind", "LIVC_R",
            "name", "Twee gemeenten",
            "municipalities", "Brugge (31005)\nDamme",
            "purpose", "PREVENT_TERRORISM",
            "displayName", "Cas Cel",
            "username", "cas",
            "password", "drie groene regenjassen"
        };
        String[] unknown = shared.clone();
        unknown[5] = "Brugge\nAtlantis";
        Answer refused = browser.post("/beheer/cellen", unknown);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#municipalities\"", "Atlantis")
                .doesNotContain("regenjassen");
        browser.get("/beheer/cellen");

        assertThat(browser.post("/beheer/cellen", shared).location()).isEqualTo("/beheer/cellen");
        assertThat(browser.get("/beheer/cellen").body()).contains("href=\"/beheer/cellen/beheerder\"");
        String desk = browser.get("/beheer/cellen/beheerder")
                .find("<option value=\"([0-9a-f-]{36})\">VVSG")
                .orElseThrow();
        assertThat(browser.post(
                                "/beheer/cellen/beheerder",
                                "cell",
                                desk,
                                "displayName",
                                "Dina Desk",
                                "username",
                                "dina",
                                "password",
                                "drie groene regenjassen")
                        .location())
                .isEqualTo("/beheer/cellen");

        assertThat(browser.get("/beheer/cellen").body()).doesNotContain("nog niemand", "/beheer/cellen/beheerder");
        assertThat(cells.all().stream()
                        .filter(cell -> cell.name().equals("Twee gemeenten"))
                        .findFirst()
                        .orElseThrow()
                        .municipalities())
                .containsExactly("31005", "31006");
        assertThat(browser.post(
                                "/beheer/cellen/beheerder",
                                "cell",
                                desk,
                                "displayName",
                                "Nog Iemand",
                                "username",
                                "nog",
                                "password",
                                "drie groene regenjassen")
                        .status())
                .as("from now on the desk gives its own mandates")
                .isEqualTo(422);
        for (String first : List.of("cas", "dina")) {
            Browser theirs = Browser.at(port);
            assertThat(theirs.signIn(first, "drie groene regenjassen").status()).isEqualTo(302);
            assertThat(theirs.get("/beheer").location()).startsWith("/profiel/wachtwoord");
            theirs.get("/profiel/wachtwoord");
            theirs.post(
                    "/profiel/wachtwoord", "current", "drie groene regenjassen", "chosen", PASSWORD, "again", PASSWORD);
            if (first.equals("cas")) {
                known(theirs);
            } else {
                withPasskey(theirs);
            }
            assertThat(theirs.get("/beheer").body().contains("<option value=\"DESK\">"))
                    .as("only the desk has consultants: " + first)
                    .isEqualTo(first.equals("dina"));
            assertThat(theirs.get("/beheer").body().contains("<option value=\"MAYOR\">"))
                    .as("and nobody who takes part in consultations: " + first)
                    .isEqualTo(first.equals("cas"));
        }
    }

    /** The form filled in well, but for these fields. */
    private Answer send(String... other) {
        List<String> fields = new ArrayList<>(Arrays.asList(other));
        String[] good = {
            "cellName", "Voorbeeldstad",
            "municipality", "Gent (44021); Destelbergen",
            "purpose", "PREVENT_TERRORISM",
            "displayName", "Bea Beheer",
            "username", "beheer",
            "password", PASSWORD,
            "passwordAgain", PASSWORD
        };
        for (int at = 0; at < good.length; at += 2) {
            if (!fields.contains(good[at])) {
                fields.addAll(List.of(good[at], good[at + 1]));
            }
        }
        Browser browser = Browser.at(port);
        assertThat(browser.get("/eerste-start").status()).isEqualTo(200);
        return browser.post("/eerste-start", fields.toArray(String[]::new));
    }
}

package be.livc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four people before their own screens go through an agenda of three items together (scenarios 4 and 5). */
@ExtendWith(Stage.Setter.class)
class LiveTest {

    private static final String SAID_AT_1 = "sleutelbosgeluid";
    private static final String SAID_AT_2 = "regenpijpvondst";
    private static final String DECIDED_AT_2 = "tuinhekbesluit";
    private static final String SAID_AT_3 = "windwijzergesprek";
    private static final String SAID_OFFLINE = "kaarsvetverhaal";

    /** One of the four, with the wire to their browser tapped. */
    private record Seated(String username, Wiretap wire, BrowserContext session, Page page) implements AutoCloseable {

        static Seated signIn(Stage stage, String username) {
            Wiretap wire = Wiretap.before(stage.program().address());
            BrowserContext session = stage.newSession(wire.address());
            Page page = session.newPage();
            page.navigate("/aanmelden");
            page.getByLabel("Gebruikersnaam").fill(username);
            page.getByLabel("Wachtwoord").first().fill("livc-demo");
            page.locator("main")
                    .getByRole(AriaRole.BUTTON, named("Aanmelden"))
                    .last()
                    .click();
            page.waitForURL(address -> !address.contains("/aanmelden"));
            return new Seated(username, wire, session, page);
        }

        private static Locator.GetByRoleOptions named(String name) {
            return new Locator.GetByRoleOptions().setName(name);
        }

        Locator state() {
            return page.locator("#stand");
        }

        void says(String text) {
            page.getByLabel("Wat wordt meegedeeld").fill("Er is een " + text + " gemeld.");
            page.locator("main").getByRole(AriaRole.BUTTON, named("Nakijken")).click();
            page.locator("main").getByRole(AriaRole.BUTTON, named("Vastleggen")).click();
            assertThat(state()).containsText(text);
        }

        void presses(String button) {
            state().getByRole(AriaRole.BUTTON, named(button)).first().click();
        }

        @Override
        public void close() {
            session.close();
            wire.close();
        }
    }

    @Test
    void each_browser_receives_only_the_items_its_person_is_present_at(Stage stage) {
        Calls coordinator = Calls.of(stage, "coordinator");
        String caw = aCawWorker(stage);
        Map<String, String> mandates = mandates(coordinator);
        String consultation = anOpenConsultationOnThree(stage, coordinator, mandates);
        List<Seated> everyone = new ArrayList<>();
        for (String who : List.of("burgemeester", "io", "clb", "caw")) {
            everyone.add(Seated.signIn(stage, who));
        }
        Seated mayor = everyone.get(0);
        Seated officer = everyone.get(1);
        Seated clb = everyone.get(2);
        Seated welfare = everyone.get(3);

        try {
            everyone.forEach(one -> goTo(one, consultation, 1));
            everyone.forEach(
                    one -> assertThat(one.page().locator("[data-live-status]")).hasText("Verbonden"));
            Locator typing = officer.page().getByLabel("Wat wordt meegedeeld");
            typing.fill("De wijkagent zag niets bijzonders.");
            typing.evaluate("field => { field.focus(); field.setSelectionRange(3, 12) }");

            // As at the moment after the answer to a form of their own: the part is there and nothing listens to it
            // yet.
            welfare.page()
                    .evaluate("() => { const part = document.getElementById('stand');"
                            + " part.replaceWith(part.cloneNode(true)) }");
            clb.says(SAID_AT_1);
            long start = System.nanoTime();
            for (Seated one : everyone) {
                assertThat(one.state()).containsText(SAID_AT_1);
            }
            System.out.printf(
                    "From the speaker's own screen to the three others: %d ms%n",
                    (System.nanoTime() - start) / 1_000_000);
            assertThat(typing.evaluate("field => [document.activeElement === field, field.selectionStart,"
                            + " field.selectionEnd, field.value].join()"))
                    .isEqualTo("true,3,12,De wijkagent zag niets bijzonders.");

            List.of(mayor, officer, clb, welfare).forEach(one -> goTo(one, consultation, 2));
            clb.presses("Vertrekt");
            assertThat(clb.state()).containsText("U verliet dit punt");
            assertThat(clb.page().getByLabel("Wat wordt meegedeeld")).isHidden();
            assertThat(officer.state()).containsText("vertrok om");
            officer.says(SAID_AT_2);
            assertThat(welfare.state()).containsText(SAID_AT_2);
            putsToVote(mayor);
            for (Seated voter : List.of(mayor, officer, welfare)) {
                assertThat(voter.state()).containsText(DECIDED_AT_2);
                voter.presses("Voor");
                assertThat(voter.state()).containsText("U stemde: voor");
            }
            assertThat(mayor.state()).containsText("3 van 4");
            assertThat(clb.page().locator("body")).not().containsText(DECIDED_AT_2);

            assertThat(welfare.page()
                            .navigate("/overleg/" + consultation + "/live?punt=3")
                            .status())
                    .isEqualTo(404);
            List.of(mayor, officer, clb).forEach(one -> goTo(one, consultation, 3));
            clb.says(SAID_AT_3);
            assertThat(officer.state()).containsText(SAID_AT_3);

            officer.session().setOffline(true);
            assertThat(officer.page().locator("[data-live-status]")).hasText("Niet verbonden");
            clb.says(SAID_OFFLINE);
            officer.session().setOffline(false);
            assertThat(officer.state()).containsText(SAID_OFFLINE);
            assertThat(officer.page().locator("[data-live-status]")).hasText("Verbonden");

            mayor.state()
                    .getByRole(AriaRole.BUTTON, Seated.named("Deelt niet"))
                    .first()
                    .press("Enter");
            assertThat(mayor.state().locator(":focus")).containsText("deelt niet");

            goTo(welfare, consultation, 1);
            assertThat(welfare.state()).containsText(SAID_AT_1);
            coordinator.post("/mandates/" + caw + "/end", Map.of());
            assertThat(welfare.state()).containsText("niet meer te zien");
            assertThat(welfare.page().locator("body")).not().containsText(SAID_AT_1);

            assertThat(clb.wire().received())
                    .contains(SAID_AT_1, SAID_AT_3, "event:changed")
                    .doesNotContain(SAID_AT_2)
                    .doesNotContain(DECIDED_AT_2);
            assertThat(welfare.wire().received())
                    .contains(SAID_AT_1, SAID_AT_2, DECIDED_AT_2)
                    .doesNotContain(SAID_AT_3)
                    .doesNotContain(SAID_OFFLINE);
            assertThat(officer.wire().received()).contains(SAID_AT_1, SAID_AT_2, SAID_AT_3, SAID_OFFLINE);
            everyone.forEach(one -> System.out.printf(
                    "%s received %d kB%n", one.username(), one.wire().received().length() / 1024));
        } finally {
            everyone.forEach(Seated::close);
        }
    }

    private static void goTo(Seated one, String consultation, int item) {
        one.page().navigate("/overleg/" + consultation + "/live?punt=" + item);
    }

    private static void putsToVote(Seated mayor) {
        mayor.page().getByLabel("Wat wordt besloten").fill("Een " + DECIDED_AT_2 + " over dit gezin.");
        mayor.page().getByLabel("Iedereen stemt op het eigen toestel").check();
        mayor.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Besluit vastleggen"))
                .click();
        assertThat(mayor.state()).containsText(DECIDED_AT_2);
    }

    /** Somebody of the CAW who signs in; the id of their mandate. */
    private static String aCawWorker(Stage stage) {
        Calls administrator = Calls.of(stage, "beheer");
        administrator.post("/users", Map.of("username", "caw", "displayName", "Jeroen Maes", "password", "livc-demo"));
        String partner = StreamSupport.stream(administrator.list("/partners").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("category").getAsString().equals("CAW"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .getAsString();
        return administrator
                .post(
                        "/mandates",
                        Map.of("user", "caw", "person", "Jeroen Maes", "partner", partner, "capacity", "MEMBER"))
                .get("id")
                .getAsString();
    }

    private static Map<String, String> mandates(Calls coordinator) {
        Map<String, String> byPerson = new LinkedHashMap<>();
        for (JsonElement one : coordinator.list("/mandates?limit=200")) {
            JsonObject mandate = one.getAsJsonObject();
            if (!mandate.get("user").isJsonNull()) {
                byPerson.put(
                        mandate.get("person").getAsString(), mandate.get("id").getAsString());
            }
        }
        return byPerson;
    }

    /** Three cases; the CLB is invited to all, the CAW to the first two. */
    private static String anOpenConsultationOnThree(Stage stage, Calls coordinator, Map<String, String> mandates) {
        List<String> bases = new ArrayList<>();
        coordinator
                .list("/legal-bases")
                .forEach(basis -> bases.add(basis.getAsJsonObject().get("id").getAsString()));
        String mayor = mandates.get("Hilde Wauters");
        String id = coordinator
                .post(
                        "/consultations",
                        Map.of("date", Story.day(0), "place", "Stadhuis", "legalBases", bases, "chair", mayor))
                .get("id")
                .getAsString();
        String path = "/consultations/" + id;
        List<String> leading = List.of(
                mayor,
                Calls.of(stage, "coordinator").mandate(),
                Calls.of(stage, "io").mandate());
        int n = 0;
        for (JsonElement one : coordinator.list("/cases?limit=200")) {
            List<String> invitees = new ArrayList<>(leading);
            invitees.add(mandates.get("Sofie Claes"));
            if (n < 2) {
                invitees.add(mandates.get("Jeroen Maes"));
            }
            if (n < 3
                    && coordinator.tries(
                            path + "/items",
                            Map.of(
                                    "caseId",
                                    one.getAsJsonObject().get("id").getAsString(),
                                    "purposeCode",
                                    "PREVENT_TERRORISM",
                                    "purpose",
                                    "bespreking",
                                    "invitees",
                                    invitees))) {
                n++;
                Calls.of(stage, "io").post(path + "/items/" + n + "/conflict-check", Map.of("outcome", "CLEAR"));
                for (String who : invitees) {
                    coordinator.put(
                            path + "/items/" + n + "/attendance/" + who,
                            Map.of("arrived", true, "statementSigned", true));
                }
            }
        }
        assertThat(n).isEqualTo(3);
        Calls.of(stage, "burgemeester").post(path + "/open", Map.of());
        return id;
    }
}

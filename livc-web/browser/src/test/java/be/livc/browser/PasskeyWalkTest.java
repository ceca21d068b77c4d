package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key of the person's own device in place of password and code, with the browser's own authenticator. */
@ExtendWith(Stage.Setter.class)
class PasskeyWalkTest {

    private static final String MAYOR = "burgemeester2";
    private static final String PASSKEYS = "/profiel/toegangssleutels";
    private static final String BY_PASSKEY = "Toegangssleutel gebruiken";

    /** The fingerprint reader of a device, on which a finger always lies. */
    private record Reader(CDPSession device, JsonObject itself) {

        static Reader of(Person person) {
            CDPSession device = person.page().context().newCDPSession(person.page());
            device.send("WebAuthn.enable");
            JsonObject itself = device.send(
                    "WebAuthn.addVirtualAuthenticator",
                    JsonParser.parseString(
                                    """
                                    {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                                     "hasUserVerification": true, "isUserVerified": true,
                                     "automaticPresenceSimulation": true}}
                                    """)
                            .getAsJsonObject());
            return new Reader(device, itself);
        }

        /** From now on it is the finger of somebody else. */
        void doesNotKnowTheFinger() {
            JsonObject unknown = itself.deepCopy();
            unknown.addProperty("isUserVerified", false);
            device.send("WebAuthn.setUserVerified", unknown);
        }
    }

    @Test
    void who_made_a_passkey_comes_in_with_it_alone_and_without_it_by_a_code_on_paper(Stage stage) {
        try (Person mayor = Person.signIn(stage, MAYOR)) {
            Reader reader = Reader.of(mayor);
            mayor.visits("/profiel")
                    .follows("Toegangssleutels")
                    .sees("U hebt nog geen toegangssleutel")
                    .writes("Naam", "Laptop stadhuis")
                    .writes("Wachtwoord van nu", "livc-demo")
                    .presses("Doorgaan")
                    .sees("U maakt de toegangssleutel “Laptop stadhuis”")
                    .presses("Toegangssleutel maken")
                    .sees("Uw herstelcodes");
            String onPaper = mayor.main().locator("code").first().innerText();
            mayor.presses("Ik heb ze bewaard").sees("Laptop stadhuis");

            mayor.page().context().clearCookies();
            mayor.visits("/overleg").sees("Wachtwoord").presses(BY_PASSKEY);
            assertThat(mayor.path()).isEqualTo("/overleg");

            mayor.visits(PASSKEYS)
                    .writes("Naam", "Nog eens")
                    .writes("Wachtwoord van nu", "livc-demo")
                    .presses("Doorgaan");
            mayor.page().getByText("Toegangssleutel maken").click();
            mayor.sees("Op dit toestel staat al een toegangssleutel van u");

            reader.doesNotKnowTheFinger();
            mayor.page().context().clearCookies();
            mayor.visits("/aanmelden");
            mayor.page().getByText(BY_PASSKEY).click();
            mayor.sees("Dat lukte niet");
            mayor.writes("Gebruikersnaam", MAYOR)
                    .writes("Wachtwoord", "livc-demo")
                    .presses("Aanmelden")
                    .sees("Nog één stap")
                    .writes("Herstelcode", onPaper)
                    .presses("Aanmelden");
            mayor.visits(PASSKEYS)
                    .follows("Laptop stadhuis")
                    .sees("Dit is uw laatste")
                    .writes("Wachtwoord van nu", "livc-demo")
                    .presses("Verwijderen")
                    .sees("U hebt nog geen toegangssleutel");
        }
        stage.inspection().assertNothingFound();
    }
}

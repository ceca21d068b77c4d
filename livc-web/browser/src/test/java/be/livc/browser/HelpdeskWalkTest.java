package be.livc.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scenario 20: a question to VVSG, held up while it names somebody, answered, written down as an article, found by another. */
@ExtendWith(Stage.Setter.class)
class HelpdeskWalkTest {

    private static final String QUESTION = "Wie mag de uitnodiging tekenen tijdens de gierzwaluwweken?";

    @Test
    void a_question_becomes_an_answer_and_an_article_and_is_found_again(Stage stage) {
        try (Person asker = Person.signIn(stage, "coordinator");
                Person desk = Person.signIn(stage, "vvsg");
                Person other = Person.signIn(stage, "clb2")) {
            asker.visits("/overleg");
            asker.goesOn(asker.page().locator(".livc-help-here a").first());
            asker.sees("Op een agenda zetten");
            asker.takes("Onderwerp", "Casusoverleg");
            asker.writes("Uw vraag", QUESTION + " Volgens Bram Verhaegen (0470 12 34 56) mag ik dat.");
            asker.presses("Versturen").sees("Er is nog niets verstuurd").sees("telefoonnummer");
            asker.writes("Uw vraag", QUESTION);
            asker.presses("Zoek eerst").sees("Misschien helpt dit");
            asker.presses("Versturen").sees("Uw vraag is verstuurd").doesNotSee("Verhaegen");

            desk.visits("/helpdesk");
            desk.goesOn(desk.main()
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("gierzwaluwweken"))
                    .first());
            desk.sees("Op een agenda zetten").sees("Voorbeeldstad");
            desk.writes("Antwoord", "De burgemeester, of de schepen die hem in de gierzwaluwweken vervangt.");
            desk.presses("Antwoord versturen").sees("Beantwoord");
            desk.follows("Artikel van maken");
            desk.writes("Titel", "Wie tekent tijdens de gierzwaluwweken?");
            desk.presses("Artikel bewaren").sees("Versie 1");
            desk.visits("/helpdesk/overzicht").sees("Casusoverleg").sees("Voorbeeldstad");
            desk.follows("Voorbeeldstad").sees("Contacten");

            other.visits("/draaiboek");
            other.writes("Zoek in het draaiboek", "schepen gierzwaluwweken");
            other.presses("Zoeken");
            other.follows("Wie tekent tijdens de gierzwaluwweken?").sees("de schepen die hem");
            other.presses("Ja").sees("Dank u");
            stage.inspection().assertNothingFound();
        }
    }
}

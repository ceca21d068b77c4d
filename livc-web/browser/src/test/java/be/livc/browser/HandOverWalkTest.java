package be.livc.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a case from the prison of Bruges to the town of return, by two coordinators who are signed in at once. */
@ExtendWith(Stage.Setter.class)
class HandOverWalkTest {

    private static final String REASON = "Hij gaat bij zijn zus in Voorbeeldstad wonen.";

    @Test
    void a_case_goes_from_bruges_to_the_town(Stage stage) {
        try (Person bruges = Person.signIn(stage, "pivc.coordinator");
                Person town = Person.signIn(stage, "coordinator")) {
            bruges.visits("/pivc").sees("Toestemming van de procureur").sees("Idriss Vanhoutte");
            bruges.goesOn(bruges.main()
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("Idriss Vanhoutte"))
                    .getByRole(AriaRole.LINK)
                    .first());
            String casePath = bruges.path().replace("/vrijlating", "");
            bruges.writes("Verwachte datum", Story.day(30));
            bruges.presses("Datum bewaren").sees("Voor vrijlating");

            bruges.follows("Overdragen aan een andere cel");
            bruges.takes("Bestemming", "Voorbeeldstad");
            bruges.answers("Waarom", "Vrijlating");
            bruges.writes("Waarom draagt u over?", REASON);
            bruges.presses("Verder").sees("Idriss Vanhoutte").sees("Wat gaat mee?");
            bruges.presses("Aanbieden").sees("Aangeboden");
            String offer = bruges.path();

            town.visits("/overdrachten").sees("Brugge (demo)");
            town.visits(offer).sees(REASON).sees("Idriss Vanhoutte").doesNotSee("Verdeelde teksten");
            town.follows("Overnemen").sees("Dit dossier overnemen?");
            town.presses("Overnemen").sees("Verdeelde teksten").sees("Op de casuslijst");

            bruges.visits(offer).sees("Overgenomen").sees(REASON);
            bruges.visits(casePath).doesNotSee("Verdeelde teksten");
            stage.inspection().assertNothingFound();
        }
    }
}

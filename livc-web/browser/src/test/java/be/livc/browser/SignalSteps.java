package be.livc.browser;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what somebody noticed to a case on the list (steps 1 to 3 of the main flow). */
final class SignalSteps {

    static final String FAMILY_NAME = "Quackelinckx";
    static final String GIVEN_NAME = "Wannesje";

    private static final Pattern CASE_NUMBER = Pattern.compile("D-\\d{4}-\\d+");

    private final Story story;
    private final Said said;

    SignalSteps(Story story) {
        this.story = story;
        this.said = story.said();
    }

    void a_clb_worker_signals_a_pupil() {
        Person clb = story.the("clb");
        clb.visits("/taken").follows("Nieuw signaal");
        clb.answers("Melder", "Partner");
        clb.writes("Familienaam", said.word(FAMILY_NAME));
        clb.writes("Voornamen", said.word(GIVEN_NAME));
        clb.writes("Geboortedatum", said.word("2010-07-13"));
        clb.writes("Ook gekend als", said.word("Kwibbelstok"));
        Locator first = clb.part("Rij 1");
        clb.writes(first, "Datum", Story.day(-3));
        clb.takes(first, "Aard", "Feit");
        clb.writes(first, "Bron", said.text("zitbankmeester", "Leerkracht (%s), zelf gezien"));
        clb.writes(
                first,
                "Wat gebeurde er?",
                said.text("vlamtekening", "Maakte in de les een %s met de datum van morgen erbij."));
        clb.answers("Dringendheid", "Dringend");
        clb.answers("Weet de betrokkene", "Nee");
        clb.writes("Waarom niet?", said.text("moederbezoek", "Eerst is een %s afgesproken."));
        clb.presses("Signaal indienen");
        clb.sees(FAMILY_NAME).sees("vlamtekening").sees("u bracht dit zelf aan");
        story.signalIsAt(clb.path().replaceFirst("[?#].*", ""));
    }

    void a_signal_that_is_not_complete_comes_back_with_all_that_was_typed() {
        Person clb = story.the("clb");
        clb.visits("/aanmeldingen/nieuw");
        clb.writes("Familienaam", said.word("Halfingevuldens"));
        clb.presses("Signaal indienen");
        clb.sees("Er is een probleem").sees("Kies hoe dringend het is");
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                        clb.main().getByLabel("Familienaam"))
                .hasValue("Halfingevuldens");
    }

    void coordinator_and_information_officer_weigh_it_each() {
        weighs("coordinator", said.text("broodtrommelgesprek", "Ernstig, na een %s met de school."));
        weighs("io", said.text("speurneuswerk", "Weerhouden: eigen %s wijst dezelfde kant op."));
        story.the("clb").visits(story.signalPath()).sees("Weerhouden").doesNotSee("broodtrommelgesprek");
    }

    private void weighs(String assessor, String reason) {
        Person person = story.the(assessor);
        person.visits(story.signalPath()).sees(FAMILY_NAME);
        person.follows("Toetsen");
        person.answers("Merkbare gedragsverandering", "Ja");
        person.answers("Uit een voornemen", "Ja");
        person.answers("Verspreidt of verzamelt", "Onbekend");
        person.answers("Wat besluit u?", "Weerhouden");
        person.writes("Motivering", reason);
        person.presses("Toetsing vastleggen");
        person.sees("Uw toetsing is vastgelegd");
    }

    void the_mayor_puts_it_on_the_case_list() {
        Person mayor = story.the("burgemeester");
        mayor.visits("/taken").sees("Beslissen over de casuslijst");
        mayor.visits(story.signalPath()).sees("speurneuswerk").follows("Beslissen");
        mayor.answers("Beslissing", "Op de casuslijst zetten");
        mayor.takes("Doel", "Terroristische misdrijven voorkomen");
        mayor.writes("Doel in eigen woorden", said.text("schoolrust", "De %s bewaren en hem helpen."));
        mayor.writes("Noodzaak", said.text("puzzelstukken", "Elke dienst heeft %s; niemand het geheel."));
        mayor.presses("Verder: nakijken");
        mayor.sees("Dit signaal op de casuslijst zetten?").sees("puzzelstukken");
        mayor.presses("Op de casuslijst zetten");
        Matcher number = CASE_NUMBER.matcher(mayor.text());
        if (!number.find()) {
            throw new AssertionError("No case number is told: " + mayor.text());
        }
        story.the("clb").visits(story.signalPath()).follows("Naar het dossier");
        story.caseIsAt(story.the("clb").path(), number.group());
    }

    /** Everyone without a part in a signal that is not a case yet. */
    void others_see_nothing_of_it() {
        for (String other : List.of("ocmw", "justitiehuis", "coordinator2", "vvsg", "beheer")) {
            Person person = story.the(other);
            int status = person.visitsAndGets(story.signalPath());
            org.assertj.core.api.Assertions.assertThat(status).as(other).isEqualTo(404);
            person.doesNotSee(FAMILY_NAME);
        }
    }
}

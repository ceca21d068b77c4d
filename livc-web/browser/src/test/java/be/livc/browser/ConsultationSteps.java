package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** From a case on the list to decisions about it (steps 4 and 5 of the main flow). */
final class ConsultationSteps {

    static final String TOLD_TO_ALL = "plakboekverhaal";
    static final String SECRET_OF_CLB = "slaapwandeling";
    static final String TOLD_AFTER_OCMW_LEFT = "brievenbusvondst";
    static final String DECISION = "wekelijks koffiegesprek";

    private final Story story;
    private final Said said;

    ConsultationSteps(Story story) {
        this.story = story;
        this.said = story.said();
    }

    void the_coordinator_plans_a_consultation_and_invites_per_item() {
        Person coordinator = story.the("coordinator");
        coordinator.visits("/overleg").follows("Overleg plannen");
        coordinator.writes("Datum", Story.day(0));
        coordinator.writes("Uur", "14:00");
        coordinator.writes("Plaats", "Stadhuis, zaal 2");
        coordinator.ticks("Wet van 30 juli 2018");
        coordinator.ticks("Decreet van 21 mei 2021");
        coordinator.takes("Voorzitter", "Hilde Wauters");
        coordinator.presses("Overleg plannen");
        story.consultationIsAt(coordinator.path());
        coordinator.follows("Dossier op de agenda zetten");
        coordinator.takes("Dossier", story.caseNumber());
        coordinator.takes("Doel", "Terroristische misdrijven voorkomen");
        coordinator.writes("Waarover het gaat", said.text("kennismakingsronde", "Een %s over deze leerling."));
        for (String invited : new String[] {"Sofie Claes", "Nadia El Amrani", "Emeka Desmedt"}) {
            coordinator.ticks(invited);
        }
        coordinator.presses("Op de agenda zetten en uitnodigen");
        coordinator.sees(story.caseNumber()).sees(SignalSteps.FAMILY_NAME);
    }

    void it_does_not_open_and_the_screen_lists_exactly_what_is_missing() {
        Person mayor = story.the("burgemeester");
        mayor.visits(story.consultationPath());
        assertThat(mayor.main()
                        .getByRole(AriaRole.BUTTON, named("Start overleg"))
                        .isDisabled())
                .isTrue();
        assertThat(mayor.main().locator("#ontbreekt li").allInnerTexts())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("conflictcheck"),
                        line -> assertThat(line).contains("burgemeester"),
                        line -> assertThat(line).contains("preventieambtenaar"),
                        line -> assertThat(line).contains("korpschef"));
    }

    void the_information_officer_checks_for_a_conflict() {
        Person officer = story.the("io");
        officer.visits(story.consultationPath()).follows("Conflictcheck doen");
        officer.answers("Wat stelde u vast?", "Geen conflict");
        officer.presses("Vastleggen");
        officer.sees("Geen conflict");
    }

    void partners_answer_their_invitation_and_everyone_signs() {
        story.the("clb").visits(story.consultationPath()).presses("Ik neem deel");
        for (String one : new String[] {"burgemeester", "coordinator", "io", "clb", "ocmw"}) {
            story.the(one)
                    .visits(story.consultationPath())
                    .follows("Verklaring lezen en tekenen")
                    .sees("artikel 458ter")
                    .presses("Ik ben aanwezig en verklaar dit");
        }
        Person coordinator = story.the("coordinator");
        coordinator.visits(story.consultationPath() + "/aanwezigheid");
        coordinator.goesOn(coordinator
                .main()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("Emeka Desmedt"))
                .locator("button[value=ARRIVES_AND_SIGNED]"));
    }

    void the_mayor_opens_it() {
        Person mayor = story.the("burgemeester");
        mayor.visits(story.consultationPath());
        assertThat(mayor.main().locator("#ontbreekt li").allInnerTexts()).isEmpty();
        mayor.presses("Start overleg").sees("Het overleg is geopend");
        story.the("clb").visits(story.consultationPath()).sees("Het overleg loopt");
    }

    void partners_tell_or_do_not_and_each_telling_names_who_hears_it() {
        tells("clb", said.text(TOLD_TO_ALL, "Hij toonde zelf zijn %s aan de leerlingbegeleider."), false);
        Person clb = story.the("clb");
        clb.visits(live());
        clb.unticks("Nadia El Amrani").unticks("Emeka Desmedt");
        confirm(clb, said.text(SECRET_OF_CLB, "Zijn moeder vertelde van zijn %s sinds de verhuizing."), true);
        story.the("justitiehuis")
                .visits(live())
                .presses("Ik deel niets over dit punt")
                .sees("deelt niet");
    }

    void who_leaves_the_room_hears_nothing_more() {
        Person coordinator = story.the("coordinator");
        coordinator.visits(live());
        Locator seat = coordinator
                .main()
                .locator(".livc-room__seat")
                .filter(new Locator.FilterOptions().setHasText("Nadia El Amrani"));
        seat.getByRole(AriaRole.BUTTON, named("Vertrekt")).click();
        PlaywrightAssertions.assertThat(seat).hasClass(Pattern.compile("is-out"));
        tells("io", said.text(TOLD_AFTER_OCMW_LEFT, "Een %s bij de buren bleek een grap."), false);
        Person ocmw = story.the("ocmw");
        ocmw.visits(live()).sees("U verliet dit punt").doesNotSee(SECRET_OF_CLB).doesNotSee(TOLD_AFTER_OCMW_LEFT);
        ocmw.visits(story.casePath()).sees(TOLD_TO_ALL).doesNotSee(TOLD_AFTER_OCMW_LEFT);
        Person house = story.the("justitiehuis");
        house.visits(live()).sees(TOLD_TO_ALL).doesNotSee(SECRET_OF_CLB).sees(TOLD_AFTER_OCMW_LEFT);
    }

    void they_decide_with_votes() {
        Person mayor = story.the("burgemeester");
        mayor.visits(live());
        mayor.writes("Wat wordt besloten", said.text(DECISION, "Het CLB houdt een %s met hem."));
        mayor.answers("Stemming", "Alle aanwezigen zijn voor");
        mayor.presses("Besluit vastleggen").sees("Het besluit is vastgelegd").sees(DECISION);
    }

    void the_chair_closes_it_and_the_minutes_differ_per_reader() {
        Person mayor = story.the("burgemeester");
        mayor.visits(live())
                .follows("Overleg sluiten")
                .presses("Overleg sluiten")
                .sees("gesloten");
        String minutes = story.consultationPath() + "/verslag";
        story.the("clb").visits(minutes).sees(TOLD_TO_ALL).sees(SECRET_OF_CLB).sees(DECISION);
        story.the("ocmw")
                .visits(minutes)
                .sees(TOLD_TO_ALL)
                .doesNotSee(SECRET_OF_CLB)
                .doesNotSee(DECISION);
    }

    private void tells(String who, String text, boolean secret) {
        Person person = story.the(who);
        person.visits(live());
        confirm(person, text, secret);
    }

    private static void confirm(Person person, String text, boolean secret) {
        person.writes("Wat wordt meegedeeld", text);
        if (secret) {
            person.ticks("Bevat een beroepsgeheim");
        }
        person.presses("Nakijken").sees("Deze mededeling vastleggen?").sees(text);
        person.presses("Vastleggen").sees("De mededeling is vastgelegd").sees(text);
    }

    private String live() {
        return story.consultationPath() + "/live";
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}

package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** From the decisions about a case to its certificate of erasure (steps 6 to 8 of the main flow). */
final class CaseSteps {

    static final String MEASURE = "tuinhuisproject";

    private final Story story;
    private final Said said;

    CaseSteps(Story story) {
        this.story = story;
        this.said = story.said();
    }

    void the_coordinator_draws_up_a_plan() {
        Person coordinator = story.the("coordinator");
        coordinator.visits(story.casePath() + "/plan");
        coordinator.takes("Levensdomein", "School");
        coordinator.writes("Doel", said.text("fluitconcert", "Weer elke dag naar de les, ook naar het %s."));
        coordinator.writes("Wat gebeurt er?", said.text(MEASURE, "Samen werken aan het %s."));
        coordinator.takes("Wie doet het?", "Nadia El Amrani");
        coordinator.writes("Tegen wanneer?", Story.day(-1));
        coordinator.writes("Herziening", Story.day(30));
        coordinator.presses("Plan bewaren").sees("Kies vandaag of een latere dag");
        coordinator.writes("Tegen wanneer?", Story.day(3));
        coordinator.presses("Plan bewaren").sees(MEASURE).doesNotSee("Te laat");
    }

    void a_measure_is_on_the_list_of_its_owner_beside_what_is_late_and_the_owner_reports() {
        Person owner = story.the("ocmw");
        owner.visits("/taken").sees(story.caseNumber()).sees("dagen te laat");
        owner.visits(story.casePath() + "/plan").sees(MEASURE).doesNotSee("fluitconcert");
        owner.unfolds("Voortgang melden");
        owner.writes("Voortgang", said.text("hamerslagen", "De eerste %s zijn gegeven."));
        owner.takes("Stand", "Klaar");
        owner.presses("Voortgang bewaren").sees("hamerslagen");
    }

    void each_participant_sees_what_was_disclosed_to_them_and_why() {
        story.the("clb")
                .visits(story.casePath())
                .sees("vlamtekening")
                .sees(ConsultationSteps.TOLD_TO_ALL)
                .sees(ConsultationSteps.SECRET_OF_CLB)
                .sees("u bracht dit zelf aan");
        story.the("ocmw")
                .visits(story.casePath())
                .sees(ConsultationSteps.TOLD_TO_ALL)
                .doesNotSee("vlamtekening")
                .doesNotSee(ConsultationSteps.SECRET_OF_CLB)
                .doesNotSee(ConsultationSteps.TOLD_AFTER_OCMW_LEFT)
                .doesNotSee(ConsultationSteps.DECISION);
        story.the("coordinator").visits(story.casePath() + "/proces").sees("Herziening");
        nobodyElseSeesTheCase();
    }

    private void nobodyElseSeesTheCase() {
        for (String other : List.of("dpo", "coordinator2", "vvsg", "beheer")) {
            Person person = story.the(other);
            assertThat(person.visitsAndGets(story.casePath())).as(other).isEqualTo(404);
            person.doesNotSee(SignalSteps.FAMILY_NAME);
        }
    }

    void the_coordinator_closes_the_case() {
        Person coordinator = story.the("coordinator");
        coordinator.visits(story.casePath() + "/afsluiten");
        coordinator.answers("Op welke grond?", "Doelen bereikt");
        coordinator.writes("Nazorg", said.text("postkaartje", "Het CLB stuurt nog een %s."));
        coordinator.presses("Nakijken").sees("Deze casus afsluiten?").sees("postkaartje");
        coordinator.presses("Ja, afsluiten").sees("Afgesloten");
    }

    void it_is_erased_by_three_people_and_a_certificate_remains() {
        String erasure = story.casePath() + "/wissing";
        story.the("coordinator")
                .visits(erasure)
                .takes("Reden", "De gegevens zijn niet meer nodig")
                .presses("Ja, voorstellen aan de burgemeester");
        story.the("burgemeester").visits(erasure).presses("Ja, wissen");
        Person officer = story.the("dpo");
        officer.visits("/bewaring").sees(story.caseNumber()).visits(erasure);
        officer.presses("Ja, sleutel vernietigen").sees("Wisverklaring").sees(story.caseNumber());
        officer.doesNotSee(SignalSteps.FAMILY_NAME);
        for (String other : List.of("clb", "ocmw", "burgemeester")) {
            assertThat(story.the(other).visitsAndGets(story.casePath()))
                    .as(other)
                    .isEqualTo(404);
        }
    }
}

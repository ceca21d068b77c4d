package be.livc.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import org.junit.jupiter.api.Test;

/** Phenomena without names: reported by cells and by the desk, read in bundles; in the browser, without script. */
class TrendScreensTest extends WebTest {

    private static final String DESK = "vvsg";

    @Test
    void a_phenomenon_is_reported_without_names_and_read_in_bundles() {
        Browser coordinator = browser(person(cell(), Capacity.COORDINATOR));
        Browser desk = browser(DESK);
        coordinator.get("/trends");

        assertThat(coordinator
                        .post("/trends", "theme", "ONLINE", "region", "LIMBURG", "text", "Jasper Wuyts deelt filmpjes")
                        .status())
                .isEqualTo(422);
        assertThat(coordinator
                        .post(
                                "/trends",
                                "theme",
                                "ONLINE",
                                "region",
                                "LIMBURG",
                                "text",
                                "Gesloten groepen delen filmpjes met fenomeenwoord9.")
                        .status())
                .isEqualTo(302);
        assertThat(desk.get("/trends?thema=ONLINE&regio=LIMBURG").body()).contains("fenomeenwoord9", "-Q");
        assertThat(desk.get("/trends?thema=SCHOOL").body()).doesNotContain("fenomeenwoord9");
        assertThat(desk.get("/trends?kwartaal=2019-Q1").body()).doesNotContain("fenomeenwoord9");
    }

    @Test
    void what_a_reference_person_tells_the_desk_is_noted_under_the_sector_and_read_by_the_government() {
        Browser desk = browser(DESK);
        Browser government = browser("vlaanderen");
        desk.get("/trends/nieuw");

        assertThat(desk.post(
                                "/trends",
                                "theme",
                                "SCHOOL",
                                "region",
                                "LIMBURG",
                                "text",
                                "Leerlingen delen kievitwoord4.")
                        .status())
                .as("whose sector is not said")
                .isEqualTo(422);
        assertThat(desk.post(
                                "/trends",
                                "sector",
                                "EDUCATION",
                                "theme",
                                "SCHOOL",
                                "region",
                                "LIMBURG",
                                "text",
                                "Leerlingen delen kievitwoord4.")
                        .status())
                .isEqualTo(302);

        assertThat(government.get("/trends?thema=SCHOOL").body())
                .contains("kievitwoord4", "referentiepersoon", "Onderwijs");
        Browser coordinator = browser(person(cell(), Capacity.COORDINATOR));
        coordinator.get("/trends");
        coordinator.post(
                "/trends",
                "sector",
                "EDUCATION",
                "theme",
                "SPORT_AND_LEISURE",
                "region",
                "BRUSSEL",
                "text",
                "Op het veld klinkt wielewaalwoord5.");
        assertThat(government
                        .get("/trends?thema=SPORT_AND_LEISURE&regio=BRUSSEL")
                        .body())
                .contains("wielewaalwoord5")
                .doesNotContain("referentiepersoon");
    }
}

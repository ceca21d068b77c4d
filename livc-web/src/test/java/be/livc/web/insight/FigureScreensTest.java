package be.livc.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.insight.Figures;
import be.livc.insight.Publication;
import be.livc.insight.Quarter;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import be.livc.web.pdf.PdfCheck;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published figures on screen, as files, as a report to the council and as REST calls. */
class FigureScreensTest extends WebTest {

    private static final Quarter LAST =
            Quarter.of(LocalDate.now(ZoneId.of("Europe/Brussels"))).before();

    @Test
    void the_desk_sees_every_cell_and_a_picture_with_each_table() {
        Answer page = browser("vvsg").get("/statistieken");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Signalen", "<svg class=\"livc-bars\"", "Per cel", "Voorbeeldstad", LAST.toString());
    }

    @Test
    void a_cell_sees_its_own_figures_beside_those_of_all_and_no_other_cell() {
        Answer page = browser("coordinator").get("/statistieken?kwartaal=" + LAST);

        assertThat(page.body()).contains("Uw cel", "Alle cellen").doesNotContain("Voorbeeldgemeente", "Per cel");
        JsonNode figures = api("coordinator").get("/figures?quarter=" + LAST).json();
        assertThat(figures).isNotEmpty();
        figures.forEach(figure -> {
            if (!figure.get("value").isNull()) {
                assertThat(figure.get("value").asInt()).matches(value -> value == 0 || value > 4);
            }
        });
        assertThat(api("coordinator").get("/figures?quarter=soon").status()).isEqualTo(422);
    }

    @Test
    void the_mayor_prints_a_report_to_the_council() {
        Answer report = browser("burgemeester").get("/statistieken/gemeenteraad?kwartaal=" + LAST);

        assertThat(report.body()).contains("Verslag aan de gemeenteraad", "Voorbeeldstad", "Uitnodigingen");
        assertThat(report.body())
                .as("no sentence announces a table that tells nothing")
                .doesNotContainPattern(":</p>\\s*(<p|</section)");
    }

    @Test
    void who_watches_over_the_whole_for_the_government_sees_all_cells_together_and_no_cell() {
        Answer page = browser("vlaanderen").get("/statistieken");

        assertThat(page.body()).contains("Alle cellen").doesNotContain("Per cel", "Voorbeeldstad", "Uw cel");
        api("vlaanderen").get("/figures?quarter=" + LAST).json().forEach(figure -> assertThat(
                        figure.get("source").asString())
                .isEqualTo("*"));
    }

    @Test
    void the_desk_alone_sees_what_it_was_asked_and_in_which_phase_the_cells_are() {
        Answer desk = browser("vvsg").get("/statistieken");

        Figures.OF_THE_DESK.forEach(indicator -> assertThat(desk.body()).contains("id=\"cijfer-" + indicator + "\""));
        assertThat(desk.body())
                .contains("Helpdesk en coaching", "Wettelijke basis", "Reactiveren", "Nog niet begeleid");
        for (String other : List.of("coordinator", "burgemeester", "vlaanderen")) {
            assertThat(browser(other).get("/statistieken").body())
                    .as(other)
                    .doesNotContain("cijfer-QUESTIONS", "cijfer-CELL_PHASES");
            api(other).get("/figures?quarter=" + LAST).json().forEach(figure -> assertThat(
                            figure.get("indicator").asString())
                    .isNotIn(Figures.OF_THE_DESK));
        }
        api("vvsg").get("/figures?quarter=" + LAST).json().forEach(figure -> {
            if (figure.get("indicator").asString().equals(Figures.QUESTIONS)
                    && !figure.get("value").isNull()) {
                assertThat(figure.get("value").asInt()).matches(value -> value == 0 || value > 4);
            }
        });
        byte[] paper =
                browser("vvsg").get("/statistieken/export.pdf?kwartaal=" + LAST).bytes();
        assertThat(PdfCheck.text(paper)).contains("Cellen naar fase", "Lopende casussen naar leeftijd");
    }

    @Test
    void every_indicator_of_the_domain_is_on_the_page_with_its_course_over_time() {
        Answer page = browser("coordinator").get("/statistieken");

        Figures.INDICATORS.forEach(indicator -> assertThat(page.body()).contains("id=\"cijfer-" + indicator + "\""));
        assertThat(page.body()).contains("Over de tijd", LAST.before().toString());
        assertThat(page.body()).doesNotContain("??", "insight.category", "insight.indicator");
    }

    @Test
    void figures_and_the_report_to_the_council_are_printed_for_the_archive_and_for_a_screen_reader() {
        byte[] figures = browser("coordinator")
                .get("/statistieken/export.pdf?kwartaal=" + LAST)
                .bytes();
        PdfCheck.isArchivableAndAccessible(figures);
        assertThat(PdfCheck.text(figures))
                .contains("Cijfers " + LAST, "Tijd tot de toetsing", "Uw cel", "Voorbeeldstad");

        byte[] report = browser("burgemeester")
                .get("/statistieken/gemeenteraad.pdf?kwartaal=" + LAST)
                .bytes();
        PdfCheck.isArchivableAndAccessible(report);
        assertThat(PdfCheck.text(report)).contains("Verslag aan de gemeenteraad", "Voorbeeldstad");
        assertThat(browser(person(cell(), Capacity.DPO))
                        .get("/statistieken/gemeenteraad.pdf?kwartaal=" + LAST)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void figures_are_taken_along_as_files() {
        Browser browser = browser("coordinator");

        Answer csv = browser.get("/statistieken/export.csv?kwartaal=" + LAST);
        assertThat(csv.body()).startsWith("\uFEFF\"Kwartaal\";").contains("\"Signalen\";\"Alle cellen\"");
        assertThat(csv.header("Content-Disposition").orElseThrow()).contains("livc-" + LAST + ".csv");
        Answer ods = browser.get("/statistieken/export.ods?kwartaal=" + LAST);
        assertThat(ods.bytes()).startsWith('P', 'K');
    }

    @Test
    void who_does_not_run_a_cell_has_no_figures_and_a_running_quarter_is_not_published() {
        Browser member = browser(person(cell(), Capacity.MEMBER));

        assertThat(member.get("/statistieken").status()).isEqualTo(403);
        assertThat(bean(Publication.class).publish(LAST)).isFalse();
    }
}

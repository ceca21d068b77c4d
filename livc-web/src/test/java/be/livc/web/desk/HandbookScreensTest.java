package be.livc.web.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.desk.Handbook;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Articles in two languages and in their versions, and those that a cell keeps for itself; in the browser, without script. */
class HandbookScreensTest extends WebTest {

    @Test
    void the_handbook_ships_in_two_languages_and_is_searched_in_both() {
        Browser browser = browser(person(cell(), Capacity.COORDINATOR));

        assertThat(browser.get("/draaiboek").body()).contains("Een plan van aanpak opstellen");
        assertThat(browser.post("/draaiboek/zoeken", "woorden", "bewaartermijnen wissen")
                        .body())
                .contains("/draaiboek/afsluiten-en-bewaren");
        assertThat(browser.post("/draaiboek/zoeken", "woorden", "concertations ouvrir")
                        .body())
                .contains("hreflang=\"fr\"");
    }

    @Test
    void what_changed_between_two_versions_is_shown_line_by_line() {
        Browser desk = browser("vvsg");
        desk.get("/draaiboek/nieuw");
        String article = desk.post(
                        "/draaiboek/nieuw",
                        "kind",
                        "HANDBOOK",
                        "language",
                        "nl",
                        "title",
                        "Hoe een kwartaaloverleg verloopt " + System.nanoTime(),
                        "body",
                        "Eerst de agenda.\nDan de rondvraag.\nTot slot het verslag.",
                        "steps",
                        "planConsultation")
                .location();
        desk.get(article + "/wijzig");
        String title = desk.get(article + "/wijzig")
                .find("id=\"title\"[^>]*value=\"([^\"]*)\"")
                .orElseThrow();
        assertThat(desk.post(
                                article + "/wijzig",
                                "kind",
                                "HANDBOOK",
                                "language",
                                "nl",
                                "title",
                                title,
                                "body",
                                "Eerst de agenda.\nDan de stemming.\nTot slot het verslag.",
                                "steps",
                                "planConsultation",
                                "version",
                                "1")
                        .status())
                .isEqualTo(302);

        Browser reader = browser(person(cell(), Capacity.MEMBER));
        assertThat(reader.get(article).body()).contains("Dan de stemming", "versies?van=1");
        assertThat(reader.get(article + "/versies?van=1&tot=2").body())
                .contains("<del>Dan de rondvraag.</del>", "<ins>Dan de stemming.</ins>", "Eerst de agenda.")
                .doesNotContain("<del>Eerst");
        assertThat(reader.get(article + "/versies?van=1&tot=9").status()).isEqualTo(404);
    }

    @Test
    void at_every_step_of_both_flows_the_handbook_says_something_in_both_languages() throws IOException {
        Set<String> steps = new TreeSet<>();
        for (String process : List.of("livc-r-case", "pivc-case")) {
            String model = new ClassPathResource("processes/" + process + ".bpmn20.xml").getContentAsString(UTF_8);
            Matcher step = Pattern.compile("<userTask id=\"([A-Za-z]+)\"").matcher(model);
            while (step.find()) {
                steps.add(step.group(1));
            }
        }

        assertThat(steps).hasSizeGreaterThan(20);
        for (Locale language : List.of(Locale.forLanguageTag("nl"), Locale.FRENCH)) {
            assertThat(steps).as(language.toString()).allMatch(step -> !bean(Handbook.class)
                    .list(language, Optional.of(step), Optional.empty(), 5)
                    .items()
                    .isEmpty());
        }
    }

    @Test
    void a_cell_reads_its_own_file_looks_at_it_and_keeps_it_for_itself() throws IOException {
        ACell cell = cell();
        Browser coordinator = browser(person(cell, Capacity.COORDINATOR));
        coordinator.get("/draaiboek/bestand");

        Answer preview = coordinator.upload("/draaiboek/bestand", "afspraken van de cel.docx", docx());

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body())
                .contains("Afspraken over de steltlopers", "we spreken om de zes weken", "nog niets bewaard");
        assertThat(coordinator.get("/draaiboek").body()).doesNotContain("steltlopers");
        String own = coordinator
                .post(
                        "/draaiboek/eigen",
                        "kind",
                        "MODEL",
                        "language",
                        "nl",
                        "title",
                        "Afspraken over de steltlopers",
                        "body",
                        "Op papier: we spreken om de zes weken.",
                        "steps",
                        "planConsultation")
                .location();
        assertThat(own).startsWith("/draaiboek/eigen/");

        Browser member = browser(person(cell, Capacity.MEMBER));
        assertThat(member.get("/draaiboek?stap=planConsultation").body()).contains(own);
        member.get("/draaiboek");
        assertThat(member.post("/draaiboek/zoeken", "woorden", "steltloper").body())
                .contains(own, "Alleen voor uw cel");
        assertThat(member.get(own).body()).contains("om de zes weken");
        assertThat(member.get("/draaiboek/bestand").status()).isEqualTo(403);

        Browser elsewhere = browser(person(cell(), Capacity.COORDINATOR));
        Browser desk = browser("vvsg");
        for (Browser other : new Browser[] {elsewhere, desk}) {
            other.get("/draaiboek");
            assertThat(other.post("/draaiboek/zoeken", "woorden", "steltloper").body())
                    .doesNotContain(own);
            assertThat(other.get(own).status()).isEqualTo(404);
            assertThat(other.get("/draaiboek").body()).doesNotContain("steltlopers");
        }
    }

    @Test
    void a_file_that_names_somebody_is_marked_at_once_and_not_kept() {
        Browser coordinator = browser(person(cell(), Capacity.COORDINATOR));
        coordinator.get("/draaiboek/bestand");
        String text = "# Lijst\n\nDe heer Verstraeten woont in de Kerkstraat 12.";

        Answer preview = coordinator.upload("/draaiboek/bestand", "lijst.md", text.getBytes(UTF_8));

        assertThat(preview.body()).contains("<mark>Verstraeten</mark>", "<mark>Kerkstraat 12</mark>");
        assertThat(coordinator
                        .post("/draaiboek/eigen", "kind", "MODEL", "language", "nl", "title", "Lijst", "body", text)
                        .status())
                .isEqualTo(422);
        assertThat(coordinator
                        .upload("/draaiboek/bestand", "x.exe", new byte[] {'M', 'Z', 0, 1})
                        .body())
                .contains("Dit soort bestand wordt niet aanvaard");
        assertThat(coordinator
                        .upload("/draaiboek/bestand", "x".repeat(300) + ".md", new byte[] {'a'})
                        .body())
                .contains("De naam van het bestand is te lang", "file-error");
    }

    private static byte[] docx() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".wordprocessingml.document.main+xml\"/></Types>");
            put(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Afspraken over de steltlopers</w:t>"
                            + "</w:r></w:p><w:p><w:r><w:t>Op papier: we spreken om de zes weken.</w:t></w:r></w:p></w:body>"
                            + "</w:document>");
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}

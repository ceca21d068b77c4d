package be.livc.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PressTest {

    private final Press press = new Press();

    @Test
    void a_paper_is_an_archive_file_that_a_screen_reader_can_read() {
        byte[] pdf = press.print(Paper.titled("Verslag O-2026-008")
                .notice(Paper.USE_RESTRICTION)
                .heading("Punt 1")
                .text("Eerste regel\nTweede regel, met ëïü en Чеченский")
                .points(List.of("een", "twee"))
                .table(List.of("Wie", "In"), List.of(List.of("An", "14:00"), List.of("Els", "14:05")))
                .done());

        PdfCheck.isArchivableAndAccessible(pdf);
        assertThat(PdfCheck.text(pdf))
                .contains("Vertrouwelijk — art. 458ter", "pagina 1 van 1", "Tweede regel, met ëïü en Чеченский");
    }

    @Test
    void every_page_says_which_it_is_and_repeats_the_heads_of_a_table_that_goes_on() {
        List<List<String>> rows = IntStream.rangeClosed(1, 120)
                .mapToObj(n -> List.of("Persoon " + n, "14:00"))
                .toList();

        byte[] pdf = press.print(Paper.titled("Aanwezigheidslijst")
                .table(List.of("Wie", "Aankomst"), rows)
                .done());

        PdfCheck.isArchivableAndAccessible(pdf);
        for (int page = 1; page <= 3; page++) {
            assertThat(PdfCheck.text(pdf, page))
                    .contains("pagina " + page + " van", "Vertrouwelijk — art. 458ter", "Aankomst");
        }
    }

    @Test
    void a_watermark_lies_across_every_page_and_the_file_stays_what_it_is() {
        byte[] pdf = press.print(Paper.titled("Terugkoppelingsfiche")
                .text("Tekst")
                .watermarked("Lokale politie · 25-11-2026 14:02 · TF-2026-001")
                .done());

        PdfCheck.isArchivableAndAccessible(pdf);
        assertThat(PdfCheck.text(pdf).replaceAll("\\s+", "")).contains("TF-2026-001");
    }

    @Test
    void text_that_looks_like_markup_stays_text() {
        byte[] pdf = press.print(Paper.titled("<b>x</b>")
                .text("<img src='http://example.invalid/x.png'/> & &lt;")
                .done());

        assertThat(PdfCheck.text(pdf)).contains("<b>x</b>", "<img src='http://example.invalid/x.png'/> & &lt;");
    }
}

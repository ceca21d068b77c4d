package be.livc.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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
    void every_page_says_of_which_paper_it_is() {
        byte[] pdf = press.print(
                Paper.titled("Verslag O-2026-008").text("Regel\n".repeat(120)).done());

        assertThat(PdfCheck.text(pdf, 2)).contains("Verslag O-2026-008");
    }

    @Test
    void a_paper_in_another_language_says_so_and_counts_its_pages_in_it() {
        byte[] french = press.print(
                Paper.titled("Preuve de la mention 8 du journal" + " d’une cellule au nom très long".repeat(4))
                        .in(Locale.FRENCH)
                        .text("Tiré du journal")
                        .done());
        byte[] english = press.print(Paper.titled("Receipt 8")
                .in(Locale.ENGLISH)
                .text("From the ledger")
                .done());
        byte[] dutch =
                press.print(Paper.titled("Bewijs 8").text("Uit het logboek").done());

        PdfCheck.isArchivableAndAccessible(french);
        assertThat(PdfCheck.text(french)).contains("page 1 sur 1").doesNotContain("pagina");
        assertThat(PdfCheck.text(english)).contains("page 1 of 1").doesNotContain("pagina");
        assertThat(List.of(french, english, dutch))
                .extracting(PdfCheck::language)
                .containsExactly("fr", "en", "nl-BE");
    }

    @Test
    void a_short_table_of_numbers_stays_on_one_page() {
        List<List<String>> rows = IntStream.rangeClosed(1, 8)
                .mapToObj(n -> List.of("Soort " + n, "5"))
                .toList();
        Paper.Writer paper = Paper.titled("Cijfers");
        IntStream.rangeClosed(1, 12).forEach(n -> paper.counts(List.of("Tabel " + n + ".", "Aantal"), rows));

        byte[] pdf = press.print(paper.done());

        PdfCheck.isArchivableAndAccessible(pdf);
        for (int page = 1; page <= 2; page++) {
            String text = PdfCheck.text(pdf, page);
            long begun = text.lines().filter(line -> line.contains("Soort 1 ")).count();
            long ended = text.lines().filter(line -> line.contains("Soort 8 ")).count();
            assertThat(begun).as("tables on page " + page).isPositive().isEqualTo(ended);
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

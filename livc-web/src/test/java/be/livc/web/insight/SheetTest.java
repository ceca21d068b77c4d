package be.livc.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Files that a spreadsheet opens without running anything. */
class SheetTest {

    private static final Sheet SHEET =
            new Sheet(List.of("Cel", "Aantal"), List.of(List.of("=HYPERLINK(\"x\")", 12), List.of("+32 <b>", 0)));

    @Test
    void a_text_that_begins_like_a_formula_is_made_harmless() {
        String csv = new String(SHEET.csv(), StandardCharsets.UTF_8);

        assertThat(csv).isEqualTo("\uFEFF\"Cel\";\"Aantal\"\r\n\"'=HYPERLINK(\"\"x\"\")\";12\r\n\"'+32 <b>\";0\r\n");
    }

    @Test
    void the_open_document_begins_with_its_type_and_holds_numbers_as_numbers() throws IOException {
        byte[] ods = SHEET.ods();

        assertThat(new String(ods, 30, 8 + Sheet.ODS.length(), StandardCharsets.US_ASCII))
                .isEqualTo("mimetype" + Sheet.ODS);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            assertThat(zip.getNextEntry()).extracting(ZipEntry::getMethod).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getNextEntry()).extracting(ZipEntry::getName).isEqualTo("content.xml");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("office:value-type=\"float\" office:value=\"12\"", "+32 &lt;b&gt;")
                    .doesNotContain("table:formula");
        }
    }
}

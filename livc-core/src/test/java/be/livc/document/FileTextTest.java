package be.livc.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** What is read out of files that people bring along, and which files are turned away. */
class FileTextTest {

    private static final String XML = "<?xml version=\"1.0\"?>";
    private static final String WORD =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>%s</w:body></w:document>";

    private final FileText files = new FileText(new NoScanner());

    private String read(String name, byte[] bytes) throws IOException {
        return files.of(name, new ByteArrayInputStream(bytes));
    }

    private void isRefused(String code, String name, byte[] bytes) {
        assertThatThrownBy(() -> read(name, bytes))
                .as(name)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::code)
                        .containsExactly(code));
    }

    @Test
    void markdown_and_plain_text_are_read_as_they_are_in_either_encoding() throws IOException {
        assertThat(read("reglement.md", "# Reglement\r\n\r\n- één\r\n- twee\r\n".getBytes(UTF_8)))
                .isEqualTo("# Reglement\n\n- één\n- twee");
        assertThat(read("oud.txt", "één afspraak".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("één afspraak");
    }

    @Test
    void of_a_word_file_headings_lists_and_paragraphs_are_read_and_deletions_are_not() throws IOException {
        byte[] file = docx(XML
                + WORD.formatted("<w:p><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr><w:r><w:t>Afspraken</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>Wij </w:t></w:r><w:r><w:t>vergaderen.</w:t></w:r><w:del><w:r><w:delText>weg"
                        + "</w:delText></w:r></w:del></w:p>" + item("agenda") + item("verslag")
                        + "<w:p><w:r><w:t>Einde &amp; groet</w:t></w:r></w:p>"));

        assertThat(read("afspraken.docx", file))
                .isEqualTo("## Afspraken\n\nWij vergaderen.\n\n- agenda\n- verslag\n\nEinde & groet");
    }

    private static String item(String text) {
        return "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    @Test
    void of_a_pdf_the_text_of_each_page_is_read() throws IOException {
        assertThat(read("model.pdf", pdf(false, "Modelbrief voor de uitnodiging", "Tweede blad")))
                .contains("Modelbrief voor de uitnodiging")
                .contains("Tweede blad");
    }

    @Test
    void what_can_be_used_against_the_reader_is_turned_away() throws IOException {
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        isRefused("document-broken", "xxe.docx", docx(XML + external + WORD.formatted(run("&e;"))));
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        isRefused("document-broken", "lol.docx", docx(XML + laughs + WORD.formatted(run("&b;"))));
        isRefused("document-bomb", "bom.docx", docx(XML + WORD.formatted("<w:p/>".repeat(8_000_000))));
        isRefused(
                "document-macro",
                "macro.docx",
                zip(
                        "[Content_Types].xml",
                        types(),
                        "word/document.xml",
                        XML + WORD.formatted(""),
                        "word/vbaProject.bin",
                        "x"));
        isRefused("document-broken", "leeg.docx", zip("[Content_Types].xml", types(), "word/other.xml", XML));
        isRefused("document-type", "pagina.txt", "<html><script>alert(1)</script></html>".getBytes(UTF_8));
        isRefused("document-type", "foto.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        isRefused("document-empty", "leeg.md", new byte[0]);
        isRefused("document-without-text", "wit.txt", " \n\n ".getBytes(UTF_8));
        isRefused(
                "document-too-large",
                "groot.txt",
                "a".repeat(FileText.LARGEST + 1).getBytes(UTF_8));
        isRefused(
                "document-too-large", "lang.txt", "lange tekst ".repeat(20_000).getBytes(UTF_8));
        isRefused("document-locked", "slot.pdf", pdf(true, "geheim"));
        isRefused("document-broken", "stuk.pdf", "%PDF-1.7\n1 0 obj << /Type /Cat".getBytes(UTF_8));
    }

    private static String run(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    @Test
    void of_more_pdfs_at_once_than_can_wait_for_a_reader_some_are_told_to_come_back() throws Exception {
        byte[] slow = pdf(false, Collections.nCopies(200, "woord ".repeat(100)).toArray(String[]::new));
        int many = 12;
        ExecutorService people = Executors.newFixedThreadPool(many);
        Set<String> told = new HashSet<>();

        try {
            List<Callable<String>> readings = Collections.nCopies(many, () -> told(slow));
            for (Future<String> reading : people.invokeAll(readings)) {
                told.add(reading.get());
            }
        } finally {
            people.shutdown();
        }

        assertThat(told).contains("read", "document-busy");
        assertThat(told(slow)).isEqualTo("read");
    }

    private String told(byte[] file) throws IOException {
        try {
            read("lang.pdf", file);
            return "read";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    @Test
    void what_the_scanner_finds_or_cannot_look_at_is_turned_away() {
        for (Scanner.Finding finding : new Scanner.Finding[] {Scanner.Finding.INFECTED, Scanner.Finding.UNKNOWN}) {
            FileText scanned = new FileText(() -> new Answering(finding));

            assertThatThrownBy(() -> scanned.of("a.txt", new ByteArrayInputStream("tekst".getBytes(UTF_8))))
                    .isInstanceOf(Refusal.class);
        }
    }

    /** A scan that always finds the same. */
    private record Answering(Scanner.Finding finding) implements Scanner.Scan {

        @Override
        public void feed(byte[] bytes, int offset, int length) {
            // whatever it is
        }

        @Override
        public Scanner.Finding finish() {
            return finding;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static String types() {
        return XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".wordprocessingml.document.main+xml\"/></Types>";
    }

    private static byte[] docx(String body) throws IOException {
        return zip("[Content_Types].xml", types(), "word/document.xml", body);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int at = 0; at < entries.length; at += 2) {
                zip.putNextEntry(new ZipEntry(entries[at]));
                zip.write(entries[at + 1].getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(boolean locked, String... pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("eigenaar", "lezer", new AccessPermission()));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}

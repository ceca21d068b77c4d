package be.livc.document;

import be.livc.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Reads the text out of a file that somebody brings along: Markdown or plain text, a Word file, a PDF. The file passes the same
 * checks as a document of a case, is in memory only while it is read, and is not kept.
 *
 * <p>Guarantees bounds: of what is read, of what is unpacked, of the memory and the time that a PDF takes.
 */
@Component
public class FileText {

    /** The largest file that is read. */
    public static final int LARGEST = 5 << 20;

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final int MOST_CHARACTERS = 200_000;

    private final Scanner scanner;

    FileText(Scanner scanner) {
        this.scanner = scanner;
    }

    /**
     * The text, with headings and lists in simple marks where the file tells them.
     *
     * @param name as the file was called; says no more than that a text is Markdown
     * @throws Refusal invalid {@code file}: {@code document-empty}, {@code document-type}, {@code document-too-large},
     *     {@code document-macro}, {@code document-bomb}, {@code document-broken}, {@code document-infected},
     *     {@code document-unscanned}, {@code document-locked}, {@code document-busy}, {@code document-without-text}
     */
    public String of(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw refused("document-too-large");
        }
        String type = FileTypes.of(Arrays.copyOf(bytes, Math.min(bytes.length, FileTypes.HEAD_BYTES)), asPlain(name));
        scan(bytes);
        String text =
                switch (type) {
                    case "text/plain" -> decoded(bytes);
                    case PDF -> PdfText.of(bytes);
                    case WORD -> word(bytes);
                    default -> throw refused("document-type");
                };
        String tidy = text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .replaceAll("[ \u00a0]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        if (tidy.isEmpty()) {
            throw refused("document-without-text");
        }
        if (tidy.length() > MOST_CHARACTERS) {
            throw refused("document-too-large");
        }
        return tidy;
    }

    private static Refusal refused(String code) {
        return Refusal.invalid("file", code);
    }

    /** Markdown is text; its ending would name another type. */
    private static String asPlain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.(md|markdown)$", ".txt");
    }

    private void scan(byte[] bytes) {
        try (Scanner.Scan scan = scanner.begin()) {
            scan.feed(bytes, 0, bytes.length);
            switch (scan.finish()) {
                case INFECTED -> throw refused("document-infected");
                case UNKNOWN -> throw refused("document-unscanned");
                case CLEAN, NONE -> {
                    // As with a document: where no scanner is set, nothing is said against it.
                }
            }
        }
    }

    private static String word(byte[] bytes) throws IOException {
        OfficeArchive.inspect(new ByteArrayInputStream(bytes), () -> bytes.length);
        return WordText.of(bytes);
    }

    /** As UTF-8, and where it is none, as Windows writes it. */
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\ufeff", "");
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}

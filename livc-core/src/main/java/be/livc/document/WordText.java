package be.livc.document;

import be.livc.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a Word file (ECMA-376): its paragraphs, headings and lists. What was deleted under revision, comments and fields are
 * left out.
 */
final class WordText {

    private static final int MOST_BYTES = 20 << 20;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private final StringBuilder text = new StringBuilder();
    private StringBuilder paragraph = new StringBuilder();
    private String mark = "";
    private boolean inText;

    private WordText() {}

    static String of(byte[] file) throws IOException {
        try (InputStream body = body(file)) {
            WordText word = new WordText();
            XMLStreamReader xml = XML.createXMLStreamReader(body);
            while (xml.hasNext()) {
                word.read(xml, xml.next());
            }
            return word.text.toString();
        } catch (XMLStreamException | ZipException broken) {
            throw Refusal.invalid("file", "document-broken");
        }
    }

    private static InputStream body(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    byte[] body = zip.readNBytes(MOST_BYTES + 1);
                    if (body.length > MOST_BYTES) {
                        throw Refusal.invalid("file", "document-bomb");
                    }
                    return new ByteArrayInputStream(body);
                }
            }
        }
        throw Refusal.invalid("file", "document-broken");
    }

    private void read(XMLStreamReader xml, int event) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            begin(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            end(xml.getLocalName());
        } else if (event == XMLStreamConstants.CHARACTERS && inText) {
            paragraph.append(xml.getText());
        }
    }

    private void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "p" -> {
                paragraph = new StringBuilder();
                mark = "";
            }
            case "pStyle" -> mark = markOf(value(xml));
            case "numPr" -> mark = mark.isEmpty() ? "- " : mark;
            case "t" -> inText = true;
            case "tab" -> paragraph.append(' ');
            case "br", "cr" -> paragraph.append(' ');
            default -> {
                // everything else is form
            }
        }
    }

    private static String value(XMLStreamReader xml) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeLocalName(at).equals("val")) {
                return xml.getAttributeValue(at);
            }
        }
        return "";
    }

    /** Heading styles are named in the language of the program that wrote them. */
    private static String markOf(String style) {
        if (style.matches("(?i)(heading|kop|titre|title|titel)\\d*")) {
            return "## ";
        }
        return style.matches("(?i)(list|lijst|liste).*") ? "- " : "";
    }

    private void end(String element) {
        if (element.equals("t")) {
            inText = false;
        } else if (element.equals("p") && !paragraph.toString().isBlank()) {
            boolean goesOn = mark.equals("- ")
                    && text.toString().endsWith("\n\n")
                    && lastLine().startsWith("- ");
            if (goesOn) {
                text.setLength(text.length() - 1);
            }
            text.append(mark).append(paragraph.toString().strip()).append("\n\n");
        }
    }

    private String lastLine() {
        int end = text.length() - 2;
        return text.substring(text.lastIndexOf("\n", end - 1) + 1, end);
    }
}

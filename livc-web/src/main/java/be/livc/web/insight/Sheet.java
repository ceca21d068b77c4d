package be.livc.web.insight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Rows to take along as a file. Numbers are numbers; a text that a spreadsheet would run as a formula is made harmless.
 *
 * @param head names of the columns
 * @param rows of {@link Integer} and {@link String}
 */
record Sheet(List<String> head, List<List<Object>> rows) {

    /** The media type of {@link #ods()}. */
    static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    /** With semicolons, as a spreadsheet in Belgium expects, and the mark that tells it the text is UTF-8. */
    byte[] csv() {
        StringBuilder csv = new StringBuilder("\uFEFF");
        line(csv, List.copyOf(head));
        rows.forEach(row -> line(csv, row));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder csv, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ";");
            Object cell = cells.get(i);
            csv.append(
                    cell instanceof Integer number
                            ? number.toString()
                            : '"' + harmless(cell.toString()).replace("\"", "\"\"") + '"');
        }
        csv.append("\r\n");
    }

    /** A leading sign that begins a formula is put behind an apostrophe (OWASP, CSV injection). */
    static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r|].*") ? "'" + text : text;
    }

    /** An OpenDocument spreadsheet with one table; texts are typed as texts, so that none can be a formula. */
    byte[] ods() {
        StringBuilder content = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\">"
                + "<office:body><office:spreadsheet><table:table table:name=\"LIVC\">");
        row(content, List.copyOf(head));
        rows.forEach(row -> row(content, row));
        content.append("</table:table></office:spreadsheet></office:body></office:document-content>");
        String manifest = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest"
                + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
                + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + ODS + "\"/>"
                + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                + "</manifest:manifest>";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            storeFirst(zip, ODS.getBytes(StandardCharsets.US_ASCII));
            put(zip, "content.xml", content.toString());
            put(zip, "META-INF/manifest.xml", manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void row(StringBuilder content, List<?> cells) {
        content.append("<table:table-row>");
        for (Object cell : cells) {
            if (cell instanceof Integer number) {
                content.append("<table:table-cell office:value-type=\"float\" office:value=\"")
                        .append(number)
                        .append("\"><text:p>")
                        .append(number)
                        .append("</text:p></table:table-cell>");
            } else {
                content.append("<table:table-cell office:value-type=\"string\"><text:p>")
                        .append(escaped(cell.toString()))
                        .append("</text:p></table:table-cell>");
            }
        }
        content.append("</table:table-row>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The type comes first and uncompressed, so that the file is known by its beginning (OpenDocument 1.3, part 2, 3.3). */
    private static void storeFirst(ZipOutputStream zip, byte[] type) throws IOException {
        CRC32 check = new CRC32();
        check.update(type);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCompressedSize(type.length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

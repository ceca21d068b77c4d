package be.livc.web.ledger;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A receipt as a page: its lines, the signed root as a QR code, and the proof itself as an embedded file. Written by hand,
 * since the proof must lie in the file byte for byte and without compression, so that the verifier finds it without knowing
 * PDF (ISO 32000-1, §7.11.4).
 */
final class ReceiptPdf {

    private static final Charset WIN_ANSI = Charset.forName("windows-1252");
    private static final int LEFT = 56;
    private static final int TOP = 780;
    private static final int LEADING = 16;
    private static final int QR_SIDE = 180;
    private static final int LONGEST_LINE = 92;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private ReceiptPdf() {}

    /**
     * The page.
     *
     * @param title its first line
     * @param lines what it says, a line each; long ones are broken
     * @param root what the QR code says
     * @param proof the embedded file
     */
    static byte[] of(String title, List<String> lines, String root, String proof) {
        return new ReceiptPdf().write(title, lines, root, proof);
    }

    private byte[] write(String title, List<String> lines, String root, String proof) {
        byte[] page = page(title, lines, root);
        byte[] file = proof.getBytes(StandardCharsets.UTF_8);
        text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        object("<< /Type /Catalog /Pages 2 0 R /Lang (nl-BE) /AF [7 0 R] /Names << /EmbeddedFiles"
                + " << /Names [(bewijs.txt) 7 0 R] >> >> /ViewerPreferences << /DisplayDocTitle true >> >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R"
                + " /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        stream("<< /Length " + page.length + " >>", page);
        object("<< /Type /Filespec /F (bewijs.txt) /UF (bewijs.txt) /AFRelationship /Data /EF << /F 8 0 R >> >>");
        stream(
                "<< /Type /EmbeddedFile /Subtype /text#2Fplain /Length " + file.length + " /Params << /Size "
                        + file.length + " >> >>",
                file);
        object("<< /Title (" + escaped(title) + ") >>");
        int xref = out.size();
        text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        text("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R /Info 9 0 R >>\nstartxref\n" + xref
                + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static byte[] page(String title, List<String> lines, String root) {
        StringBuilder page = new StringBuilder();
        page.append("BT /F2 16 Tf ")
                .append(LEFT)
                .append(' ')
                .append(TOP)
                .append(" Td (")
                .append(escaped(title))
                .append(") Tj ET\n");
        int y = TOP - 2 * LEADING;
        for (String line : lines) {
            for (String part : broken(line)) {
                page.append("BT /F1 9.5 Tf ")
                        .append(LEFT)
                        .append(' ')
                        .append(y)
                        .append(" Td (")
                        .append(escaped(part))
                        .append(") Tj ET\n");
                y -= LEADING;
            }
        }
        qr(page, root, y - QR_SIDE);
        return page.toString().getBytes(WIN_ANSI);
    }

    private static void qr(StringBuilder page, String root, int bottom) {
        BitMatrix code = matrix(root);
        double module = (double) QR_SIDE / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    page.append(String.format(
                            Locale.ROOT,
                            "%.3f %.3f %.3f %.3f re%n",
                            LEFT + column * module,
                            bottom + (code.getHeight() - 1 - row) * module,
                            module,
                            module));
                }
            }
        }
        page.append("f\n");
    }

    private static BitMatrix matrix(String root) {
        try {
            return new QRCodeWriter()
                    .encode(root, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
        } catch (WriterException tooLong) {
            throw new IllegalStateException("a root fits in a QR code", tooLong);
        }
    }

    private static List<String> broken(String line) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < line.length() || at == 0; at += LONGEST_LINE) {
            parts.add(line.substring(at, Math.min(line.length(), at + LONGEST_LINE)));
        }
        return parts;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private void object(String body) {
        begin();
        text(body + "\nendobj\n");
    }

    private void stream(String dictionary, byte[] bytes) {
        begin();
        text(dictionary + "\nstream\n");
        out.writeBytes(bytes);
        text("\nendstream\nendobj\n");
    }

    private void begin() {
        offsets.add(out.size());
        text(offsets.size() + " 0 obj\n");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(WIN_ANSI));
    }
}

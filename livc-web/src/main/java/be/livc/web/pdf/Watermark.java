package be.livc.web.pdf;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Lays a text across every page, as an artifact: seen and printed, not read out as part of the text. */
final class Watermark {

    private static final float SIZE = 14;
    private static final float ALPHA = 0.18f;
    private static final double SLOPE = Math.toRadians(52);
    private static final int TIMES = 2;
    private static final float UNITS_PER_POINT = 1000;

    private Watermark() {}

    static byte[] across(byte[] pdf, String text) {
        try (PDDocument document = Loader.loadPDF(pdf);
                InputStream bold = Press.font("DejaVuSansCondensed-Bold.ttf")) {
            PDType0Font font = PDType0Font.load(document, bold, true);
            for (PDPage page : document.getPages()) {
                mark(document, page, font, text);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void mark(PDDocument document, PDPage page, PDType0Font font, String text) throws IOException {
        PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
        faint.setNonStrokingAlphaConstant(ALPHA);
        float width = font.getStringWidth(text) / UNITS_PER_POINT * SIZE;
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.getPDFName("Artifact"));
            content.saveGraphicsState();
            content.setGraphicsStateParameters(faint);
            content.setNonStrokingColor(Color.DARK_GRAY);
            for (int n = 1; n <= TIMES; n++) {
                float middle = page.getMediaBox().getHeight() * n / (TIMES + 1);
                content.beginText();
                content.setFont(font, SIZE);
                content.setTextMatrix(Matrix.getRotateInstance(
                        SLOPE,
                        page.getMediaBox().getWidth() / 2 - (float) Math.cos(SLOPE) * width / 2,
                        middle - (float) Math.sin(SLOPE) * width / 2));
                content.showText(text);
                content.endText();
            }
            content.restoreGraphicsState();
            content.endMarkedContent();
        }
    }
}

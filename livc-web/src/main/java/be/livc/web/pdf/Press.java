package be.livc.web.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Prints a paper as PDF/A-2a and PDF/UA-1: tagged, with its fonts and its colour profile inside, and references to nothing
 * outside itself. With a file inside it is PDF/A-3a, which alone lets any kind of file in.
 */
@Component
public class Press {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    static {
        XRLog.setLoggingEnabled(false); // its log quotes what it lays out
    }

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Press() {}

    /** The paper as a file. */
    public byte[] print(Paper paper) {
        return print(paper, PdfAConformance.PDFA_2_A);
    }

    /** The paper as a file with another file inside, byte for byte and uncompressed. */
    public byte[] print(Paper paper, Enclosure enclosure) {
        return enclosure.in(print(paper, PdfAConformance.PDFA_3_A));
    }

    private byte[] print(Paper paper, PdfAConformance conformance) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(conformance)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours);
        builder.useUriResolver((base, uri) -> uri.startsWith(PaperMarkup.INLINE_PNG) ? uri : null);
        builder.useFont(() -> font("DejaVuSansCondensed.ttf"), "Paper", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), "Paper", 700, FontStyle.NORMAL, true);
        builder.withW3cDocument(PaperMarkup.of(paper), null);
        builder.toStream(out);
        try {
            builder.run();
            byte[] printed = out.toByteArray();
            return paper.watermark()
                    .map(text -> Watermark.across(printed, text))
                    .orElse(printed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static InputStream font(String file) {
        InputStream found = Press.class.getResourceAsStream(FONTS + file);
        if (found == null) {
            throw new IllegalStateException("the font " + file + " is missing");
        }
        return found;
    }
}

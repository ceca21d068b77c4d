package be.livc.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What an independent validator, veraPDF, says of a file; and what a reader of it reads. */
public final class PdfCheck {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfCheck() {}

    /** Passes when the file is PDF/A-2a and PDF/UA-1. */
    public static void isArchivableAndAccessible(byte[] pdf) {
        conforms(pdf, PDFAFlavour.PDFA_2_A);
        conforms(pdf, PDFAFlavour.PDFUA_1);
    }

    /** Passes when the file, with another file inside, is PDF/A-3a and PDF/UA-1. */
    public static void isArchivableWithItsEnclosureAndAccessible(byte[] pdf) {
        conforms(pdf, PDFAFlavour.PDFA_3_A);
        conforms(pdf, PDFAFlavour.PDFUA_1);
    }

    private static void conforms(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getFailedChecks().keySet())
                    .as("rules of %s that do not hold", flavour)
                    .isEmpty();
            assertThat(result.isCompliant()).as(flavour.toString()).isTrue();
        } catch (IOException | ModelParsingException | EncryptedPdfException | ValidationException failure) {
            throw new AssertionError("veraPDF could not read the file", failure);
        }
    }

    /** All text of the file, page after page. */
    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The language that the file says it is in. */
    public static String language(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocumentCatalog().getLanguage();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of one page, from 1. */
    public static String text(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

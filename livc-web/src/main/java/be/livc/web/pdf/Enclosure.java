package be.livc.web.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * A text file that lies inside a paper (ISO 19005-3, ISO 32000-1 §7.11.4). It is not compressed, so that whoever knows nothing of
 * PDF finds it byte for byte.
 *
 * @param name of the file; a plain word with an ending
 * @param text what is in it
 * @param about what it is, for who opens the paper
 * @param made when
 */
public record Enclosure(String name, byte[] text, String about, Instant made) {

    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

    byte[] in(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(text));
            file.setSubtype("text/plain");
            file.setSize(text.length);
            file.setModDate(GregorianCalendar.from(ZonedDateTime.ofInstant(made, ZoneOffset.UTC)));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(name);
            specification.setFileUnicode(name);
            specification.setFileDescription(about);
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            specification.getCOSObject().setName(RELATIONSHIP, "Data");
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(name, specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            COSArray associated = new COSArray();
            associated.add(specification);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.document.AddDocument;
import be.livc.document.DocumentId;
import be.livc.document.DocumentReading;
import be.livc.document.Documents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Documents of a case, before a scanner that is a stand-in and speaks clamd's protocol. */
abstract class DocumentsTestBase extends CaseTest {

    static final ClamdStandIn CLAMD = ClamdStandIn.start();

    static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Documents documents;

    @Autowired
    DocumentReading reading;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry registry) {
        registry.add("livc.documents.clamd", () -> "127.0.0.1:" + CLAMD.port());
        registry.add("livc.documents.largest", () -> "2MB");
    }

    static AddDocument file(String name, byte[] content) {
        return new AddDocument(name, false, new ByteArrayInputStream(content));
    }

    DocumentId added(String who, CaseId caseId, String name, byte[] content) {
        return in(() -> documents.add(as(who), caseId, file(name, content)));
    }

    byte[] downloaded(String who, DocumentId id) {
        return in(() -> {
            try (InputStream in = reading.open(as(who), id).content()) {
                return in.readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}

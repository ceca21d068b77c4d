package be.livc.web.document;

import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationId;
import be.livc.document.DocumentId;
import be.livc.document.DocumentReading;
import be.livc.document.DocumentView;
import be.livc.document.Documents;
import be.livc.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Documents over REST. An upload is {@code multipart/form-data} whose fields ({@code secret}, {@code by}, {@code recipients})
 * stand before its {@code file}.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Documents")
class DocumentCalls {

    /** A document in a list. */
    record RowView(
            UUID id,
            String name,
            String type,
            long size,
            boolean secret,
            String state,
            Instant at,
            UUID by,
            String byName,
            @Nullable UUID agendaItem,
            List<UUID> recipients,
            List<String> access) {

        static RowView of(DocumentView view) {
            return new RowView(
                    view.id().value(),
                    view.name(),
                    view.type(),
                    view.size(),
                    view.secret(),
                    view.state().name(),
                    view.at(),
                    view.by().value(),
                    view.byName(),
                    view.agendaItem().orElse(null),
                    view.recipients().stream().map(MandateId::value).toList(),
                    view.why().stream().map(Enum::name).toList());
        }
    }

    private final Documents documents;
    private final DocumentReading reading;

    DocumentCalls(Documents documents, DocumentReading reading) {
        this.documents = documents;
        this.reading = reading;
    }

    @GetMapping("/cases/{id}/documents")
    @Operation(summary = "The documents of a case that the caller sees, the latest first")
    Map<String, List<RowView>> list(Actor actor, @PathVariable UUID id) {
        return Map.of(
                "items",
                reading.of(actor, new CaseId(id)).stream().map(RowView::of).toList());
    }

    @PostMapping("/cases/{id}/documents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a document to a case, outside a meeting; it carries no professional secret")
    Map<String, UUID> add(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Upload upload = Upload.of(request);
        return Map.of(
                "id",
                documents
                        .add(actor, new CaseId(id), upload.document(upload.ticked("secret")))
                        .value());
    }

    @PostMapping("/consultations/{id}/items/{n}/documents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Show a document to the people present at an item; recipients as for a disclosure")
    Map<String, UUID> show(Actor actor, @PathVariable UUID id, @PathVariable int n, HttpServletRequest request) {
        Upload upload = Upload.of(request);
        MandateId by = upload.all("by").stream()
                .findFirst()
                .map(text -> mandate("by", text))
                .orElse(actor.mandate());
        List<MandateId> named = upload.all("recipients").stream()
                .map(text -> mandate("recipients", text))
                .toList();
        return Map.of(
                "id",
                documents
                        .addAtItem(
                                actor,
                                new ConsultationId(id),
                                n,
                                by,
                                named.isEmpty() ? Optional.empty() : Optional.of(named),
                                upload.document(upload.ticked("secret")))
                        .value());
    }

    private static MandateId mandate(String field, String text) {
        try {
            return new MandateId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw Refusal.invalid(field, "unknown-mandate");
        }
    }

    @GetMapping("/documents/{id}/content")
    @Operation(
            summary =
                    "The content of a document, always as an attachment; 409 document-quarantined until it was scanned")
    void content(Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        Downloads.send(reading.open(actor, new DocumentId(id)), response);
    }
}

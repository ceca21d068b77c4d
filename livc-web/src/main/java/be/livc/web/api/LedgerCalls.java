package be.livc.web.api;

import be.livc.access.LedgerReading;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.ConsistencyProof;
import be.livc.ledger.InclusionProof;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Refusal;
import be.livc.web.ledger.AuditFiles;
import be.livc.web.ledger.Receipts;
import be.livc.web.ledger.ZipAnswer;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of the caller's cell, with what proves it. */
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "Ledger")
class LedgerCalls {

    /** One entry; {@code entry} is the leaf itself, or null when it was pruned. */
    record EntryView(
            long index,
            Instant time,
            String state,
            String leafHash,
            @JsonRawValue @Schema(implementation = Object.class, types = "object") @Nullable String entry) {

        static EntryView of(LedgerEntryView view) {
            return new EntryView(
                    view.index(),
                    view.time(),
                    view.state().name(),
                    view.leafHash(),
                    view.leaf().orElse(null));
        }
    }

    private final LedgerBook book;
    private final LedgerReading reading;
    private final Receipts receipts;
    private final AuditFiles files;

    LedgerCalls(LedgerBook book, LedgerReading reading, Receipts receipts, AuditFiles files) {
        this.book = book;
        this.reading = reading;
        this.receipts = receipts;
        this.files = files;
    }

    @GetMapping("/checkpoint")
    @Operation(summary = "A checkpoint signed now (C2SP signed-note, tlog-checkpoint)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE))
    ResponseEntity<String> checkpoint(Actor actor) {
        return text(book.checkpoint());
    }

    @GetMapping("/checkpoint/cosigned")
    @Operation(
            summary = "The largest checkpoint that a witness co-signed, with the co-signatures (C2SP tlog-cosignature)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE))
    ResponseEntity<String> cosigned(Actor actor) {
        return text(book.cosignedCheckpoint().orElseThrow(Refusal::notFound));
    }

    @GetMapping("/key")
    @Operation(summary = "The verifier key of the cell's ledger")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE))
    ResponseEntity<String> key(Actor actor) {
        return text(book.verifierKey());
    }

    /** Text, also for a caller that asks for JSON everywhere: there is no other form of it. */
    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text);
    }

    @GetMapping("/entries")
    @Operation(summary = "Entries, the oldest first: the DPO's all, others' their own acts")
    Slice<EntryView> entries(
            Actor actor,
            @RequestParam Optional<String> action,
            @RequestParam(name = "case") Optional<UUID> caseId,
            Paging paging) {
        Fields fields = new Fields();
        Optional<Action> wanted = fields.maybeCode("action", action.orElse(null), Action.class);
        fields.check();
        LedgerFilter filter = LedgerFilter.all();
        filter = wanted.isPresent() ? filter.of(wanted.get()) : filter;
        filter = caseId.isPresent() ? filter.inCase(caseId.get()) : filter;
        filter = paging.cursor().isPresent() ? filter.after(paging.cursor().get()) : filter;
        return Slice.of(reading.entries(actor, filter, paging.length()), EntryView::of);
    }

    @GetMapping("/proofs/inclusion")
    @Operation(summary = "Proof that an entry is in the tree of a size (RFC 6962)")
    InclusionProof inclusion(Actor actor, @RequestParam long index, @RequestParam long size) {
        return book.inclusion(index, size);
    }

    @GetMapping("/proofs/consistency")
    @Operation(summary = "Proof that a tree continues an earlier one (RFC 6962)")
    ConsistencyProof consistency(Actor actor, @RequestParam long from, @RequestParam long to) {
        return book.consistency(from, to);
    }

    @GetMapping("/receipts/{index}")
    @Operation(
            summary =
                    "One entry with its proof and a checkpoint (C2SP tlog-proof); for its actor, its recipients and the DPO")
    ResponseEntity<String> receipt(Actor actor, @PathVariable long index) {
        return text(receipts.text(actor, index));
    }

    @GetMapping("/events")
    @Operation(summary = "Entries as a bundle of AuditEvents (HL7 FHIR R5)")
    ResponseEntity<String> events(Actor actor, @RequestParam(name = "case") Optional<UUID> caseId) {
        LedgerFilter filter = caseId.map(LedgerFilter.all()::inCase).orElse(LedgerFilter.all());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/fhir+json"))
                .body(files.fhir(actor, filter));
    }

    @GetMapping("/export")
    @Operation(summary = "The whole ledger as a zip that the verifier checks; for the DPO")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/zip"))
    void export(Actor actor, HttpServletResponse response) {
        reading.export(actor, new ZipAnswer(response, "ledger.zip"));
    }
}

package be.livc.web.api;

import be.livc.access.Act;
import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.law.LegalBasisId;
import be.livc.letter.Letter;
import be.livc.letter.LetterKind;
import be.livc.letter.Letters;
import be.livc.letter.Template;
import be.livc.platform.Refusal;
import be.livc.signal.SignalId;
import be.livc.transfer.TransferId;
import be.livc.web.letter.CaseLetters;
import be.livc.web.letter.CellLetters;
import be.livc.web.letter.ConsultationLetters;
import be.livc.web.letter.SignalLetters;
import be.livc.web.pdf.Paper;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters and forms as files, each from what the caller sees; and the texts that a cell makes them from. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Letters")
class LetterCalls {

    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;

    /** The text of a letter; {@code {{field}}} is filled in. */
    record NewTemplate(@Nullable String title, @Nullable String body) {}

    /** A kind of letter with the version that is used now; 0 is the text that came with the program. */
    record TemplateRowView(String kind, int version, boolean delivered) {

        static TemplateRowView of(Template template) {
            return new TemplateRowView(template.kind().name(), template.version(), template.delivered());
        }
    }

    /** One version of a text. */
    record VersionView(int version, String title, String body, boolean delivered) {

        static VersionView of(Template template) {
            return new VersionView(template.version(), template.title(), template.body(), template.delivered());
        }
    }

    /** A letter filled in, part after part: HEADING, TEXT or POINT. */
    record PreviewView(String title, List<PartView> parts) {

        static PreviewView of(Letter letter) {
            return new PreviewView(
                    letter.title(), letter.parts().stream().map(PartView::of).toList());
        }
    }

    /** One part of a letter. */
    record PartView(String type, String text) {

        static PartView of(Letter.Part part) {
            String type = part instanceof Letter.Heading ? "HEADING" : part instanceof Letter.Point ? "POINT" : "TEXT";
            return new PartView(type, part.text());
        }
    }

    /** A kind of letter: the fields it knows, every version, the latest first, and a preview with fictional data. */
    record TemplateView(String kind, List<String> fields, List<VersionView> versions, PreviewView preview) {}

    private final Letters letters;
    private final ConsultationLetters consultations;
    private final CaseLetters cases;
    private final SignalLetters signals;
    private final CellLetters cells;
    private final Press press;

    LetterCalls(
            Letters letters,
            ConsultationLetters consultations,
            CaseLetters cases,
            SignalLetters signals,
            CellLetters cells,
            Press press) {
        this.letters = letters;
        this.consultations = consultations;
        this.cases = cases;
        this.signals = signals;
        this.cells = cells;
        this.press = press;
    }

    @GetMapping("/consultations/{id}/letters/{kind}")
    @Operation(summary = "INVITATION, CONFIDENTIALITY_STATEMENT or MINUTES, for the caller, as PDF")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF))
    ResponseEntity<byte[]> ofConsultation(Actor actor, @PathVariable UUID id, @PathVariable String kind) {
        LetterKind asked = kind(kind);
        return printed(asked, consultations.of(actor, new ConsultationId(id), asked));
    }

    @GetMapping("/cases/{id}/letters/{kind}")
    @Operation(
            summary =
                    "ACTION_PLAN, RISK_ASSESSMENT, CLOSING_SHEET or ERASURE_CERTIFICATE, as the caller sees it, as PDF",
            description = "of: the risk assessment that is meant; without it the latest")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF))
    ResponseEntity<byte[]> ofCase(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID of) {
        LetterKind asked = kind(kind);
        Optional<ItemId> which = Optional.ofNullable(of).map(ItemId::new);
        return printed(asked, cases.of(actor, new CaseId(id), asked, which));
    }

    @GetMapping("/signals/{id}/letters/{kind}")
    @Operation(summary = "SIGNAL_SHEET or ASSESSMENT_SHEET, as the caller sees it, as PDF")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF))
    ResponseEntity<byte[]> ofSignal(Actor actor, @PathVariable UUID id, @PathVariable String kind) {
        LetterKind asked = kind(kind);
        return printed(asked, signals.of(actor, new SignalId(id), asked));
    }

    @GetMapping("/legal-bases/{id}/letters/PROSECUTOR_PERMISSION")
    @Operation(summary = "The permission of the procureur that a legal basis is, as PDF")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF))
    ResponseEntity<byte[]> ofBasis(Actor actor, @PathVariable UUID id) {
        return printed(LetterKind.PROSECUTOR_PERMISSION, cells.permission(actor, new LegalBasisId(id)));
    }

    @GetMapping("/transfers/{id}/letters/TRANSFER_SHEET")
    @Operation(summary = "What goes with a hand-over: which pieces, without what they say, as PDF")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF))
    ResponseEntity<byte[]> ofTransfer(Actor actor, @PathVariable UUID id) {
        return printed(LetterKind.TRANSFER_SHEET, cells.transfer(actor, new TransferId(id)));
    }

    @GetMapping("/letters/{kind}")
    @Operation(summary = "HOUSE_RULES or CODE_OF_CONDUCT of the own cell, as PDF")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF))
    ResponseEntity<byte[]> ofCell(Actor actor, @PathVariable String kind) {
        LetterKind asked = kind(kind);
        return printed(asked, cells.of(actor, asked));
    }

    private ResponseEntity<byte[]> printed(LetterKind kind, Paper paper) {
        return PdfAnswer.of(
                press.print(paper), kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static LetterKind kind(String name) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @GetMapping("/letter-templates")
    @Operation(summary = "The kinds of letters of the cell, with the version that is used now")
    Slice<TemplateRowView> templates(Actor actor, Paging paging) {
        requireMayChange(actor);
        return Slice.of(
                Arrays.stream(LetterKind.values()).map(letters::current).toList(),
                paging,
                template -> template.kind().name(),
                TemplateRowView::of);
    }

    private static void requireMayChange(Actor actor) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
    }

    @GetMapping("/letter-templates/{kind}")
    @Operation(summary = "One kind of letter: its fields, its versions, and a preview with fictional data")
    ResponseEntity<TemplateView> template(Actor actor, @PathVariable String kind) {
        requireMayChange(actor);
        return view(letters.current(kind(kind)));
    }

    private ResponseEntity<TemplateView> view(Template current) {
        return ResponseEntity.ok()
                .eTag(tag(current))
                .body(new TemplateView(
                        current.kind().name(),
                        List.copyOf(current.kind().fields()),
                        letters.versions(current.kind()).stream()
                                .map(VersionView::of)
                                .toList(),
                        PreviewView.of(current.preview())));
    }

    private static String tag(Template template) {
        return "\"" + template.version() + "\"";
    }

    @PutMapping("/letter-templates/{kind}")
    @Operation(
            summary = "Change the text of a letter: a new version, the one before is kept; If-Match takes the ETag",
            description =
                    "409 unknown-letter-field names every field that this kind does not know; 412 changed-meanwhile")
    ResponseEntity<TemplateView> change(
            Actor actor,
            @PathVariable String kind,
            @RequestHeader(name = "If-Match", required = false) @Nullable String read,
            @RequestBody NewTemplate asked) {
        requireMayChange(actor);
        Template typed = typed(kind, asked);
        Template newest = letters.current(typed.kind());
        Optional<String> madeOn = Fields.maybe(read).filter(tag -> !tag.equals("*"));
        if (madeOn.filter(tag -> !tag.equals(tag(newest))).isPresent()) {
            throw Refusal.changedMeanwhile();
        }
        return view(
                letters.change(actor, typed.kind(), madeOn.map(tag -> newest.version()), typed.title(), typed.body()));
    }

    @PostMapping("/letter-templates/{kind}/preview")
    @Operation(summary = "Fill a text in with fictional data; nothing is kept")
    PreviewView preview(Actor actor, @PathVariable String kind, @RequestBody NewTemplate asked) {
        requireMayChange(actor);
        Template typed = typed(kind, asked);
        Letters.requireValid(typed);
        return PreviewView.of(typed.preview());
    }

    private static Template typed(String kind, NewTemplate asked) {
        Fields fields = new Fields();
        String title = fields.text("title", asked.title());
        String body = fields.text("body", asked.body());
        fields.check();
        return new Template(kind(kind), 0, title, body, false);
    }
}

package be.livc.web.api;

import be.livc.casefile.CaseId;
import be.livc.casefile.Corrections;
import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.AgreedSheet;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.DraftSheet;
import be.livc.consultation.FeedbackSheet;
import be.livc.consultation.FeedbackSheetId;
import be.livc.consultation.FeedbackSheets;
import be.livc.consultation.MinutesRound;
import be.livc.platform.Refusal;
import be.livc.web.consultation.MinutesPaper;
import be.livc.web.letter.ConsultationLetters;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is left of a meeting on paper: feedback sheets, the attendance list, the approval of the minutes, corrections. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Papers")
class PaperCalls {

    /** A draft of the sheet for the local police. */
    record NewSheet(@Nullable String text, @Nullable Integer after) {}

    /** A vote on a sheet; without a mandate the caller's own. */
    record NewSheetVote(@Nullable Boolean agrees, @Nullable String mandate) {}

    /** Who gets a copy. */
    record NewCopy(@Nullable String receiver) {}

    /** An answer in the approval round of the minutes. */
    record NewApproval(@Nullable Boolean approves) {}

    /** A note that corrects a piece of information. */
    record NewCorrection(@Nullable String text) {}

    /** Where a text quotes a secret: from this character up to that one. */
    record QuoteView(int from, int to) {}

    /** How somebody who took part voted; {@code agrees} is null while they are waited for. */
    record SheetVoteView(UUID mandate, String name, @Nullable Boolean agrees) {}

    /** One version of a sheet: BLOCKED, VOTING, REJECTED, REPLACED, AGREED or SENT. */
    record SheetView(
            UUID id,
            String number,
            int version,
            String state,
            String text,
            List<QuoteView> quotes,
            List<SheetVoteView> votes,
            Instant draftedAt) {

        static SheetView of(FeedbackSheet sheet) {
            return new SheetView(
                    sheet.id().value(),
                    sheet.number(),
                    sheet.version(),
                    stateOf(sheet),
                    sheet.text(),
                    sheet instanceof DraftSheet draft
                            ? draft.quotes().stream()
                                    .map(quote -> new QuoteView(quote.from(), quote.to()))
                                    .toList()
                            : List.of(),
                    sheet.votes().stream()
                            .map(vote -> new SheetVoteView(
                                    vote.mandate().value(),
                                    vote.name(),
                                    vote.agrees().orElse(null)))
                            .toList(),
                    sheet.draftedAt());
        }

        private static String stateOf(FeedbackSheet sheet) {
            if (sheet instanceof AgreedSheet agreed) {
                return agreed.sentAt().isPresent() ? "SENT" : "AGREED";
            }
            return ((DraftSheet) sheet).state();
        }
    }

    /** Every version of the sheet of an item, the latest first. */
    record SheetsView(List<SheetView> items) {}

    /** An answer that was recorded. */
    record ApprovalView(int n, boolean approves) {}

    private final FeedbackSheets sheets;
    private final ConsultationReading reading;
    private final MinutesRound round;
    private final Corrections corrections;
    private final MinutesPaper minutes;
    private final ConsultationLetters letters;
    private final Press press;

    PaperCalls(
            FeedbackSheets sheets,
            ConsultationReading reading,
            MinutesRound round,
            Corrections corrections,
            MinutesPaper minutes,
            ConsultationLetters letters,
            Press press) {
        this.sheets = sheets;
        this.reading = reading;
        this.round = round;
        this.corrections = corrections;
        this.minutes = minutes;
        this.letters = letters;
        this.press = press;
    }

    @GetMapping("/consultations/{id}/items/{n}/feedback-sheets")
    @Operation(summary = "The versions of the sheet for the local police, to who took part")
    SheetsView sheets(Actor actor, @PathVariable UUID id, @PathVariable int n) {
        return new SheetsView(sheets.of(actor, new ConsultationId(id), n).stream()
                .map(SheetView::of)
                .toList());
    }

    @PostMapping("/consultations/{id}/items/{n}/feedback-sheets")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Draft the sheet of an item, or redraft it; BLOCKED while it quotes a secret",
            description =
                    "409 not-closed, nothing-told, sheet-sent; with after, the version that the draft was made on (0 for"
                            + " none), 412 changed-meanwhile")
    SheetView draft(Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewSheet asked) {
        Fields fields = new Fields();
        String text = fields.text("text", asked.text());
        Optional<Integer> after = Optional.ofNullable(asked.after());
        fields.check();
        return SheetView.of(sheets.open(actor, sheets.draft(actor, new ConsultationId(id), n, after, text)));
    }

    @PostMapping("/consultations/{id}/items/{n}/feedback-sheets/{sheet}/votes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Vote on a sheet; the coordinator also for somebody without an account",
            description = "409 sheet-not-in-vote")
    SheetView vote(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @PathVariable UUID sheet,
            @RequestBody NewSheetVote asked) {
        Fields fields = new Fields();
        MandateId who = Fields.maybe(asked.mandate())
                .map(text -> fields.mandate("mandate", text))
                .orElse(actor.mandate());
        if (asked.agrees() == null) {
            fields.wrong("agrees", "required");
        }
        fields.check();
        FeedbackSheetId found = find(actor, id, n, sheet).id();
        sheets.vote(actor, found, who, Boolean.TRUE.equals(asked.agrees()));
        return SheetView.of(sheets.open(actor, found));
    }

    private FeedbackSheet find(Actor actor, UUID id, int n, UUID sheet) {
        return sheets.of(actor, new ConsultationId(id), n).stream()
                .filter(one -> one.id().value().equals(sheet))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @PostMapping("/consultations/{id}/items/{n}/feedback-sheets/{sheet}/copies")
    @Operation(
            summary = "Give an agreed sheet out to somebody of the local police, as PDF with their name across it",
            description = "409 sheet-not-agreed, sheet-quotes-secret; 422 not-police")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE))
    ResponseEntity<byte[]> give(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @PathVariable UUID sheet,
            @RequestBody NewCopy asked) {
        Fields fields = new Fields();
        MandateId receiver = fields.mandate("receiver", asked.receiver());
        fields.check();
        if (!(find(actor, id, n, sheet) instanceof AgreedSheet agreed)) {
            throw Refusal.conflict("sheet-not-agreed");
        }
        return PdfAnswer.of(
                press.print(letters.feedback(actor, new ConsultationId(id), sheets.export(actor, agreed, receiver))),
                "terugkoppelingsfiche");
    }

    @GetMapping("/consultations/{id}/attendance-list")
    @Operation(summary = "Who was there and who signed the statement, at the caller's own items, as PDF")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE))
    ResponseEntity<byte[]> attendance(Actor actor, @PathVariable UUID id) {
        return PdfAnswer.of(
                press.print(minutes.attendance(reading.print(actor, new ConsultationId(id)))), "aanwezigheid");
    }

    @PostMapping("/consultations/{id}/items/{n}/approvals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Approve the minutes of an item, or ask for a correction, as somebody who took part")
    ApprovalView approve(Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewApproval asked) {
        Fields fields = new Fields();
        if (asked.approves() == null) {
            fields.wrong("approves", "required");
        }
        fields.check();
        boolean approves = Boolean.TRUE.equals(asked.approves());
        round.answer(actor, new ConsultationId(id), n, approves);
        return new ApprovalView(n, approves);
    }

    @PostMapping("/cases/{id}/items/{item}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Correct a piece of information with a note; both stay, for the same readers")
    CaseActCalls.Made correct(
            Actor actor, @PathVariable UUID id, @PathVariable UUID item, @RequestBody NewCorrection asked) {
        Fields fields = new Fields();
        String text = fields.text("text", asked.text());
        fields.check();
        return new CaseActCalls.Made(corrections
                .correct(actor, new CaseId(id), new ItemId(item), text)
                .value());
    }
}

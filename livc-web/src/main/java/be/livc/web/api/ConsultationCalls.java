package be.livc.web.api;

import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationList;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.ConsultationRow;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Consultations;
import be.livc.consultation.Invitations;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.PutOnAgenda;
import be.livc.consultation.Replanning;
import be.livc.law.LegalBasisId;
import be.livc.web.consultation.MinutesPaper;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import be.livc.workflow.livcr.ConsultationFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Consultations: convened, read, opened and closed. What happens at an item is {@link MeetingCalls}'. */
@RestController
@RequestMapping("/api/v1/consultations")
@Tag(name = "Consultations")
class ConsultationCalls {

    /** Plans a consultation; one basis or several; without a chair the caller chairs. */
    record NewConsultation(
            @Nullable String date,
            @Nullable String startsAt,
            @Nullable String place,
            @Nullable String legalBasis,
            @Nullable List<String> legalBases,
            @Nullable String chair,
            @Nullable Boolean urgent) {}

    /** Puts a case on the agenda. */
    record NewItem(
            @Nullable String caseId,
            @Nullable String purpose,
            @Nullable String purposeCode,
            @Nullable List<String> invitees) {}

    /** What the information officer found. */
    record NewConflictCheck(@Nullable String outcome, @Nullable String reference, @Nullable String reviewDate) {}

    /** An answer to an invitation. */
    record NewAnswer(@Nullable Boolean comes) {}

    /** A colleague who comes instead of somebody; without a mandate, of the caller. */
    record NewReplacement(@Nullable String mandate, @Nullable String colleague) {}

    /** Who comes instead of whom. */
    record ReplacedView(int n, UUID mandate, UUID colleague) {}

    /** A consultation that was planned. */
    record PlannedView(UUID id, String number, String state) {}

    /** A consultation in a list. */
    record ConsultationRowView(
            UUID id,
            String number,
            LocalDate date,
            @Nullable LocalTime startsAt,
            String place,
            boolean urgent,
            String state) {

        static ConsultationRowView of(ConsultationRow row) {
            return new ConsultationRowView(
                    row.id().value(),
                    row.number(),
                    row.date(),
                    row.startsAt().orElse(null),
                    row.place(),
                    row.urgent(),
                    row.state());
        }
    }

    /** An item that was put on the agenda: what it is called by, counted from 1. */
    record AddedView(int n) {}

    /** The outcome of a conflict check. */
    record CheckedView(int n, ConflictCheck.Outcome outcome) {}

    /** The answer to an invitation. */
    record AnsweredView(int n, boolean comes) {}

    /** Where a consultation stands. */
    record StateView(UUID id, String state) {}

    private final Consultations consultations;
    private final Replanning replanning;
    private final Invitations invitations;
    private final ConsultationFlow flow;
    private final ConsultationReading reading;
    private final ConsultationList consultationList;
    private final Purposes purposes;
    private final ReasonTexts reasonTexts;
    private final MinutesPaper minutes;
    private final Press press;

    ConsultationCalls(
            Consultations consultations,
            Replanning replanning,
            Invitations invitations,
            ConsultationFlow flow,
            ConsultationReading reading,
            ConsultationList consultationList,
            Purposes purposes,
            ReasonTexts reasonTexts,
            MinutesPaper minutes,
            Press press) {
        this.consultations = consultations;
        this.replanning = replanning;
        this.invitations = invitations;
        this.flow = flow;
        this.reading = reading;
        this.consultationList = consultationList;
        this.purposes = purposes;
        this.reasonTexts = reasonTexts;
        this.minutes = minutes;
        this.press = press;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plan a consultation; 409 no-valid-basis when no basis is valid on its date")
    PlannedView plan(Actor actor, @RequestBody NewConsultation asked) {
        ConsultationId id = consultations.plan(actor, plan(actor.mandate(), asked));
        return new PlannedView(id.value(), consultations.numberOf(id), "PLANNED");
    }

    private static PlanConsultation plan(MandateId usualChair, NewConsultation asked) {
        Fields fields = new Fields();
        LocalDate date = fields.day("date", asked.date());
        Optional<LocalTime> startsAt =
                fields.hourOf("date", asked.date()).or(() -> fields.hour("startsAt", asked.startsAt()));
        String place = fields.text("place", asked.place());
        List<LegalBasisId> bases = bases(fields, asked);
        MandateId chair = Fields.maybe(asked.chair())
                .map(text -> fields.mandate("chair", text))
                .orElse(usualChair);
        fields.check();
        return new PlanConsultation(date, startsAt, place, bases, chair, Boolean.TRUE.equals(asked.urgent()));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Plan a consultation anew: another day, place, chair or basis; without a chair the caller chairs",
            description = "409 not-planned; 409 names everyone invited whom the law does not cover then")
    PlannedView change(Actor actor, @PathVariable UUID id, @RequestBody NewConsultation asked) {
        ConsultationId consultation = new ConsultationId(id);
        replanning.change(actor, consultation, plan(actor.mandate(), asked));
        return new PlannedView(id, consultations.numberOf(consultation), "PLANNED");
    }

    @PostMapping("/{id}/call-off")
    @Operation(summary = "Call a planned consultation off; its cases wait for another one")
    StateView callOff(Actor actor, @PathVariable UUID id) {
        flow.callOff(actor, new ConsultationId(id));
        return new StateView(id, "CALLED_OFF");
    }

    @PostMapping("/{id}/items/{n}/take-off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a case off the agenda of a planned consultation; it waits for another one")
    void takeOff(Actor actor, @PathVariable UUID id, @PathVariable int n) {
        flow.takeOff(actor, new ConsultationId(id), n);
    }

    private static List<LegalBasisId> bases(Fields fields, NewConsultation asked) {
        List<String> texts = new ArrayList<>(Fields.list(asked.legalBases()));
        Fields.maybe(asked.legalBasis()).ifPresent(texts::add);
        if (texts.isEmpty()) {
            fields.wrong("legalBasis", "required");
        }
        return texts.stream()
                .distinct()
                .map(text -> new LegalBasisId(fields.id("legalBasis", text, "unknown-basis")))
                .toList();
    }

    @GetMapping
    @Operation(summary = "The consultations that the caller sees, the latest first")
    Slice<ConsultationRowView> list(Actor actor, Paging paging) {
        return Slice.of(consultationList.list(actor, paging.cursor(), paging.length()), ConsultationRowView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One consultation, with the caller's own items")
    ConsultationBody one(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        ConsultationView view = reading.open(actor, new ConsultationId(id));
        List<Problem.Missing> missing = view.missing().stream()
                .map(reason -> new Problem.Missing(
                        reason.code(), reasonTexts.of(reason, Language.of(request)), reason.detail()))
                .toList();
        return ConsultationBody.of(view, missing);
    }

    @PostMapping("/{id}/items")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put a case on the agenda; 409 not-covered-by-basis names who is not covered")
    AddedView putOnAgenda(Actor actor, @PathVariable UUID id, @RequestBody NewItem asked) {
        Fields fields = new Fields();
        CaseId caseId = new CaseId(fields.id("caseId", asked.caseId(), "unknown-case"));
        if (Fields.maybe(asked.purpose())
                .or(() -> Fields.maybe(asked.purposeCode()))
                .isEmpty()) {
            fields.wrong("purpose", "required");
        }
        List<MandateId> invitees = Fields.list(asked.invitees()).stream()
                .distinct()
                .map(text -> fields.mandate("invitees", text))
                .toList();
        fields.check();
        Purposes.Stated purpose = purposes.of(actor, asked.purposeCode(), asked.purpose());
        int n = flow.putOnAgenda(
                actor, new ConsultationId(id), new PutOnAgenda(caseId, purpose.code(), purpose.text(), invitees));
        return new AddedView(n);
    }

    @PostMapping("/{id}/items/{n}/conflict-check")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record the conflict check of an item, as the information officer")
    CheckedView checkConflict(
            Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewConflictCheck asked) {
        Fields fields = new Fields();
        ConflictCheck.Outcome outcome = fields.code("outcome", asked.outcome(), ConflictCheck.Outcome.class);
        Optional<LocalDate> review = fields.maybeDay("reviewDate", asked.reviewDate());
        fields.check();
        flow.checkConflict(
                actor, new ConsultationId(id), n, new ConflictCheck(outcome, Fields.maybe(asked.reference()), review));
        return new CheckedView(n, outcome);
    }

    @PostMapping("/{id}/items/{n}/answer")
    @Operation(summary = "Answer an invitation for oneself; no reason is asked")
    AnsweredView answer(Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewAnswer asked) {
        boolean comes = Boolean.TRUE.equals(asked.comes());
        consultations.answer(actor, new ConsultationId(id), n, comes);
        return new AnsweredView(n, comes);
    }

    @PostMapping("/{id}/items/{n}/replacements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Let a colleague of the same partner come instead: of oneself, or, for who invites, of anybody",
            description = "409 not-invited, mandate-not-running, not-covered-by-basis; 422 not-a-colleague")
    ReplacedView replace(Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewReplacement asked) {
        Fields fields = new Fields();
        MandateId who = Fields.maybe(asked.mandate())
                .map(text -> fields.mandate("mandate", text))
                .orElse(actor.mandate());
        MandateId colleague = fields.mandate("colleague", asked.colleague());
        fields.check();
        invitations.replace(actor, new ConsultationId(id), n, who, colleague);
        return new ReplacedView(n, who.value(), colleague.value());
    }

    @PostMapping("/{id}/open")
    @Operation(summary = "Open a consultation; 409 lists everything that is missing")
    StateView open(Actor actor, @PathVariable UUID id) {
        flow.open(actor, new ConsultationId(id));
        return new StateView(id, "OPEN");
    }

    @PostMapping("/{id}/close")
    @Operation(summary = "Close a consultation")
    StateView close(Actor actor, @PathVariable UUID id) {
        flow.close(actor, new ConsultationId(id));
        return new StateView(id, "CLOSED");
    }

    @GetMapping(path = "/{id}/minutes")
    @Operation(summary = "The minutes as the caller may see them, as PDF")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE))
    ResponseEntity<byte[]> minutes(Actor actor, @PathVariable UUID id) {
        return PdfAnswer.of(press.print(minutes.of(reading.print(actor, new ConsultationId(id)))), "verslag");
    }

    /** How somebody signed, by what the call says; oneself on screen, another on paper. */
    static Optional<Attend.Statement> statement(boolean signed, boolean oneself) {
        if (!signed) {
            return Optional.empty();
        }
        return Optional.of(oneself ? Attend.Statement.SCREEN : Attend.Statement.PAPER);
    }
}

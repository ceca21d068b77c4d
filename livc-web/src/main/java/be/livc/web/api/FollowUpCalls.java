package be.livc.web.api;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.FollowUps;
import be.livc.casefile.Reminders;
import be.livc.casefile.RiskAssessments;
import be.livc.casefile.Trainings;
import be.livc.casefile.Trainings.RecordTraining;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.workflow.livcr.CaseFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is to be followed up: measures and reviews of all cases, reminders, proposed reviews, risk assessments. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Follow-up")
class FollowUpCalls {

    /** A measure, or the review of a case. */
    record RowView(
            String kind,
            UUID id,
            UUID caseId,
            @Nullable String number,
            @Nullable SubjectView subject,
            LocalDate due,
            @Nullable String what,
            @Nullable String ownerName,
            @Nullable String state) {

        static RowView of(FollowUps.Row row) {
            return new RowView(
                    row.kind().name(),
                    row.id(),
                    row.caseId().value(),
                    row.label().number().orElse(null),
                    row.label().subject().map(SubjectView::of).orElse(null),
                    row.due(),
                    row.what().orElse(null),
                    row.ownerName().orElse(null),
                    row.state().orElse(null));
        }
    }

    /** A reminder. */
    record ReminderView(UUID id, String kind, UUID caseId, String number, UUID measure, LocalDate due) {

        static ReminderView of(Reminders.Reminder reminder) {
            return new ReminderView(
                    reminder.id(),
                    reminder.kind().name(),
                    reminder.caseId().value(),
                    reminder.caseNumber(),
                    reminder.measure().value(),
                    reminder.due());
        }
    }

    /** What the coordinator does with the proposal of a consultation; a consultation is made by putting the case on one. */
    enum ProposalDecision {
        NO_CONSULTATION
    }

    /** Answers the proposal. */
    record NewProposalDecision(@Nullable String decision) {}

    /** Records an outcome. */
    record NewOutcome(
            @Nullable String tool,
            @Nullable String version,
            @Nullable String assessor,
            @Nullable String date,
            @Nullable String outcome) {}

    /** One outcome. */
    record OutcomeView(
            UUID id,
            String tool,
            String version,
            UUID assessor,
            String assessorName,
            String proof,
            LocalDate date,
            String outcome) {

        static OutcomeView of(RiskAssessments.Outcome outcome) {
            return new OutcomeView(
                    outcome.id().value(),
                    outcome.tool(),
                    outcome.version(),
                    outcome.assessor().value(),
                    outcome.assessorName(),
                    outcome.proof(),
                    outcome.assessedOn(),
                    outcome.outcome());
        }
    }

    /** Records a training. */
    record NewTraining(
            @Nullable String assessor,
            @Nullable String tool,
            @Nullable String proof,
            @Nullable String validFrom,
            @Nullable String validTo) {}

    private final FollowUps followUps;
    private final Reminders reminders;
    private final CaseFlow flow;
    private final CaseFiles cases;
    private final RiskAssessments assessments;
    private final Trainings trainings;

    FollowUpCalls(
            FollowUps followUps,
            Reminders reminders,
            CaseFlow flow,
            CaseFiles cases,
            RiskAssessments assessments,
            Trainings trainings) {
        this.followUps = followUps;
        this.reminders = reminders;
        this.flow = flow;
        this.cases = cases;
        this.assessments = assessments;
        this.trainings = trainings;
    }

    @GetMapping("/measures")
    @Operation(summary = "Measures and reviews by stage (LATE, THIS_WEEK, WAITING, DONE); a partner's are their own")
    Slice<RowView> measures(
            Actor actor,
            @RequestParam(defaultValue = "LATE") String stage,
            @RequestParam(required = false) @Nullable String owner,
            Paging paging) {
        Fields fields = new Fields();
        FollowUps.Stage wanted = fields.code("stage", stage, FollowUps.Stage.class);
        Optional<MandateId> whose = Fields.maybe(owner).map(text -> fields.mandate("owner", text));
        fields.check();
        return Slice.of(
                followUps.list(actor, new FollowUps.Asked(wanted, whose), paging.cursor(), paging.length()),
                RowView::of);
    }

    @GetMapping("/reminders")
    @Operation(summary = "What the caller was reminded of and has not put away")
    List<ReminderView> reminders(Actor actor) {
        return reminders.of(actor).stream().map(ReminderView::of).toList();
    }

    @PostMapping("/reminders/{id}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put one's own reminder away")
    void seen(Actor actor, @PathVariable UUID id) {
        reminders.seen(actor, id);
    }

    @PostMapping("/cases/{id}/review-proposal")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Decline the consultation that is proposed before a review")
    NewProposalDecision decline(Actor actor, @PathVariable UUID id, @RequestBody NewProposalDecision asked) {
        Fields fields = new Fields();
        ProposalDecision decision = fields.code("decision", asked.decision(), ProposalDecision.class);
        fields.check();
        flow.declineReviewMeeting(actor, new CaseId(id));
        return new NewProposalDecision(decision.name());
    }

    @GetMapping("/cases/{id}/risk-assessments")
    @Operation(summary = "The outcomes of risk assessments that the caller sees, the earliest first")
    List<OutcomeView> course(Actor actor, @PathVariable UUID id) {
        return assessments.course(cases.open(actor, new CaseId(id))).stream()
                .map(OutcomeView::of)
                .toList();
    }

    @PostMapping("/cases/{id}/risk-assessments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record the outcome of a risk assessment by a trained assessor")
    CaseActCalls.Made record(Actor actor, @PathVariable UUID id, @RequestBody NewOutcome asked) {
        Fields fields = new Fields();
        RiskAssessments.RecordOutcome outcome = new RiskAssessments.RecordOutcome(
                fields.text("tool", asked.tool()),
                fields.text("version", asked.version()),
                fields.mandate("assessor", asked.assessor()),
                fields.day("date", asked.date()),
                fields.text("outcome", asked.outcome()));
        fields.check();
        return new CaseActCalls.Made(
                assessments.record(actor, new CaseId(id), outcome).value());
    }

    @PostMapping("/assessor-trainings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record that somebody was trained for a tool, on a proof")
    CaseActCalls.Made train(Actor actor, @RequestBody NewTraining asked) {
        Fields fields = new Fields();
        MandateId assessor = fields.mandate("assessor", asked.assessor());
        LocalDate from = fields.day("validFrom", asked.validFrom());
        Optional<LocalDate> to = fields.maybeDay("validTo", asked.validTo());
        String tool = fields.text("tool", asked.tool());
        String proof = fields.text("proof", asked.proof());
        fields.check();
        return new CaseActCalls.Made(trainings.record(actor, new RecordTraining(assessor, tool, proof, from, to)));
    }
}

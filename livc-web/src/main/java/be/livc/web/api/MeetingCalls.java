package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Decide;
import be.livc.consultation.Disclose;
import be.livc.consultation.Disclosed;
import be.livc.consultation.Meeting;
import be.livc.consultation.RollCall;
import be.livc.consultation.Tasks;
import be.livc.law.LegalBasisId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happens at an item of a consultation. */
@RestController
@RequestMapping("/api/v1/consultations/{id}/items/{n}")
@Tag(name = "Consultations")
class MeetingCalls {

    /** Somebody's coming and going; times as an instant, a local date and time, an hour, or true for now. */
    record NewAttendance(
            @Schema(anyOf = {String.class, Boolean.class}) @Nullable Object arrived,
            @Schema(anyOf = {String.class, Boolean.class}) @Nullable Object left,
            @Nullable Boolean statementSigned,
            @Nullable Map<String, String> statement) {}

    /** Somebody's coming and going, as recorded. */
    record AttendanceAnswer(UUID mandate, boolean present, boolean statementSigned) {}

    /** Tells something; without recipients everyone who is present and signed. */
    record NewDisclosure(
            @Nullable String by, @Nullable String text, @Nullable Boolean secret, @Nullable List<String> recipients) {}

    /** A disclosure that was recorded. */
    record DisclosedView(UUID id, List<UUID> recipients, UUID basis, Map<UUID, UUID> bases, ReceiptView receipt) {}

    /** Where it stands in the ledger. */
    record ReceiptView(UUID cell, long index, Instant time, String leafHash) {}

    /** Records that somebody does not share. */
    record NewAbstention(@Nullable String by) {}

    /** Who does not share. */
    record AbstainedView(UUID by) {}

    /** A decision with votes. */
    record NewDecision(@Nullable String text, @Nullable List<@Nullable VoteBody> votes) {}

    /** One vote. */
    record VoteBody(@Nullable String mandateId, @Nullable String vote) {}

    /** A task: what is to be done, by whom, by when. */
    record NewTask(@Nullable String what, @Nullable String owner, @Nullable String due) {}

    private final Meeting meeting;
    private final RollCall rollCall;
    private final Tasks tasks;
    private final Clock clock;

    MeetingCalls(Meeting meeting, RollCall rollCall, Tasks tasks, Clock clock) {
        this.meeting = meeting;
        this.rollCall = rollCall;
        this.tasks = tasks;
        this.clock = clock;
    }

    @PutMapping("/attendance/{mandateId}")
    @Operation(summary = "Record who came and left, and the statement; before opening it is the roll call")
    AttendanceAnswer attend(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @PathVariable UUID mandateId,
            @RequestBody NewAttendance asked) {
        Fields fields = new Fields();
        Optional<Instant> arrived =
                isNow(asked.arrived()) ? Optional.empty() : moment(fields, "arrived", asked.arrived());
        Optional<Instant> left = moment(fields, "left", asked.left());
        MandateId who = new MandateId(mandateId);
        Optional<Attend.Statement> statement = statement(fields, asked, who.equals(actor.mandate()));
        fields.check();
        rollCall.attend(actor, new ConsultationId(id), n, who, new Attend(arrived, left, statement));
        return new AttendanceAnswer(mandateId, left.isEmpty(), statement.isPresent());
    }

    private static Optional<Attend.Statement> statement(Fields fields, NewAttendance asked, boolean oneself) {
        if (asked.statement() != null) {
            return fields.maybeCode("statement.how", asked.statement().get("how"), Attend.Statement.class);
        }
        return ConsultationCalls.statement(Boolean.TRUE.equals(asked.statementSigned()), oneself);
    }

    private Optional<Instant> moment(Fields fields, String field, @Nullable Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Optional.of(isNow(value) ? now : fields.moment(field, value.toString(), now));
    }

    private static boolean isNow(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    @PostMapping("/disclosures")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Tell the people present something",
            description = "409 not-open, no-valid-basis, recipient-not-present, not-covered-by-basis")
    DisclosedView disclose(Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewDisclosure asked) {
        Fields fields = new Fields();
        MandateId by = speaker(fields, actor, asked.by());
        String text = fields.text("text", asked.text());
        Optional<List<MandateId>> recipients = Optional.ofNullable(asked.recipients())
                .map(texts -> texts.stream()
                        .map(one -> fields.mandate("recipients", one))
                        .toList());
        fields.check();
        Disclosed disclosed = meeting.disclose(
                actor,
                new ConsultationId(id),
                n,
                new Disclose(by, text, Boolean.TRUE.equals(asked.secret()), recipients));
        return view(disclosed);
    }

    private static MandateId speaker(Fields fields, Actor actor, @Nullable String by) {
        return Fields.maybe(by).map(text -> fields.mandate("by", text)).orElse(actor.mandate());
    }

    private static DisclosedView view(Disclosed disclosed) {
        Map<UUID, UUID> bases = new LinkedHashMap<>();
        disclosed.covering().forEach((who, basis) -> bases.put(who.value(), basis.value()));
        LegalBasisId first = disclosed.covering().values().iterator().next();
        return new DisclosedView(
                disclosed.id().value(),
                disclosed.recipients().stream().map(MandateId::value).toList(),
                first.value(),
                bases,
                new ReceiptView(
                        disclosed.receipt().cell().value(),
                        disclosed.receipt().index(),
                        disclosed.receipt().time(),
                        disclosed.receipt().leafHash()));
    }

    @PostMapping("/abstentions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record that somebody does not share; no reason is asked")
    AbstainedView abstain(Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewAbstention asked) {
        Fields fields = new Fields();
        MandateId by = speaker(fields, actor, asked.by());
        fields.check();
        meeting.abstain(actor, new ConsultationId(id), n, by);
        return new AbstainedView(by.value());
    }

    @PostMapping("/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record a decision with the votes of those present")
    CaseActCalls.Made decide(Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewDecision asked) {
        Fields fields = new Fields();
        String text = fields.text("text", asked.text());
        Map<MandateId, Decide.Vote> votes = new LinkedHashMap<>();
        for (VoteBody body : Fields.list(asked.votes())) {
            String field = "votes[" + votes.size() + "].";
            VoteBody given = body == null ? new VoteBody(null, null) : body;
            votes.put(
                    fields.mandate(field + "mandateId", given.mandateId()),
                    fields.code(field + "vote", given.vote(), Decide.Vote.class));
        }
        fields.check();
        return new CaseActCalls.Made(meeting.decide(actor, new ConsultationId(id), n, new Decide(text, votes))
                .value());
    }

    @PostMapping("/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Set a task: its owner alone learns it",
            description = "All that an urgent consultation may do while a mandatory function lacks; 409 not-open,"
                    + " under-embargo, not-covered-by-basis")
    CaseActCalls.Made setTask(Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestBody NewTask asked) {
        Fields fields = new Fields();
        String what = fields.text("what", asked.what());
        MandateId owner = fields.mandate("owner", asked.owner());
        LocalDate due = fields.day("due", asked.due());
        fields.check();
        return new CaseActCalls.Made(tasks.set(actor, new ConsultationId(id), n, new Tasks.Task(what, owner, due))
                .value());
    }
}

package be.livc.web.api;

import be.livc.casefile.CaseId;
import be.livc.casefile.Subject;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.rights.Certificates;
import be.livc.rights.ErasedCase;
import be.livc.signal.Assess;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.signal.SignalId;
import be.livc.signal.SignalReading;
import be.livc.signal.SignalRow;
import be.livc.signal.SignalState;
import be.livc.vault.NameSearch;
import be.livc.workflow.livcr.ErasureFlow;
import be.livc.workflow.livcr.ListingFlow;
import be.livc.workflow.livcr.SignalFlow;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Signals: filed, read, weighed, decided on. */
@RestController
@RequestMapping("/api/v1/signals")
@Tag(name = "Signals")
class SignalCalls {

    /** Files a signal. */
    record NewSignal(
            @Nullable SubjectBody subject,
            @Nullable ReporterBody reporter,
            @Nullable List<@Nullable FactBody> facts,
            @Nullable String urgency,
            @Nullable InformedBody subjectInformed,
            @Nullable Boolean containsSecret,
            @Nullable String ground) {}

    /** Who it is about. */
    record SubjectBody(
            @Nullable String familyName,
            @Nullable String givenNames,
            @Nullable String birthDate,
            @Nullable List<@Nullable String> aliases) {}

    /** Who noticed it: PARTNER, ANONYMOUS or CITIZEN. */
    record ReporterBody(@Nullable String kind) {}

    /** One thing that was noticed. */
    record FactBody(@Nullable String date, @Nullable String kind, @Nullable String source, @Nullable String text) {}

    /** Whether the person knows of the signal, or why not. */
    record InformedBody(@Nullable Boolean informed, @Nullable String reason) {}

    /** A signal that was filed. */
    record FiledView(UUID id, String number, String state, List<DuplicateView> possibleDuplicates) {}

    /** A signal or case that may be about the same person; only for whoever may see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DuplicateView(@Nullable UUID caseId, @Nullable String number, double score) {}

    /** Weighs a signal. */
    record NewAssessment(
            @Nullable Map<String, String> criteria,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String referral) {}

    /** Where a signal stands after an assessment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssessedView(String state, @Nullable Boolean disagreement) {}

    /** The mayor's decision. */
    record NewListing(
            @Nullable String decision,
            @Nullable String purpose,
            @Nullable String purposeCode,
            @Nullable String necessity,
            @Nullable String caseId) {}

    /** What came of it; without a case when it was refused. */
    record ListedView(@Nullable UUID caseId, @Nullable String number, String phase, String state) {}

    /** A signal in a list. */
    record SignalRowView(
            UUID id, String number, String state, String urgency, Instant filedAt, @Nullable SubjectView subject) {

        static SignalRowView of(SignalRow row) {
            return new SignalRowView(
                    row.id().value(),
                    row.number(),
                    row.state(),
                    row.urgency(),
                    row.filedAt(),
                    row.subject().map(SubjectView::of).orElse(null));
        }
    }

    /** What is shown of a signal: the signal, or of an erased one its certificate. */
    @Schema(oneOf = {SignalBody.class, ErasedSignal.class})
    sealed interface SignalAnswer permits SignalBody, ErasedSignal {}

    /** What remains of an erased signal. */
    record ErasedSignal(UUID id, String number, String state, CaseCalls.CertificateView certificate)
            implements SignalAnswer {}

    private final SignalFlow flow;
    private final ListingFlow listing;
    private final SignalReading reading;
    private final ErasureFlow erasures;
    private final Certificates certificates;
    private final Subjects subjects;
    private final CaseNames caseNames;
    private final Purposes purposes;

    SignalCalls(
            SignalFlow flow,
            ListingFlow listing,
            SignalReading reading,
            ErasureFlow erasures,
            Certificates certificates,
            Subjects subjects,
            CaseNames caseNames,
            Purposes purposes) {
        this.flow = flow;
        this.listing = listing;
        this.reading = reading;
        this.erasures = erasures;
        this.certificates = certificates;
        this.subjects = subjects;
        this.caseNames = caseNames;
        this.purposes = purposes;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "File a signal")
    FiledView file(Actor actor, @RequestBody NewSignal asked) {
        FileSignal signal = signal(asked);
        Filed filed = flow.file(actor, signal);
        return new FiledView(
                filed.id().value(),
                filed.number(),
                SignalState.SIGNAL.name(),
                duplicates(actor, signal.subject(), filed.caseId()));
    }

    private static FileSignal signal(NewSignal asked) {
        Fields fields = new Fields();
        SubjectBody person = fields.part("subject", asked.subject()).orElse(new SubjectBody(null, null, null, null));
        Subject subject = new Subject(
                Fields.maybe(person.familyName()).orElse(""),
                Fields.maybe(person.givenNames()).orElse(""),
                fields.maybeDay("subject.birthDate", person.birthDate()),
                Fields.texts(person.aliases()));
        List<FileSignal.Fact> facts = new ArrayList<>();
        for (FactBody body : Fields.list(asked.facts())) {
            facts.add(fact(fields, "facts[" + facts.size() + "].", body));
        }
        boolean informed = asked.subjectInformed() != null
                && Boolean.TRUE.equals(asked.subjectInformed().informed());
        fields.check();
        return new FileSignal(
                subject,
                asked.reporter() == null
                        ? "PARTNER"
                        : Fields.maybe(asked.reporter().kind()).orElse(""),
                facts,
                Fields.maybe(asked.urgency()).orElse("NORMAL"),
                informed,
                asked.subjectInformed() == null
                        ? Optional.empty()
                        : Fields.maybe(asked.subjectInformed().reason()),
                Boolean.TRUE.equals(asked.containsSecret()),
                Fields.maybe(asked.ground()));
    }

    private static FileSignal.Fact fact(Fields fields, String field, @Nullable FactBody body) {
        FactBody given = body == null ? new FactBody(null, null, null, null) : body;
        return new FileSignal.Fact(
                fields.day(field + "date", given.date()),
                Fields.maybe(given.kind()).orElse(""),
                Fields.maybe(given.source()).orElse(""),
                Fields.maybe(given.text()).orElse(""));
    }

    private List<DuplicateView> duplicates(Actor actor, Subject subject, CaseId own) {
        if (!actor.isOneOf(Capacity.COORDINATOR, Capacity.INFORMATION_OFFICER)) {
            return List.of();
        }
        NameSearch.Query query = new NameSearch.Query(
                Fields.maybe((subject.givenNames() + " " + subject.familyName())), subject.birthDate());
        List<Subjects.Found> found = subjects.find(actor, query, actor.purpose()).stream()
                .filter(one -> !one.caseId().equals(own))
                .toList();
        Map<CaseId, String> numbers =
                caseNames.of(found.stream().map(Subjects.Found::caseId).toList());
        return found.stream()
                .map(one -> new DuplicateView(
                        numbers.containsKey(one.caseId()) ? one.caseId().value() : null,
                        numbers.get(one.caseId()),
                        one.score()))
                .toList();
    }

    @GetMapping
    @Operation(summary = "The signals that the caller sees, the newest first")
    Slice<SignalRowView> list(Actor actor, @RequestParam Optional<String> state, Paging paging) {
        Fields fields = new Fields();
        Optional<SignalState> wanted = fields.maybeCode("state", state.orElse(null), SignalState.class);
        fields.check();
        return Slice.of(reading.list(actor, wanted, paging.cursor(), paging.length()), SignalRowView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One signal, as far as the caller sees it; of an erased one, its certificate")
    SignalAnswer one(Actor actor, @PathVariable UUID id) {
        Optional<ErasedCase> erased = erasures.erased(actor, new SignalId(id));
        return erased.isPresent()
                ? new ErasedSignal(
                        id,
                        erased.get().number(),
                        SignalState.ERASED.name(),
                        CaseCalls.CertificateView.of(erased.get().certificate(), certificates))
                : SignalBody.of(reading.open(actor, new SignalId(id)));
    }

    @PostMapping("/{id}/assessments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Weigh a signal; the outcome takes effect when both assessors agree")
    AssessedView assess(Actor actor, @PathVariable UUID id, @RequestBody NewAssessment asked) {
        Fields fields = new Fields();
        Map<String, Assess.Answer> criteria = new LinkedHashMap<>();
        if (asked.criteria() != null) {
            asked.criteria()
                    .forEach((code, answer) ->
                            criteria.put(code, fields.code("criteria." + code, answer, Assess.Answer.class)));
        }
        Assess.Outcome outcome = fields.code("outcome", asked.outcome(), Assess.Outcome.class);
        String reason = fields.text("reason", asked.reason());
        fields.check();
        SignalFlow.Assessed assessed = flow.assess(
                actor, new SignalId(id), new Assess(criteria, outcome, reason, Fields.maybe(asked.referral())));
        return new AssessedView(caseNames.stateOf(new SignalId(id)), assessed.disagreement() ? Boolean.TRUE : null);
    }

    @PostMapping("/{id}/listing")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The mayor's decision on the case list")
    ListedView list(Actor actor, @PathVariable UUID id, @RequestBody NewListing asked) {
        Fields fields = new Fields();
        ListingFlow.Decision decision = fields.code("decision", asked.decision(), ListingFlow.Decision.class);
        boolean lists = decision == ListingFlow.Decision.LIST;
        if (lists
                && Fields.maybe(asked.purpose())
                        .or(() -> Fields.maybe(asked.purposeCode()))
                        .isEmpty()) {
            fields.wrong("purpose", "required");
        }
        String necessity = fields.text("necessity", asked.necessity());
        Optional<CaseId> other =
                Fields.maybe(asked.caseId()).map(text -> new CaseId(fields.id("caseId", text, "unknown-case")));
        fields.check();
        Purposes.Stated purpose = purposes.of(actor, asked.purposeCode(), asked.purpose());
        ListingFlow.Decided decided = listing.decide(
                actor,
                new SignalId(id),
                new ListingFlow.Decide(decision, purpose.code(), purpose.text(), necessity, other));
        String phase = decided.caseId().map(caseNames::phaseOf).orElse(SignalState.NOT_RETAINED.name());
        return new ListedView(
                decided.caseId().map(CaseId::value).orElse(null),
                decided.number().orElse(null),
                phase,
                decided.caseId().isPresent() ? SignalState.LISTED.name() : SignalState.NOT_RETAINED.name());
    }
}

package be.livc.web.api;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseRow;
import be.livc.casefile.CaseView;
import be.livc.casefile.Goal;
import be.livc.casefile.GoalId;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.rights.Certificate;
import be.livc.rights.Certificates;
import be.livc.rights.ErasedCase;
import be.livc.workflow.engine.ProcessView;
import be.livc.workflow.engine.Processes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, as far as the caller sees them. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class CaseCalls {

    /** A case in a list. */
    record CaseRowView(
            UUID id,
            String number,
            String phase,
            @Nullable SubjectView subject,
            LocalDate openedOn,
            @Nullable LocalDate nextReview,
            List<String> restrictions) {

        static CaseRowView of(CaseRow row) {
            return new CaseRowView(
                    row.id().value(),
                    row.number(),
                    row.phase(),
                    row.subject().map(SubjectView::of).orElse(null),
                    row.openedOn(),
                    row.nextReview().orElse(null),
                    row.suspended() ? List.of(CaseView.Restriction.EMBARGO.name()) : List.of());
        }
    }

    /** A piece of information on the timeline. */
    record PieceView(
            UUID id,
            String type,
            Instant at,
            @Nullable LocalDate date,
            UUID by,
            String byName,
            @Nullable String code,
            boolean secret,
            String text,
            @Nullable String source,
            List<UUID> recipients,
            List<WhyView> why) {

        static PieceView of(CaseView.Piece piece) {
            return new PieceView(
                    piece.id().value(),
                    piece.type().code(),
                    piece.at(),
                    piece.occurredOn().orElse(null),
                    piece.by().value(),
                    piece.byName(),
                    piece.code().orElse(null),
                    piece.secret(),
                    piece.text(),
                    piece.detail().orElse(null),
                    piece.recipients().stream().map(MandateId::value).toList(),
                    WhyView.of(piece.why()));
        }
    }

    /** One goal of a plan. */
    record GoalView(UUID id, String domain, String goal, String state) {

        static GoalView of(Goal goal) {
            return new GoalView(
                    goal.id().value(), goal.domain(), goal.goal(), goal.state().name());
        }
    }

    /** A plan of action; goals only for whoever sees them, as they heard them. */
    record PlanView(
            List<GoalView> goals, boolean newerGoals, List<MeasureView> measures, LocalDate reviewDate, int version) {

        static PlanView of(CaseView.PlanView plan) {
            return new PlanView(
                    plan.goals().stream().map(GoalView::of).toList(),
                    plan.newerGoals(),
                    plan.measures().stream().map(MeasureView::of).toList(),
                    plan.reviewDate(),
                    plan.version());
        }
    }

    /** One measure. */
    record MeasureView(
            UUID id,
            String what,
            UUID owner,
            String ownerName,
            LocalDate due,
            String state,
            @Nullable UUID goal,
            @Nullable String offer,
            boolean overdue,
            List<WhyView> why) {

        static MeasureView of(CaseView.MeasureView measure) {
            return new MeasureView(
                    measure.id().value(),
                    measure.what(),
                    measure.owner().value(),
                    measure.ownerName(),
                    measure.due(),
                    measure.state(),
                    measure.goal().map(GoalId::value).orElse(null),
                    measure.offer().orElse(null),
                    measure.overdue(),
                    WhyView.of(measure.why()));
        }
    }

    /** What is shown of a case: the case, or of an erased one its certificate. */
    @Schema(oneOf = {CaseBody.class, ErasedBody.class})
    sealed interface CaseAnswer permits CaseBody, ErasedBody {}

    /** A case as the caller sees it. */
    record CaseBody(
            UUID id,
            String number,
            String phase,
            List<CaseView.Restriction> restrictions,
            @Nullable SubjectView subject,
            LocalDate openedOn,
            String purpose,
            @Nullable String purposeText,
            @Nullable LocalDate nextReview,
            @Nullable LocalDate closedOn,
            @Nullable String closureGround,
            @Nullable LocalDate retainUntil,
            @Nullable PlanView plan,
            List<WhyView> access)
            implements CaseAnswer {

        static CaseBody of(CaseView view) {
            return new CaseBody(
                    view.id().value(),
                    view.number(),
                    view.phase(),
                    view.restrictions(),
                    view.subject().map(SubjectView::of).orElse(null),
                    view.openedOn(),
                    view.purpose(),
                    view.purposeText().orElse(null),
                    view.nextReview().orElse(null),
                    view.closedOn().orElse(null),
                    view.closureGround().orElse(null),
                    view.retainUntil().orElse(null),
                    view.plan().map(PlanView::of).orElse(null),
                    WhyView.of(view.access()));
        }
    }

    /** What remains of an erased case. */
    record ErasedBody(UUID id, String number, String phase, CertificateView certificate) implements CaseAnswer {

        static ErasedBody of(ErasedCase erased, Certificates certificates) {
            return new ErasedBody(
                    erased.id().value(),
                    erased.number(),
                    CasePhase.ERASED.name(),
                    CertificateView.of(erased.certificate(), certificates));
        }
    }

    /** Where a case is in its process. */
    record ProcessAnswer(String definition, int version, List<String> active, List<String> completed) {}

    /** The certificate of an erasure; {@code proof} is a C2SP tlog-proof of its entry, which the verifier takes on its own. */
    record CertificateView(
            String caseNumber,
            Instant erasedAt,
            LocalDate unreadableInBackupsAfter,
            boolean keyDestroyed,
            long ledgerIndex,
            String rule,
            String reason,
            String condition,
            @Nullable String proof) {

        static CertificateView of(Certificate certificate, Certificates certificates) {
            return new CertificateView(
                    certificate.caseNumber(),
                    certificate.erasedAt(),
                    certificate.unreadableInBackupsAfter(),
                    true,
                    certificate.ledgerIndex(),
                    certificate.rule(),
                    certificate.reason(),
                    "provided copies of the keyset from before that date are destroyed",
                    certificates.proof(certificate).orElse(null));
        }
    }

    private final CaseFiles cases;
    private final Certificates certificates;
    private final Processes processes;
    private final CaseTag tag;

    CaseCalls(CaseFiles cases, Certificates certificates, Processes processes, CaseTag tag) {
        this.cases = cases;
        this.certificates = certificates;
        this.processes = processes;
        this.tag = tag;
    }

    @GetMapping
    @Operation(summary = "The cases that the caller sees, the newest number first; 422 for a phase that is none")
    Slice<CaseRowView> list(Actor actor, @RequestParam Optional<String> phase, Paging paging) {
        Fields fields = new Fields();
        Optional<String> wanted =
                fields.maybeCode("phase", phase.orElse(null), CasePhase.class).map(Enum::name);
        fields.check();
        return Slice.of(cases.list(actor, wanted, paging.cursor(), paging.length()), CaseRowView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One case, as far as the caller sees it, with its ETag; of an erased one, its certificate")
    ResponseEntity<CaseAnswer> one(Actor actor, @PathVariable UUID id) {
        CaseId caseId = new CaseId(id);
        Optional<ErasedCase> erased = certificates.erased(actor, caseId);
        if (erased.isPresent()) {
            return ResponseEntity.ok(ErasedBody.of(erased.get(), certificates));
        }
        CaseView view = cases.open(actor, caseId);
        return ResponseEntity.ok().eTag(tag.of(view)).body(CaseBody.of(view));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "The pieces of information that the caller sees, the oldest first, each with why")
    Slice<PieceView> timeline(Actor actor, @PathVariable UUID id, Paging paging) {
        CaseView view = cases.open(actor, new CaseId(id));
        return Slice.of(view.timeline(), paging, piece -> piece.id().toString(), PieceView::of);
    }

    @GetMapping("/{id}/process")
    @Operation(summary = "Where the case is in its process")
    ProcessAnswer process(Actor actor, @PathVariable UUID id) {
        CaseId caseId = new CaseId(id);
        if (certificates.erased(actor, caseId).isEmpty()) {
            cases.open(actor, caseId);
        }
        ProcessView where = processes.where(id);
        return new ProcessAnswer(where.definition(), where.version(), where.active(), where.completed());
    }
}

package be.livc.web.api;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseRow;
import be.livc.casefile.CaseView;
import be.livc.casefile.Goal;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.rights.Certificate;
import be.livc.rights.ErasedCase;
import be.livc.rights.Erasures;
import be.livc.workflow.engine.ProcessView;
import be.livc.workflow.engine.Processes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    record RowView(
            UUID id,
            String number,
            String phase,
            @Nullable SubjectView subject,
            LocalDate openedOn,
            @Nullable LocalDate nextReview,
            List<String> restrictions) {

        static RowView of(CaseRow row) {
            return new RowView(
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

    /** A plan of action; goals only for whoever sees them. */
    record PlanView(List<Goal> goals, List<MeasureView> measures, LocalDate reviewDate, int version) {

        static PlanView of(CaseView.PlanView plan) {
            return new PlanView(
                    plan.goals(),
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
                    measure.overdue(),
                    WhyView.of(measure.why()));
        }
    }

    /** Where a case is in its process. */
    record ProcessAnswer(String definition, int version, List<String> active, List<String> completed) {}

    /** The certificate of an erasure. */
    record CertificateView(
            String caseNumber,
            Instant erasedAt,
            LocalDate unreadableInBackupsAfter,
            boolean keyDestroyed,
            long ledgerIndex,
            String rule,
            String condition) {

        static CertificateView of(Certificate certificate) {
            return new CertificateView(
                    certificate.caseNumber(),
                    certificate.erasedAt(),
                    certificate.unreadableInBackupsAfter(),
                    true,
                    certificate.ledgerIndex(),
                    certificate.rule(),
                    "provided copies of the keyset from before that date are destroyed");
        }
    }

    private final CaseFiles cases;
    private final Erasures erasures;
    private final Processes processes;

    CaseCalls(CaseFiles cases, Erasures erasures, Processes processes) {
        this.cases = cases;
        this.erasures = erasures;
        this.processes = processes;
    }

    @GetMapping
    @Operation(summary = "The cases that the caller sees, the newest number first")
    Slice<RowView> list(Actor actor, @RequestParam Optional<String> phase, Paging paging) {
        return Slice.of(
                cases.list(actor, phase.filter(text -> !text.isBlank()), paging.cursor(), paging.length()),
                RowView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One case, as far as the caller sees it; of an erased one, its certificate")
    ResponseEntity<Map<String, Object>> one(Actor actor, @PathVariable UUID id) {
        CaseId caseId = new CaseId(id);
        Optional<ErasedCase> erased = erasures.erased(actor, caseId);
        if (erased.isPresent()) {
            return ResponseEntity.ok(erased(erased.get()));
        }
        CaseView view = cases.open(actor, caseId);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        view.plan().ifPresent(plan -> answer.eTag(Integer.toString(plan.version())));
        return answer.body(shown(view));
    }

    private static Map<String, Object> erased(ErasedCase erased) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", erased.id().value());
        shown.put("number", erased.number());
        shown.put("phase", "ERASED");
        shown.put("certificate", CertificateView.of(erased.certificate()));
        return shown;
    }

    private static Map<String, Object> shown(CaseView view) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", view.id().value());
        shown.put("number", view.number());
        shown.put("phase", view.phase());
        shown.put("restrictions", view.restrictions());
        shown.put("subject", view.subject().map(SubjectView::of).orElse(null));
        shown.put("openedOn", view.openedOn());
        shown.put("purpose", view.purpose());
        shown.put("purposeText", view.purposeText().orElse(null));
        shown.put("nextReview", view.nextReview().orElse(null));
        shown.put("closedOn", view.closedOn().orElse(null));
        shown.put("closureGround", view.closureGround().orElse(null));
        shown.put("retainUntil", view.retainUntil().orElse(null));
        shown.put("plan", view.plan().map(PlanView::of).orElse(null));
        shown.put("access", WhyView.of(view.access()));
        return shown;
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
        if (erasures.erased(actor, caseId).isEmpty()) {
            cases.open(actor, caseId);
        }
        ProcessView where = processes.where(id);
        return new ProcessAnswer(where.definition(), where.version(), where.active(), where.completed());
    }
}

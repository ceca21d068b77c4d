package be.livc.web.api;

import be.livc.access.ObjectType;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.EmbargoView;
import be.livc.casefile.Embargoes;
import be.livc.casefile.LayEmbargo;
import be.livc.cell.Actor;
import be.livc.workflow.livcr.EmbargoFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Embargoes of the information officer and the parket. To everybody else there is nothing at these addresses. */
@RestController
@RequestMapping("/api/v1/embargoes")
@Tag(name = "Embargoes")
class EmbargoCalls {

    /** Hides a CASE, an AGENDA_ITEM, or a FACT, DISCLOSURE, DECISION or PROGRESS by its id. */
    record NewEmbargo(
            @Nullable String type, @Nullable String object, @Nullable String reference, @Nullable String reviewDate) {}

    /** Another day on which it is looked at again. */
    record NewReview(@Nullable String reviewDate) {}

    /** An embargo that the caller reviews; the reference only to who laid it. */
    record View(
            UUID id,
            String type,
            UUID caseId,
            @Nullable String caseNumber,
            @Nullable String reference,
            LocalDate reviewDate,
            Instant laidAt,
            boolean mine) {

        static View of(EmbargoView embargo) {
            return new View(
                    embargo.id().value(),
                    embargo.type().name(),
                    embargo.caseId().value(),
                    embargo.caseNumber().orElse(null),
                    embargo.reference().orElse(null),
                    embargo.review(),
                    embargo.laidAt(),
                    embargo.mine());
        }
    }

    private final Embargoes embargoes;
    private final EmbargoFlow flow;

    EmbargoCalls(Embargoes embargoes, EmbargoFlow flow) {
        this.embargoes = embargoes;
        this.flow = flow;
    }

    @GetMapping
    @Operation(summary = "The embargoes that the caller reviews, the first due first")
    Slice<View> list(Actor actor, Paging paging) {
        embargoes.requireReviews(actor, actor.cell().value());
        return Slice.of(embargoes.of(actor), paging, embargo -> embargo.id().toString(), View::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Lay an embargo; everyone else sees only that it is suspended, from their next request on")
    Map<String, Object> lay(Actor actor, @RequestBody NewEmbargo asked) {
        embargoes.requireReviews(actor, actor.cell().value());
        Fields fields = new Fields();
        ObjectType type = fields.code("type", asked.type(), ObjectType.class);
        UUID object = fields.id("object", asked.object(), "unknown-case");
        LocalDate review = fields.day("reviewDate", asked.reviewDate());
        fields.check();
        EmbargoId id = flow.lay(actor, new LayEmbargo(type, object, Fields.maybe(asked.reference()), review));
        return Map.of("id", id.value());
    }

    @PostMapping("/{id}/lift")
    @Operation(summary = "Lift an embargo that one laid, or whose layer holds no mandate any more")
    Map<String, Object> lift(Actor actor, @PathVariable UUID id) {
        flow.lift(actor, new EmbargoId(id));
        return Map.of("id", id);
    }

    @PostMapping("/{id}/review")
    @Operation(summary = "Set another day on which an embargo is looked at again")
    Map<String, Object> prolong(Actor actor, @PathVariable UUID id, @RequestBody NewReview asked) {
        embargoes.requireReviews(actor, id);
        Fields fields = new Fields();
        LocalDate review = fields.day("reviewDate", asked.reviewDate());
        fields.check();
        flow.prolong(actor, new EmbargoId(id), review);
        return Map.of("id", id, "reviewDate", review);
    }
}

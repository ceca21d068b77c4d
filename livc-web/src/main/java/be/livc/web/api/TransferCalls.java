package be.livc.web.api;

import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.Summary;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferRow;
import be.livc.transfer.TransferView;
import be.livc.workflow.pivc.ReleaseFlow;
import be.livc.workflow.transfer.OfferCheck;
import be.livc.workflow.transfer.TransferFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/** Hand-overs of cases between cells. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Transfers")
class TransferCalls {

    /** A cell that a case can go to. */
    record Destination(UUID id, String kind, String name) {}

    /** Asks for a case to be offered; {@code items} are the ids that the check gave. */
    record NewTransfer(
            @Nullable String to,
            @Nullable String kind,
            @Nullable String purpose,
            @Nullable String reason,
            @Nullable List<@Nullable String> items) {}

    /** Refuses an offer. */
    record NewRefusal(@Nullable String code, @Nullable String text) {}

    /** How far a hand-over is. */
    record StateView(UUID id, String state) {}

    /** A case that was taken over. */
    record AcceptedView(UUID id, String state, UUID caseId, String number) {}

    /** One piece of a case with what keeps it from going there. */
    record ItemView(UUID id, String type, LocalDate date, boolean secret, boolean mayGo, List<String> refusals) {

        static ItemView of(OfferCheck.Judged judged) {
            return new ItemView(
                    judged.part().id(),
                    judged.part().type().code(),
                    judged.part().day(),
                    judged.part().secret(),
                    judged.mayGo(),
                    codes(judged.refusals()));
        }
    }

    /** What of a case can go to another cell. */
    record CheckView(List<String> refusals, List<ItemView> items) {}

    /** A hand-over in a list. */
    record TransferRowView(
            UUID id,
            String direction,
            @Nullable String number,
            String cell,
            String kind,
            String state,
            int items,
            Instant at,
            Instant answerBy) {

        static TransferRowView of(TransferRow row) {
            return new TransferRowView(
                    row.id().value(),
                    way(row.incoming()),
                    row.number().orElse(null),
                    row.other(),
                    row.kind().name(),
                    row.state().name(),
                    row.parts(),
                    row.at(),
                    row.answerBy());
        }
    }

    /** One piece of what is offered: no content. */
    record LineView(String type, @Nullable String code, LocalDate date, boolean secret) {

        static LineView of(Summary.Line line) {
            return new LineView(line.type(), line.code().orElse(null), line.day(), line.secret());
        }
    }

    /** A hand-over. */
    record TransferDetail(
            UUID id,
            String direction,
            @Nullable UUID caseId,
            @Nullable String number,
            String cell,
            String kind,
            String purpose,
            String state,
            @Nullable String reason,
            @Nullable SubjectView subject,
            @Schema(description = "When the person is expected to leave prison, in an offer of a PIVC") @Nullable
                    LocalDate releaseOn,
            List<LineView> items,
            Instant at,
            Instant answerBy,
            @Nullable Instant answeredAt,
            @Nullable String refusal,
            @Nullable String refusalText) {

        static TransferDetail of(TransferView view) {
            return new TransferDetail(
                    view.id().value(),
                    way(view.incoming()),
                    view.caseId().map(CaseId::value).orElse(null),
                    view.number().orElse(null),
                    view.other(),
                    view.kind().name(),
                    view.purpose(),
                    view.state().name(),
                    view.reason().orElse(null),
                    view.summary().map(Summary::subject).map(SubjectView::of).orElse(null),
                    view.summary().flatMap(Summary::releaseOn).orElse(null),
                    view.summary().stream()
                            .flatMap(summary -> summary.lines().stream())
                            .map(LineView::of)
                            .toList(),
                    view.at(),
                    view.answerBy(),
                    view.answeredAt().orElse(null),
                    view.answerCode().orElse(null),
                    view.answer().orElse(null));
        }
    }

    private final TransferFlow transfers;
    private final ReleaseFlow releases;
    private final TransferReading reading;

    TransferCalls(TransferFlow transfers, ReleaseFlow releases, TransferReading reading) {
        this.transfers = transfers;
        this.releases = releases;
        this.reading = reading;
    }

    private static String way(boolean incoming) {
        return incoming ? "IN" : "OUT";
    }

    private static List<String> codes(List<Refusal.Reason> reasons) {
        return reasons.stream().map(Refusal.Reason::code).distinct().toList();
    }

    @GetMapping("/transfer-destinations")
    @Operation(summary = "The cells that a case can go to")
    List<Destination> destinations(Actor actor) {
        return transfers.destinations().stream()
                .map(cell -> new Destination(cell.id().value(), cell.kind().name(), cell.name()))
                .toList();
    }

    @GetMapping("/cases/{id}/transfer-check")
    @Operation(summary = "Judge each piece of a case by the legal bases of another cell")
    CheckView check(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID to,
            @RequestParam(required = false) @Nullable String purpose) {
        OfferCheck check = transfers.check(
                actor, new CaseId(id), new CellId(to), Fields.maybe(purpose).orElse(actor.purpose()));
        return new CheckView(
                codes(check.refusals()),
                check.parts().stream().map(ItemView::of).toList());
    }

    @PostMapping("/cases/{id}/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Offer a case to another cell, with the items chosen one by one; kind EMERGENCY, from a prison to a "
                            + "LIVC R, takes none along")
    StateView offer(Actor actor, @PathVariable UUID id, @RequestBody NewTransfer asked) {
        Fields fields = new Fields();
        UUID to = fields.id("to", asked.to(), "unknown-cell");
        TransferKind kind = fields.code("kind", asked.kind(), TransferKind.class);
        String reason = fields.text("reason", asked.reason());
        Set<UUID> items = new HashSet<>();
        for (String item : Fields.texts(asked.items())) {
            items.add(fields.id("items", item, "unknown-item"));
        }
        fields.check();
        return state(
                actor,
                kind.isUrgent()
                        ? emergency(actor, new CaseId(id), new CellId(to), reason, items)
                        : transfers.offer(
                                actor,
                                new OfferTransfer(
                                        new CaseId(id),
                                        new CellId(to),
                                        kind,
                                        Fields.maybe(asked.purpose()).orElse(actor.purpose()),
                                        reason,
                                        items)));
    }

    /** As on the screen: it also notes that somebody left prison, and takes no pieces along. */
    private TransferId emergency(Actor actor, CaseId id, CellId to, String reason, Set<UUID> items) {
        if (!items.isEmpty()) {
            throw Refusal.invalid("items", "emergency-minimal");
        }
        return releases.releasedTo(actor, id, to, reason);
    }

    private StateView state(Actor actor, TransferId id) {
        return new StateView(id.value(), reading.open(actor, id).state().name());
    }

    @GetMapping("/transfers")
    @Operation(summary = "The hand-overs that the caller sees, the newest first")
    Slice<TransferRowView> list(Actor actor, Paging paging) {
        return Slice.of(reading.list(actor), paging, row -> row.id().toString(), TransferRowView::of);
    }

    @GetMapping("/transfers/{id}")
    @Operation(summary = "A hand-over; of an incoming one its summary, no content")
    TransferDetail show(Actor actor, @PathVariable UUID id) {
        return TransferDetail.of(reading.open(actor, new TransferId(id)));
    }

    @PostMapping("/transfers/{id}/acceptance")
    @Operation(summary = "Take over what another cell offers")
    AcceptedView accept(Actor actor, @PathVariable UUID id) {
        TakenOver taken = transfers.accept(actor, new TransferId(id));
        return new AcceptedView(id, "ACCEPTED", taken.caseId().value(), taken.number());
    }

    @PostMapping("/transfers/{id}/refusal")
    @Operation(
            summary = "Refuse what another cell offers, with a code of the list transfer-refusals",
            description = "OTHER asks for a text: 422 required")
    StateView refuse(Actor actor, @PathVariable UUID id, @RequestBody NewRefusal asked) {
        Fields fields = new Fields();
        String code = fields.text("code", asked.code());
        fields.check();
        transfers.refuse(
                actor, new TransferId(id), code, Fields.maybe(asked.text()).orElse(""));
        return new StateView(id, "REFUSED");
    }

    @PostMapping("/transfers/{id}/withdrawal")
    @Operation(summary = "Take an offer back that is not answered yet")
    StateView withdraw(Actor actor, @PathVariable UUID id) {
        transfers.withdraw(actor, new TransferId(id));
        return new StateView(id, "WITHDRAWN");
    }
}

package be.livc.web.api;

import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.rights.Certificates;
import be.livc.rights.ErasureReason;
import be.livc.rights.Erasures;
import be.livc.signal.SignalId;
import be.livc.workflow.livcr.ErasureFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is in retention, and the three steps to its erasure: of a closed case, and of a signal that went no further. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Retention")
class ErasureCalls {

    /**
     * Why: a code of the list {@code erasure-reasons}, or words, which are erased with the case.
     *
     * @param reason left out in a proposal it is TERM_OVER once the term is over, and OTHER before; to say TERM_OVER before is
     *     422 {@code term-not-over}
     */
    record NewErasure(
            @Schema(
                            description =
                                    "A code of the list erasure-reasons, or words. TERM_OVER before the end of the term is 422"
                                            + " term-not-over. Left out in a proposal: TERM_OVER once the term is over, OTHER before.")
                    @Nullable
                    String reason) {}

    /** The mayor's decision on an erasure: ERASE, or KEEP until a day, for a reason in words. */
    record NewErasureDecision(@Nullable String decision, @Nullable String until, @Nullable String reason) {}

    /** What the mayor decides. */
    enum ErasureDecision {
        ERASE,
        KEEP
    }

    /** How far an erasure is: PROPOSED, APPROVED or KEPT. */
    record ErasureView(UUID id, String state) {}

    /** A closed case, or a signal that went no further, in retention; {@code type} is CASE or SIGNAL. */
    record RetentionView(
            UUID id, String type, String number, @Nullable LocalDate closedOn, @Nullable LocalDate retainUntil) {

        static RetentionView of(CaseFacts facts) {
            return new RetentionView(
                    facts.id().value(),
                    "CASE",
                    facts.number(),
                    facts.closedOn().orElse(null),
                    facts.retainUntil().orElse(null));
        }

        static RetentionView of(ErasureFlow.KeptSignal signal) {
            return new RetentionView(
                    signal.id().value(), "SIGNAL", signal.number(), signal.endedOn(), signal.retainUntil());
        }
    }

    private final ErasureFlow flow;
    private final Erasures erasures;
    private final Certificates certificates;

    ErasureCalls(ErasureFlow flow, Erasures erasures, Certificates certificates) {
        this.flow = flow;
        this.erasures = erasures;
        this.certificates = certificates;
    }

    @GetMapping("/retention")
    @Operation(
            summary = "Closed cases and signals that went no further, each by the end of its term: numbers and dates")
    Slice<RetentionView> retention(Actor actor, Paging paging) {
        List<RetentionView> all = Stream.concat(
                        erasures.inRetention(actor).stream().map(RetentionView::of),
                        flow.signalsInRetention(actor).stream().map(RetentionView::of))
                .toList();
        return Slice.of(all, paging, one -> one.id().toString(), one -> one);
    }

    @PostMapping("/cases/{id}/erasure-proposal")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose to erase a closed case, as the coordinator")
    ErasureView propose(Actor actor, @PathVariable UUID id, @RequestBody(required = false) @Nullable NewErasure asked) {
        flow.propose(actor, new CaseId(id), reason(asked));
        return new ErasureView(id, "PROPOSED");
    }

    @PostMapping("/cases/{id}/erasure-decision")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Decide to erase or to keep a case, as the mayor")
    ErasureView decide(Actor actor, @PathVariable UUID id, @RequestBody NewErasureDecision asked) {
        return new ErasureView(id, decided(actor, new CaseId(id), asked));
    }

    @PostMapping("/cases/{id}/erasure")
    @Operation(summary = "Carry a decided erasure out, as the DPO: the case key is destroyed")
    CaseCalls.CertificateView erase(
            Actor actor, @PathVariable UUID id, @RequestBody(required = false) @Nullable NewErasure asked) {
        return CaseCalls.CertificateView.of(flow.carryOut(actor, new CaseId(id), reason(asked)), certificates);
    }

    @PostMapping("/signals/{id}/erasure-proposal")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose to erase a signal that went no further, as the coordinator")
    ErasureView proposeSignal(
            Actor actor, @PathVariable UUID id, @RequestBody(required = false) @Nullable NewErasure asked) {
        flow.propose(actor, flow.ofSignal(actor, new SignalId(id)), reason(asked));
        return new ErasureView(id, "PROPOSED");
    }

    @PostMapping("/signals/{id}/erasure-decision")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Decide to erase or to keep a signal, as the mayor")
    ErasureView decideOnSignal(Actor actor, @PathVariable UUID id, @RequestBody NewErasureDecision asked) {
        return new ErasureView(id, decided(actor, flow.ofSignal(actor, new SignalId(id)), asked));
    }

    @PostMapping("/signals/{id}/erasure")
    @Operation(summary = "Carry the decided erasure of a signal out, as the DPO: its key is destroyed")
    CaseCalls.CertificateView eraseSignal(
            Actor actor, @PathVariable UUID id, @RequestBody(required = false) @Nullable NewErasure asked) {
        return CaseCalls.CertificateView.of(
                flow.carryOut(actor, flow.ofSignal(actor, new SignalId(id)), reason(asked)), certificates);
    }

    private Optional<ErasureReason> reason(@Nullable NewErasure asked) {
        return asked == null ? Optional.empty() : Fields.maybe(asked.reason()).map(erasures::reason);
    }

    private String decided(Actor actor, CaseId id, NewErasureDecision asked) {
        Fields fields = new Fields();
        ErasureDecision decision = fields.code("decision", asked.decision(), ErasureDecision.class);
        Optional<LocalDate> until = fields.maybeDay("until", asked.until());
        if (decision == ErasureDecision.KEEP && until.isEmpty()) {
            fields.wrong("until", "required");
        }
        Optional<String> reason = Fields.maybe(asked.reason());
        if (decision == ErasureDecision.KEEP && reason.isEmpty()) {
            fields.wrong("reason", "required");
        }
        fields.check();
        if (decision == ErasureDecision.ERASE) {
            flow.approve(actor, id);
            return "APPROVED";
        }
        flow.keep(actor, id, until.orElseThrow(), reason.orElseThrow());
        return "KEPT";
    }
}

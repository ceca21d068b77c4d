package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.setup.Setup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The legal bases of the caller's cell. */
@RestController
@RequestMapping("/api/v1/legal-bases")
@Tag(name = "Legal bases")
class LegalBasisCalls {

    /** A basis to record; {@code purpose} in words or as a code, {@code purposes} as codes. */
    record NewBasis(
            @Nullable String kind,
            @Nullable String reference,
            @Nullable String purpose,
            @Nullable List<@Nullable String> purposes,
            @Nullable String terms,
            @Nullable List<@Nullable String> participants,
            @Nullable String validFrom,
            @Nullable String validTo) {}

    /** The last day of a basis that is ended. */
    record NewEnd(@Nullable String validTo) {}

    /** A legal basis. */
    record BasisView(
            UUID id,
            String kind,
            String reference,
            @Nullable String purpose,
            List<String> purposes,
            String terms,
            List<String> participants,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean validNow) {}

    private final LegalBases bases;
    private final Setup setup;
    private final Purposes purposes;
    private final Clock clock;

    LegalBasisCalls(LegalBases bases, Setup setup, Purposes purposes, Clock clock) {
        this.bases = bases;
        this.setup = setup;
        this.purposes = purposes;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The legal bases of the own cell, the newest first")
    Slice<BasisView> list(Actor actor, Paging paging) {
        return Slice.of(bases.all(), paging, basis -> basis.id().toString(), this::view);
    }

    private BasisView view(LegalBasis basis) {
        return new BasisView(
                basis.id().value(),
                basis.kind().name(),
                basis.reference(),
                basis.purposeNote().orElse(null),
                basis.purposes(),
                basis.terms(),
                basis.participants(),
                basis.validFrom(),
                basis.validTo().orElse(null),
                basis.isValidAt(clock.instant()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record a legal basis")
    BasisView record(Actor actor, @RequestBody NewBasis asked) {
        Fields fields = new Fields();
        BasisKind kind = fields.code("kind", asked.kind(), BasisKind.class);
        String reference = fields.text("reference", asked.reference());
        String terms = fields.text("terms", asked.terms());
        LocalDate from = fields.day("validFrom", asked.validFrom());
        Optional<LocalDate> to = fields.maybeDay("validTo", asked.validTo());
        Purposes.Stated stated = purposes.of(actor, null, asked.purpose());
        List<String> codes = Fields.texts(asked.purposes());
        if (codes.isEmpty() && Fields.maybe(asked.purpose()).isEmpty()) {
            fields.wrong("purpose", "required");
        }
        fields.check();
        return view(setup.recordBasis(
                actor,
                new RecordBasis(
                        kind,
                        reference,
                        codes.isEmpty() ? List.of(stated.code()) : codes,
                        stated.text(),
                        terms,
                        Fields.texts(asked.participants()),
                        from,
                        to)));
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Withdraw a legal basis: it covers nobody from this moment on, in an open consultation too")
    BasisView withdraw(Actor actor, @PathVariable UUID id) {
        return view(setup.withdrawBasis(actor, new LegalBasisId(id)));
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "End a legal basis: it is valid up to and including this day")
    BasisView end(Actor actor, @PathVariable UUID id, @RequestBody NewEnd asked) {
        Fields fields = new Fields();
        LocalDate lastDay = fields.day("validTo", asked.validTo());
        fields.check();
        return view(setup.endBasis(actor, new LegalBasisId(id), lastDay));
    }
}

package be.livc.web.transfer;

import be.livc.casefile.CaseId;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferKind;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the form to offer a case holds, as it was typed. */
record OfferForm(String to, String kind, String purpose, String reason, List<String> items) {

    static final OfferForm BLANK = new OfferForm("", "", "", "", List.of());

    OfferForm(
            @Nullable String to,
            @Nullable String kind,
            @Nullable String purpose,
            @Nullable String reason,
            @Nullable List<String> items) {
        this.to = Typed.text(to);
        this.kind = Typed.text(kind);
        this.purpose = Typed.text(purpose);
        this.reason = Typed.text(reason);
        this.items = items == null ? List.of() : List.copyOf(items);
    }

    /**
     * What is missing before anything can be judged; an emergency has a form of its own.
     *
     * @param fits whether a case goes to that cell for this reason
     */
    List<Refusal.Reason> problems(BiPredicate<TransferKind, CellId> fits) {
        Reading reading = new Reading();
        reading.unless(cell().isPresent(), "to", "required");
        Optional<TransferKind> why = Typed.code(TransferKind.class, kind).filter(given -> !given.isUrgent());
        reading.unless(why.isPresent(), "kind", "required");
        if (why.isPresent() && cell().isPresent()) {
            reading.unless(fits.test(why.get(), cell().get()), "kind", "unfit-kind");
        }
        reading.present("purpose", purpose);
        reading.present("reason", reason);
        return reading.problems();
    }

    Optional<CellId> cell() {
        return Typed.id(to).map(CellId::new);
    }

    /** The command, once {@link #problems} found none. */
    OfferTransfer asked(CaseId caseId) {
        return new OfferTransfer(
                caseId,
                cell().orElseThrow(),
                Typed.code(TransferKind.class, kind).orElseThrow(),
                purpose,
                reason,
                items.stream().map(Typed::id).flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    boolean holds(UUID item) {
        return items.contains(item.toString());
    }
}

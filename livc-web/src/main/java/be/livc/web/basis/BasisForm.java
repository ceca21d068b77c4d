package be.livc.web.basis;

import be.livc.cell.PartnerId;
import be.livc.law.BasisKind;
import be.livc.law.RecordBasis;
import be.livc.platform.Refusal;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the forms for a legal basis and for a permission of the procureur send; the second fills in the last four.
 *
 * @param named partners and people that the basis names, beside the categories in {@code participants}
 */
record BasisForm(
        String kind,
        String reference,
        String purposeNote,
        String terms,
        List<String> purposes,
        List<String> participants,
        List<String> named,
        String validFrom,
        String validTo,
        String prison,
        String motivation,
        String givenBy,
        String givenOn) {

    BasisForm {
        kind = Typed.text(kind);
        reference = Typed.text(reference);
        purposeNote = Typed.text(purposeNote);
        terms = Typed.text(terms);
        purposes = listed(purposes);
        participants = listed(participants);
        named = listed(named);
        validFrom = Typed.text(validFrom);
        validTo = Typed.text(validTo);
        prison = Typed.text(prison);
        motivation = Typed.text(motivation);
        givenBy = Typed.text(givenBy);
        givenOn = Typed.text(givenOn);
    }

    private static List<String> listed(@Nullable List<String> sent) {
        return sent == null ? List.of() : List.copyOf(sent);
    }

    static BasisForm empty(String purpose, LocalDate today, String givenBy) {
        return new BasisForm(
                "",
                "",
                "",
                "",
                List.of(purpose),
                List.of(),
                List.of(),
                today.toString(),
                "",
                "",
                "",
                givenBy,
                today.toString());
    }

    RecordBasis basis() {
        BasisKind chosen = Typed.code(BasisKind.class, kind).orElseThrow(() -> Refusal.invalid("kind", "required"));
        return recorded(chosen, Optional.empty());
    }

    RecordBasis permission() {
        Optional<PartnerId> forPrison = Typed.id(prison).map(PartnerId::new);
        if (forPrison.isEmpty()) {
            throw Refusal.invalid("prison", "required");
        }
        if (validTo.isEmpty()) {
            throw Refusal.invalid("validTo", "required");
        }
        return recorded(
                BasisKind.PROSECUTOR_PERMISSION,
                Optional.of(new RecordBasis.Permission(forPrison, motivation, givenBy, day("givenOn", givenOn))));
    }

    private RecordBasis recorded(BasisKind as, Optional<RecordBasis.Permission> permission) {
        if (!validTo.isEmpty() && Typed.date(validTo).isEmpty()) {
            throw Refusal.invalid("validTo", "bad-date");
        }
        return new RecordBasis(
                as,
                reference,
                purposes,
                Typed.some(purposeNote),
                terms,
                Stream.concat(participants.stream(), named.stream()).toList(),
                day("validFrom", validFrom),
                Typed.date(validTo),
                permission);
    }

    private static LocalDate day(String field, String typed) {
        return Typed.date(typed).orElseThrow(() -> Refusal.invalid(field, typed.isEmpty() ? "required" : "bad-date"));
    }
}

package be.livc.web.basis;

import be.livc.cell.PartnerId;
import be.livc.law.BasisKind;
import be.livc.law.RecordBasis;
import be.livc.platform.Refusal;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
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
        List<Refusal.Reason> faults = new ArrayList<>();
        Optional<BasisKind> chosen = Typed.code(BasisKind.class, kind);
        if (chosen.isEmpty()) {
            faults.add(new Refusal.Reason("required", "kind"));
        }
        return recorded(chosen.orElse(BasisKind.LAW), Optional.empty(), faults);
    }

    RecordBasis permission() {
        List<Refusal.Reason> faults = new ArrayList<>();
        Optional<PartnerId> forPrison = Typed.id(prison).map(PartnerId::new);
        if (forPrison.isEmpty()) {
            faults.add(new Refusal.Reason("required", "prison"));
        }
        if (validTo.isEmpty()) {
            faults.add(new Refusal.Reason("required", "validTo"));
        }
        LocalDate given = day("givenOn", givenOn, faults);
        return recorded(
                BasisKind.PROSECUTOR_PERMISSION,
                Optional.of(new RecordBasis.Permission(forPrison, motivation, givenBy, given)),
                faults);
    }

    /** Tells of every field at once, also of those that the core would refuse one by one. */
    private RecordBasis recorded(
            BasisKind as, Optional<RecordBasis.Permission> permission, List<Refusal.Reason> faults) {
        if (reference.isEmpty()) {
            faults.add(new Refusal.Reason("required", "reference"));
        }
        if (purposes.isEmpty()) {
            faults.add(new Refusal.Reason("required", "purposes"));
        }
        if (participants.isEmpty() && named.isEmpty()) {
            faults.add(new Refusal.Reason("required", "participants"));
        }
        LocalDate from = day("validFrom", validFrom, faults);
        if (!validTo.isEmpty() && Typed.date(validTo).isEmpty()) {
            faults.add(new Refusal.Reason("bad-date", "validTo"));
        }
        Refusal.requireNone(faults);
        return new RecordBasis(
                as,
                reference,
                purposes,
                Typed.some(purposeNote),
                terms,
                Stream.concat(participants.stream(), named.stream()).toList(),
                from,
                Typed.date(validTo),
                permission);
    }

    private static LocalDate day(String field, String typed, List<Refusal.Reason> faults) {
        Optional<LocalDate> day = Typed.date(typed);
        if (day.isEmpty()) {
            faults.add(new Refusal.Reason(typed.isEmpty() ? "required" : "bad-date", field));
        }
        return day.orElse(LocalDate.EPOCH);
    }
}

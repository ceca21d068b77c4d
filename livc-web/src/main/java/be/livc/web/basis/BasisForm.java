package be.livc.web.basis;

import be.livc.cell.PartnerId;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasis;
import be.livc.law.RecordBasis;
import be.livc.platform.ShortText;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** The same with what a next permission usually has from the one before; its reference and its reasons are its own. */
    BasisForm like(LegalBasis before) {
        Map<Boolean, List<String>> byName = before.participants().stream()
                .collect(Collectors.partitioningBy(one -> Typed.id(one).isPresent()));
        return new BasisForm(
                kind,
                reference,
                purposeNote,
                before.terms(),
                before.purposes(),
                byName.getOrDefault(false, List.of()),
                byName.getOrDefault(true, List.of()),
                validFrom,
                validTo,
                before.prison().map(PartnerId::toString).orElse(""),
                motivation,
                givenBy,
                givenOn);
    }

    RecordBasis basis() {
        Reading reading = new Reading();
        BasisKind chosen = reading.code("kind", kind, BasisKind.class);
        Optional<LocalDate> until = reading.someDay("validTo", validTo);
        return recorded(chosen, until, Optional.empty(), reading);
    }

    /** A permission says of itself until when; another basis need not. */
    RecordBasis permission() {
        Reading reading = new Reading();
        Optional<PartnerId> forPrison = Optional.of(new PartnerId(reading.id("prison", prison)));
        Optional<LocalDate> until = Optional.of(reading.day("validTo", validTo));
        LocalDate given = reading.day("givenOn", givenOn);
        return recorded(
                BasisKind.PROSECUTOR_PERMISSION,
                until,
                Optional.of(new RecordBasis.Permission(forPrison, motivation, givenBy, given)),
                reading);
    }

    /** Tells of every field at once, also of those that the core would refuse one by one. */
    private RecordBasis recorded(
            BasisKind as, Optional<LocalDate> until, Optional<RecordBasis.Permission> permission, Reading reading) {
        List<String> all = Stream.concat(participants.stream(), named.stream()).toList();
        reading.text("reference", reference, ShortText.SENTENCE);
        reading.atLeastOne("purposes", purposes);
        reading.atLeastOne("participants", all);
        LocalDate from = reading.day("validFrom", validFrom);
        reading.check();
        return new RecordBasis(as, reference, purposes, Typed.some(purposeNote), terms, all, from, until, permission);
    }
}

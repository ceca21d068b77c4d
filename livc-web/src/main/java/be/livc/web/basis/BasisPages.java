package be.livc.web.basis;

import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.cell.Partner;
import be.livc.cell.Partners;
import be.livc.law.LegalBasis;
import be.livc.law.Validity;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a legal basis what it covers: its purposes, who may speak under it and who may not, and how long still. */
@Component
class BasisPages {

    /**
     * A basis as its pages show it.
     *
     * @param covered who takes part, in words
     * @param uncovered partners of the cell that it does not cover
     * @param daysLeft days until its last one; null when it has none or is not valid now
     */
    record Shown(
            LegalBasis basis,
            String kind,
            Validity validity,
            String dates,
            List<String> purposes,
            List<String> covered,
            List<String> uncovered,
            @Nullable Long daysLeft,
            @Nullable String prison) {

        public boolean valid() {
            return validity == Validity.VALID;
        }
    }

    private final Partners partners;
    private final Mandates mandates;
    private final Choices choices;
    private final Clock clock;

    BasisPages(Partners partners, Mandates mandates, Choices choices, Clock clock) {
        this.partners = partners;
        this.mandates = mandates;
        this.choices = choices;
        this.clock = clock;
    }

    List<Shown> all(List<LegalBasis> bases, Locale locale) {
        Map<String, String> kinds = choices.labels("basis-kinds", locale);
        Map<String, String> purposes = choices.labels("purposes", locale);
        List<Partner> known = partners.all();
        Map<String, String> names = names(known, locale);
        return bases.stream()
                .map(basis -> shown(basis, kinds, purposes, known, names, locale))
                .toList();
    }

    private Map<String, String> names(List<Partner> known, Locale locale) {
        Map<String, String> names = new HashMap<>(choices.labels("partner-categories", locale));
        known.forEach(partner -> names.put(partner.id().toString(), partner.name()));
        mandates.all().forEach(mandate -> names.put(mandate.id().toString(), mandate.nameWithPartner()));
        return names;
    }

    private Shown shown(
            LegalBasis basis,
            Map<String, String> kinds,
            Map<String, String> purposes,
            List<Partner> known,
            Map<String, String> names,
            Locale locale) {
        long left = basis.daysLeftAt(clock.instant()).orElse(-1);
        return new Shown(
                basis,
                kinds.getOrDefault(basis.kind().name(), ""),
                basis.validityAt(clock.instant()),
                choices.validity(basis, locale),
                basis.purposes().stream()
                        .map(code -> purposes.getOrDefault(code, code))
                        .toList(),
                basis.participants().stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .toList(),
                uncovered(basis, known),
                left < 0 ? null : left,
                basis.prison().map(prison -> names.get(prison.toString())).orElse(null));
    }

    private static List<String> uncovered(LegalBasis basis, List<Partner> known) {
        return known.stream()
                .filter(partner -> !basis.participants().contains(partner.id().toString())
                        && !basis.participants().contains(partner.category()))
                .map(Partner::name)
                .toList();
    }

    /** Partners and people who can be named in a basis. */
    List<Choice> nameable() {
        List<Choice> nameable = new ArrayList<>(partners.all().stream()
                .map(partner -> new Choice(partner.id().toString(), partner.name()))
                .toList());
        mandates.ofThoseWhoTakePart().stream().map(BasisPages::choice).forEach(nameable::add);
        return nameable;
    }

    private static Choice choice(Mandate mandate) {
        return new Choice(mandate.id().toString(), mandate.nameWithPartner());
    }

    /** The prisons among the partners of the cell. */
    List<Choice> prisons() {
        return partners.all().stream()
                .filter(partner -> partner.category().equals("PRISON"))
                .map(partner -> new Choice(partner.id().toString(), partner.name()))
                .toList();
    }
}

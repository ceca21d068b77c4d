package be.livc.web.ledger;

import be.livc.access.LedgerReading;
import be.livc.access.WhoSaw;
import be.livc.casefile.CaseFiles;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.Partners;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Typed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who saw this, when and why: of a case, of one thing in it, or by a partner. For the DPO; ids and numbers only in the address. */
@Controller
class WhoSawController {

    /** One person, one way, one reason. */
    record Line(
            String who,
            String action,
            String why,
            @Nullable UUID caseId,
            String caseNumber,
            Instant first,
            Instant last,
            long times) {}

    private final LedgerReading reading;
    private final WhoSaw whoSaw;
    private final AuditLines lines;
    private final LedgerReasons reasons;
    private final CaseFiles cases;
    private final Mandates mandates;
    private final Partners partners;

    WhoSawController(
            LedgerReading reading,
            WhoSaw whoSaw,
            AuditLines lines,
            LedgerReasons reasons,
            CaseFiles cases,
            Mandates mandates,
            Partners partners) {
        this.reading = reading;
        this.whoSaw = whoSaw;
        this.lines = lines;
        this.reasons = reasons;
        this.cases = cases;
        this.mandates = mandates;
        this.partners = partners;
    }

    @GetMapping("/audit/gezien")
    String show(
            Actor actor,
            @RequestParam(required = false) @Nullable String dossier,
            @RequestParam(required = false) @Nullable String nummer,
            @RequestParam(required = false) @Nullable String ding,
            @RequestParam(required = false) @Nullable String partner,
            Locale locale,
            Model model) {
        reading.requireAll(actor);
        Optional<UUID> caseId = Typed.some(Typed.text(dossier))
                .flatMap(Typed::id)
                .or(() -> Typed.some(Typed.text(nummer))
                        .map(typed -> typed.strip().toUpperCase(Locale.ROOT))
                        .flatMap(cases::numbered)
                        .map(found -> found.id().value()));
        Optional<String> thing = Typed.some(Typed.text(ding)).flatMap(AuditQuery::thing);
        Optional<UUID> byPartner = Typed.some(Typed.text(partner)).flatMap(Typed::id);
        List<WhoSaw.Sighting> seen = caseId.map(id -> whoSaw.ofCase(actor, id))
                .or(() -> thing.map(id -> whoSaw.of(actor, id)))
                .or(() -> byPartner.map(id -> whoSaw.byPartner(actor, id, mandatesOf(id))))
                .orElseGet(List::of);
        Map<UUID, String> numbers = cases.numbersOf(
                seen.stream().flatMap(one -> one.caseId().stream()).distinct().toList());
        Map<MandateId, String> names = lines.names();
        model.addAttribute(
                "lines",
                seen.stream().map(one -> line(one, names, numbers, locale)).toList());
        model.addAttribute(
                "asked", Stream.of(dossier, nummer, ding, partner).anyMatch(one -> Typed.some(Typed.text(one))
                        .isPresent()));
        model.addAttribute("number", caseId.map(this::number).orElse(Typed.text(nummer)));
        model.addAttribute("caseId", caseId.orElse(null));
        model.addAttribute("thing", caseId.isPresent() ? null : thing.orElse(null));
        model.addAttribute("partner", byPartner.map(UUID::toString).orElse(""));
        model.addAttribute("partners", partners());
        return "ledger/seen";
    }

    private String number(UUID caseId) {
        return Objects.requireNonNullElse(cases.numbersOf(List.of(caseId)).get(caseId), "");
    }

    private List<UUID> mandatesOf(UUID partner) {
        return mandates.all().stream()
                .filter(mandate -> mandate.partner().id().value().equals(partner))
                .map(Mandate::id)
                .map(MandateId::value)
                .toList();
    }

    private List<Choice> partners() {
        return partners.all().stream()
                .map(partner -> new Choice(partner.id().toString(), partner.name()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private Line line(WhoSaw.Sighting one, Map<MandateId, String> names, Map<UUID, String> numbers, Locale locale) {
        return new Line(
                one.mandate()
                        .map(mandate -> names.getOrDefault(new MandateId(mandate), ""))
                        .orElseGet(() -> lines.word("audit.actor.", "program", locale)),
                one.action().name(),
                one.why().map(why -> reasons.of(one.action(), why, locale)).orElse(""),
                one.caseId().orElse(null),
                one.caseId().map(id -> numbers.getOrDefault(id, "")).orElse(""),
                one.first(),
                one.last(),
                one.times());
    }
}

package be.livc.web.ledger;

import be.livc.access.LedgerReading;
import be.livc.casefile.CaseFiles;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.cell.Partners;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.Result;
import be.livc.platform.Belgium;
import be.livc.platform.Page;
import be.livc.web.layout.Choice;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The log of the cell: the DPO's all of it, everyone else's their own acts. */
@Controller
@RequestMapping("/audit")
class AuditController {

    /** As far back as the picture of activity goes where no period is asked. */
    private static final int USUAL_DAYS = 29;

    private static final int MOST_DAYS = 92;

    private final LedgerReading reading;
    private final LedgerBook book;
    private final AuditLines lines;
    private final AuditFiles files;
    private final CaseFiles cases;
    private final Partners partners;
    private final Clock clock;

    AuditController(
            LedgerReading reading,
            LedgerBook book,
            AuditLines lines,
            AuditFiles files,
            CaseFiles cases,
            Partners partners,
            Clock clock) {
        this.reading = reading;
        this.book = book;
        this.lines = lines;
        this.files = files;
        this.cases = cases;
        this.partners = partners;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, AuditQuery query, Locale locale, Model model) {
        Page<LedgerEntryView> page = reading.entries(actor, query.filter(), Page.USUAL);
        Map<MandateId, String> names = lines.names();
        boolean seesAll = reading.seesAll(actor);
        List<AuditLines.Line> shown = lines.of(page.items(), names, locale);
        model.addAttribute("lines", shown);
        model.addAttribute("numbers", seesAll ? numbers(shown) : Map.of());
        model.addAttribute("actions", Action.values());
        model.addAttribute("results", Result.values());
        model.addAttribute("query", query);
        model.addAttribute("narrow", query.isNarrow());
        model.addAttribute("unreadable", query.isUnreadable());
        model.addAttribute("people", seesAll ? people(names) : List.of());
        model.addAttribute("partners", seesAll ? partners() : List.of());
        model.addAttribute("firstHref", query.after() != null ? query.href("/audit") : null);
        model.addAttribute("nextHref", page.next().map(query::nextHref).orElse(null));
        model.addAttribute("csvHref", query.href("/audit/vermeldingen.csv"));
        model.addAttribute("fhirHref", query.href("/audit/vermeldingen.json"));
        model.addAttribute("seesAll", seesAll);
        model.addAttribute("hasCasework", actor.capacity().hasCasework());
        model.addAttribute("activity", activity(actor, query));
        return "ledger/audit";
    }

    private Map<UUID, String> numbers(List<AuditLines.Line> shown) {
        return cases.numbersOf(
                shown.stream().flatMap(line -> Stream.ofNullable(line.caseId())).collect(Collectors.toSet()));
    }

    private Bars activity(Actor actor, AuditQuery query) {
        LocalDate last = query.until().orElse(LocalDate.now(clock.withZone(Belgium.TIME)));
        LocalDate first = query.from().filter(day -> !day.isAfter(last)).orElse(last.minusDays(USUAL_DAYS));
        LocalDate shown = first.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : first;
        return Bars.of(
                reading.activity(
                        actor,
                        query.conditions()
                                .between(
                                        shown.atStartOfDay(Belgium.TIME).toInstant(),
                                        last.plusDays(1)
                                                .atStartOfDay(Belgium.TIME)
                                                .toInstant())),
                shown,
                last);
    }

    private static List<Choice> people(Map<MandateId, String> names) {
        return names.entrySet().stream()
                .map(name -> new Choice(name.getKey().toString(), name.getValue()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private List<Choice> partners() {
        return partners.all().stream()
                .map(partner -> new Choice(partner.id().toString(), partner.name()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    @GetMapping("/vermeldingen.csv")
    ResponseEntity<byte[]> csv(Actor actor, AuditQuery query, Locale locale) {
        return file("text/csv;charset=UTF-8", "logboek.csv", files.csv(actor, query.conditions(), locale));
    }

    @GetMapping("/vermeldingen.json")
    ResponseEntity<byte[]> fhir(Actor actor, AuditQuery query) {
        return file("application/fhir+json", "logboek.json", files.fhir(actor, query.conditions()));
    }

    private static ResponseEntity<byte[]> file(String type, String name, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Signs a checkpoint now and shows it. */
    @PostMapping("/controlepunt")
    String checkpoint(Actor actor, Model model) {
        reading.requireAll(actor);
        model.addAttribute("checkpoint", book.checkpoint());
        book.cosignedCheckpoint().ifPresent(cosigned -> model.addAttribute("cosigned", cosigned));
        model.addAttribute("key", book.verifierKey());
        return "ledger/checkpoint";
    }

    @PostMapping("/export")
    void export(Actor actor, HttpServletResponse response) {
        reading.export(actor, new ZipAnswer(response, "logboek.zip"));
    }
}

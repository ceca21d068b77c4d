package be.livc.web.rights;

import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Belgium;
import be.livc.platform.CellId;
import be.livc.rights.AccessReport;
import be.livc.rights.AccessReports;
import be.livc.rights.HowReceived;
import be.livc.rights.RestrictionGround;
import be.livc.rights.SubjectRequestId;
import be.livc.web.layout.Notice;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who saw or received something about a data subject: for the DPO, who decides what of it the data subject is told. */
@Controller
@RequestMapping("/avg-verzoeken/{id}/inzage")
class AccessReportController {

    /** One way of receiving, as a row. */
    record Line(
            HowReceived how,
            List<String> people,
            long times,
            LocalDate first,
            LocalDate last,
            @Nullable RestrictionGround ground) {}

    /** One organisation with its rows. */
    record Recipient(UUID id, String name, List<Line> lines) {}

    private final AccessReports reports;
    private final AccessReportPaper paper;
    private final Press press;
    private final Mandates mandates;
    private final Cells cells;

    AccessReportController(
            AccessReports reports, AccessReportPaper paper, Press press, Mandates mandates, Cells cells) {
        this.reports = reports;
        this.paper = paper;
        this.press = press;
        this.mandates = mandates;
        this.cells = cells;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Model model) {
        AccessReport report = reports.read(actor, new SubjectRequestId(id));
        List<Mandate> people = mandates.all();
        Map<MandateId, String> names = people.stream().collect(Collectors.toMap(Mandate::id, Mandate::person));
        Map<UUID, String> organisations = organisations(people);
        Map<UUID, List<Line>> lines = new LinkedHashMap<>();
        for (AccessReport.Received one : report.received()) {
            lines.computeIfAbsent(one.recipient(), recipient -> new ArrayList<>())
                    .add(new Line(
                            one.how(),
                            one.people().stream()
                                    .map(person -> names.getOrDefault(person, ""))
                                    .sorted()
                                    .toList(),
                            one.times(),
                            day(one.first()),
                            day(one.last()),
                            one.ground().orElse(null)));
        }
        model.addAttribute("report", report);
        model.addAttribute(
                "recipients",
                lines.entrySet().stream()
                        .map(one -> new Recipient(one.getKey(), name(one.getKey(), organisations), one.getValue()))
                        .sorted(Comparator.comparing(Recipient::name))
                        .toList());
        model.addAttribute("grounds", RestrictionGround.values());
        return "rights/report";
    }

    /** An empty way decides on everything of the recipient; an empty ground tells. */
    @PostMapping
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID recipient,
            @RequestParam(required = false) @Nullable HowReceived how,
            @RequestParam(required = false) @Nullable RestrictionGround ground,
            RedirectAttributes then) {
        reports.decide(
                actor, new SubjectRequestId(id), recipient, Optional.ofNullable(how), Optional.ofNullable(ground));
        then.addFlashAttribute("notice", Notice.of("report.decided"));
        return "redirect:/avg-verzoeken/" + id + "/inzage";
    }

    /** The report for the data subject; a POST, since making it is an act that stands in the log. */
    @PostMapping("/verslag.pdf")
    ResponseEntity<byte[]> make(Actor actor, @PathVariable UUID id) {
        AccessReport report = reports.make(actor, new SubjectRequestId(id));
        Map<UUID, String> organisations = organisations(mandates.all());
        return PdfAnswer.of(
                press.print(paper.of(report, recipient -> name(recipient, organisations))), "inzageverslag");
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Belgium.TIME).toLocalDate();
    }

    private static Map<UUID, String> organisations(List<Mandate> people) {
        return people.stream()
                .collect(Collectors.toMap(
                        mandate -> mandate.partner().id().value(),
                        mandate -> mandate.partner().name(),
                        (one, same) -> one));
    }

    private String name(UUID recipient, Map<UUID, String> organisations) {
        return Optional.ofNullable(organisations.get(recipient))
                .or(() -> cells.find(new CellId(recipient)).map(Cell::name))
                .orElse("–");
    }
}

package be.livc.web.ledger;

import be.livc.casefile.CaseFiles;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.oversight.Finding;
import be.livc.oversight.ReviewRule;
import be.livc.oversight.UnusualAccess;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import be.livc.web.layout.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The DPO's queue of accesses that no reason explains well. */
@Controller
@RequestMapping("/audit/ongewoon")
class UnusualAccessController {

    private static final int MOST = 100;
    private static final int A_GLANCE = 20;
    private static final String BACK = "redirect:/audit/ongewoon";

    /** A finding stands at the last of what it counted; the longest that it counts is a night. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /**
     * One finding, and in a sentence why it is here.
     *
     * @param caseId where it is about one case
     * @param mandate who, where they acted under a mandate
     * @param from the first of the days on which to look for what they did
     * @param until the last of them
     * @param outcome what the DPO found, or null while it waits
     */
    record Line(
            long entry,
            ReviewRule rule,
            Instant at,
            String who,
            String sentence,
            @Nullable UUID caseId,
            @Nullable UUID mandate,
            LocalDate from,
            LocalDate until,
            Finding.@Nullable Outcome outcome) {}

    private final UnusualAccess unusual;
    private final AuditLines lines;
    private final CaseFiles cases;
    private final MessageSource messages;

    UnusualAccessController(UnusualAccess unusual, AuditLines lines, CaseFiles cases, MessageSource messages) {
        this.unusual = unusual;
        this.lines = lines;
        this.cases = cases;
        this.messages = messages;
    }

    @GetMapping
    String show(Actor actor, Locale locale, Model model) {
        model.addAttribute("lines", lines(unusual.open(actor, MOST), locale));
        model.addAttribute("reviewed", lines(unusual.reviewed(actor, A_GLANCE), locale));
        model.addAttribute("outcomes", Finding.Outcome.values());
        model.addAttribute("rules", unusual.rules());
        return "ledger/review";
    }

    private List<Line> lines(List<Finding> findings, Locale locale) {
        Map<MandateId, String> names = lines.names();
        Map<UUID, String> numbers = cases.numbersOf(
                findings.stream().flatMap(finding -> finding.cases().stream()).collect(Collectors.toSet()));
        return findings.stream()
                .map(finding -> line(finding, names, numbers, locale))
                .toList();
    }

    private Line line(Finding finding, Map<MandateId, String> names, Map<UUID, String> numbers, Locale locale) {
        String who = finding.mandate()
                .map(mandate -> names.getOrDefault(mandate, ""))
                .orElse("");
        String unnumbered = messages.getMessage("review.no-number", null, locale);
        String named = finding.cases().stream()
                .map(id -> numbers.getOrDefault(id, unnumbered))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String sentence = messages.getMessage(
                "review.because." + finding.rule(),
                new Object[] {who, finding.measure(), named.isEmpty() ? unnumbered : named},
                locale);
        return new Line(
                finding.entry(),
                finding.rule(),
                finding.at(),
                who,
                sentence,
                finding.caseId().orElse(null),
                finding.mandate().map(MandateId::value).orElse(null),
                day(finding.at().minus(LONGEST)),
                day(finding.at()),
                finding.outcome().orElse(null));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Belgium.TIME);
    }

    @PostMapping
    String review(
            Actor actor,
            @RequestParam long entry,
            @RequestParam ReviewRule rule,
            @RequestParam(required = false) Finding.@Nullable Outcome outcome,
            RedirectAttributes then) {
        if (outcome == null) {
            throw Refusal.invalid("outcome", "required");
        }
        unusual.review(actor, entry, rule, outcome);
        then.addFlashAttribute("notice", Notice.of("review.done." + outcome));
        return BACK;
    }

    @PostMapping("/regel")
    String change(
            Actor actor,
            @RequestParam ReviewRule rule,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam int threshold,
            RedirectAttributes then) {
        unusual.change(actor, rule, active, threshold);
        then.addFlashAttribute("notice", Notice.of("review.rule.changed"));
        return BACK;
    }
}

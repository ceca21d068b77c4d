package be.livc.web.rights;

import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.platform.Refusal;
import be.livc.rights.Certificates;
import be.livc.rights.ErasedCase;
import be.livc.rights.ErasureReason;
import be.livc.rights.Erasures;
import be.livc.rights.OpenRequest;
import be.livc.rights.SubjectRequests;
import be.livc.signal.SignalId;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.workflow.livcr.ErasureFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is in retention, and the three steps to its erasure: of a closed case, and of a signal that went no further. No step
 * is taken with a single click.
 */
@Controller
class RetentionController {

    private final Kept kept;
    private final Erasures erasures;
    private final Certificates certificates;
    private final ErasureFlow flow;
    private final CertificatePage certificate;
    private final Choices choices;
    private final SubjectRequests requests;
    private final Clock clock;

    RetentionController(
            Kept kept,
            Erasures erasures,
            Certificates certificates,
            ErasureFlow flow,
            CertificatePage certificate,
            Choices choices,
            SubjectRequests requests,
            Clock clock) {
        this.kept = kept;
        this.erasures = erasures;
        this.certificates = certificates;
        this.flow = flow;
        this.certificate = certificate;
        this.choices = choices;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/bewaring")
    String list(Actor actor, Model model) {
        model.addAttribute("kept", kept.cases(actor));
        model.addAttribute("signals", kept.signals(actor));
        model.addAttribute("certificates", kept.certificates(actor));
        model.addAttribute("handlesRequests", actor.isOneOf(Capacity.COORDINATOR, Capacity.DPO));
        return "rights/retention";
    }

    /** The page to check before a step; which step, the state and the reader say. */
    @GetMapping("/dossiers/{id}/wissing")
    String check(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        if (certificates.erased(actor, new CaseId(id)).isPresent()) {
            return "redirect:/dossiers/" + id;
        }
        model.addAttribute("toAnswerFirst", toAnswerFirst(new CaseId(id)));
        return check(kept.cases(actor), "/dossiers/" + id, locale, model);
    }

    /** Requests that nothing could be given on any more after the erasure; one for erasure is answered by it. */
    private List<OpenRequest> toAnswerFirst(CaseId id) {
        return requests.openOn(id).stream()
                .filter(request -> !request.kind().equals("ERASURE"))
                .toList();
    }

    /** The same of a signal; of one that was erased, the certificate. */
    @GetMapping("/aanmeldingen/{id}/wissing")
    String checkSignal(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Optional<ErasedCase> erased = flow.erased(actor, new SignalId(id));
        if (erased.isPresent()) {
            return certificate.of(erased.get(), locale, model);
        }
        return check(kept.signals(actor), "/aanmeldingen/" + id, locale, model);
    }

    private String check(List<Kept.Row> rows, String href, Locale locale, Model model) {
        Kept.Row row =
                rows.stream().filter(one -> one.href().equals(href)).findFirst().orElseThrow(Refusal::notFound);
        model.addAttribute("row", row);
        model.addAttribute(
                "reasons",
                choices.codes("erasure-reasons", locale).stream()
                        .filter(reason -> row.termOver() || !reason.value().equals(ErasureReason.TERM_OVER.code()))
                        .toList());
        model.addAttribute("reasonLabels", choices.labels("erasure-reasons", locale));
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        return "rights/erasure";
    }

    @PostMapping("/dossiers/{id}/wissing/voorstel")
    String propose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        return propose(actor, new CaseId(id), reason, text, next);
    }

    @PostMapping("/aanmeldingen/{id}/wissing/voorstel")
    String proposeSignal(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        return propose(actor, flow.ofSignal(actor, new SignalId(id)), reason, text, next);
    }

    /** The certificate tells the reason for ever: nobody gives one by leaving the form as it is. */
    private String propose(Actor actor, CaseId id, String reason, String text, RedirectAttributes next) {
        Reading reading = new Reading();
        reading.unless(!reason.isBlank(), "reason", "unknown-code");
        reading.check();
        flow.propose(
                actor, id, Optional.of(new ErasureReason(erasures.reason(reason).code(), Typed.some(text))));
        next.addFlashAttribute("notice", Notice.of("rights.proposed"));
        return "redirect:/bewaring";
    }

    /**
     * The mayor's decision.
     *
     * @param until when to keep instead: the new last day
     * @param reason why it is kept
     */
    @PostMapping("/dossiers/{id}/wissing/beslissing")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return decide(actor, new CaseId(id), decision, until, reason, next);
    }

    /** The same on a signal. */
    @PostMapping("/aanmeldingen/{id}/wissing/beslissing")
    String decideOnSignal(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        CaseId caseId = flow.ofSignal(actor, new SignalId(id));
        return decide(actor, caseId, decision, until, reason, next);
    }

    private String decide(
            Actor actor, CaseId id, String decision, String until, String reason, RedirectAttributes next) {
        if (decision.equals("erase")) {
            flow.approve(actor, id);
            next.addFlashAttribute("notice", Notice.of("rights.approved"));
            return "redirect:/bewaring";
        }
        Reading reading = new Reading();
        reading.unless(decision.equals("keep"), "decision", "unknown-code");
        LocalDate day = reading.day("until", until);
        reading.unless(day.equals(LocalDate.EPOCH) || day.isAfter(LocalDate.now(clock)), "until", "not-in-the-future");
        reading.present("reason", reason);
        reading.check();
        flow.keep(actor, id, day, reason.strip());
        next.addFlashAttribute("notice", Notice.of("rights.kept-longer"));
        return "redirect:/bewaring";
    }

    @PostMapping("/dossiers/{id}/wissing/uitvoeren")
    String carryOut(Actor actor, @PathVariable UUID id) {
        flow.carryOut(actor, new CaseId(id));
        return "redirect:/dossiers/" + id;
    }

    @PostMapping("/aanmeldingen/{id}/wissing/uitvoeren")
    String carryOutSignal(Actor actor, @PathVariable UUID id) {
        flow.carryOut(actor, flow.ofSignal(actor, new SignalId(id)));
        return "redirect:/aanmeldingen/" + id + "/wissing";
    }
}

package be.livc.web.ledger;

import be.livc.access.EmergencyAccess;
import be.livc.access.EmergencyReason;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.web.layout.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Access in an emergency: taken by who takes part, seen by mayor and DPO. */
@Controller
@RequestMapping("/noodtoegang")
class EmergencyController {

    private static final int SHOWN = 50;

    /** One that was taken, as people read it. */
    record Line(String number, String who, EmergencyReason reason, Instant since, Instant until) {}

    private final EmergencyAccess emergencies;
    private final CaseFiles cases;
    private final AuditLines lines;

    EmergencyController(EmergencyAccess emergencies, CaseFiles cases, AuditLines lines) {
        this.emergencies = emergencies;
        this.cases = cases;
        this.lines = lines;
    }

    @GetMapping
    String show(Actor actor, Locale locale, Model model) {
        Map<MandateId, String> names = lines.names();
        List<Line> taken = emergencies.taken(actor, SHOWN).stream()
                .map(one -> new Line(
                        cases.facts(new CaseId(one.caseId()))
                                .map(CaseFacts::number)
                                .orElse(""),
                        names.getOrDefault(one.mandate(), ""),
                        one.reason(),
                        one.since(),
                        one.until()))
                .toList();
        model.addAttribute("lines", taken);
        model.addAttribute("reasons", EmergencyReason.values());
        model.addAttribute("mayTake", actor.capacity().takesPart());
        return "ledger/emergency";
    }

    /** A number that is not there is refused like one of somebody else's, and recorded. */
    @PostMapping
    String take(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "1") int hours,
            Locale locale,
            Model model) {
        Optional<EmergencyReason> code = Typed.code(EmergencyReason.class, reason);
        if (code.isEmpty()) {
            model.addAttribute("refused", "reason");
            return show(actor, locale, model);
        }
        Optional<CaseId> found = cases.numbered(number.strip()).map(CaseFacts::id);
        try {
            emergencies.take(actor, found.map(CaseId::value).orElseGet(Ids::next), code.get(), hours);
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal.kind() == Refusal.Kind.NOT_FOUND ? "number" : "hours");
            return show(actor, locale, model);
        }
        return "redirect:/dossiers/" + found.orElseThrow();
    }
}

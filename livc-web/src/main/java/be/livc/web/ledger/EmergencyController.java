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
import be.livc.web.layout.Choice;
import be.livc.web.layout.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Access in an emergency: taken by who takes part, seen by mayor and DPO. */
@Controller
@RequestMapping("/noodtoegang")
class EmergencyController {

    private static final int SHOWN = 50;
    private static final String FORM = "emergencyForm";

    /** For how many hours it can be taken, as the form sends them. */
    private static final List<String> HOURS = List.of("1", "2", "3", "4");

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
    String blank(Actor actor, Model model) {
        return form(new EmergencyForm("", "", HOURS.get(0)), actor, model);
    }

    private String show(Actor actor, Model model) {
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
        model.addAttribute(
                "hours", HOURS.stream().map(hour -> new Choice(hour, hour)).toList());
        model.addAttribute("mayTake", actor.capacity().takesPart());
        return "ledger/emergency";
    }

    private String form(EmergencyForm form, Actor actor, Model model) {
        model.addAttribute(FORM, form);
        return show(actor, model);
    }

    /** A number that is not there is refused like one of somebody else's, and recorded. */
    @PostMapping
    String take(Actor actor, @ModelAttribute(FORM) EmergencyForm form, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Optional<EmergencyReason> reason = Typed.code(EmergencyReason.class, form.reason());
        if (form.number().isEmpty()) {
            errors.rejectValue("number", "error.required");
        }
        if (reason.isEmpty()) {
            errors.rejectValue("reason", "emergency.refused.reason");
        }
        if (!HOURS.contains(form.hours())) {
            errors.rejectValue("hours", "emergency.refused.hours");
        }
        if (!errors.hasErrors()) {
            Optional<CaseId> found = cases.numbered(form.number()).map(CaseFacts::id);
            try {
                emergencies.take(
                        actor,
                        found.map(CaseId::value).orElseGet(Ids::next),
                        reason.orElseThrow(),
                        Integer.parseInt(form.hours()));
                return "redirect:/dossiers/" + found.orElseThrow();
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.NOT_FOUND) {
                    throw refusal;
                }
                errors.rejectValue("number", "emergency.refused.number");
            }
        }
        model.addAllAttributes(errors.getModel());
        return form(form, actor, model);
    }
}

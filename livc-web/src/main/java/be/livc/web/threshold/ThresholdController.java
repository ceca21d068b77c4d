package be.livc.web.threshold;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Refusal;
import be.livc.threshold.Escalation;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.decision.DecisionTables.Table;
import be.livc.workflow.decision.Preview;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets the numbers and the functions of the decision tables: first seen with their effect, then activated. */
@Controller
@RequestMapping("/beheer/beslistabellen")
class ThresholdController {

    private static final String FORM = "thresholdForm";

    /**
     * What was typed.
     *
     * @param version the version that it was made on
     * @param values numbers by the name of the threshold, and functions by the name of the escalation
     */
    record ThresholdForm(int version, Map<String, String> values) {

        static ThresholdForm of(Thresholds.Version version, CellKind kind) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Threshold threshold : Threshold.values()) {
                values.put(threshold.name(), Integer.toString(version.of(threshold)));
            }
            for (Escalation escalation : escalations(kind)) {
                values.put(escalation.name(), version.of(escalation, kind).name());
            }
            return new ThresholdForm(version.number(), values);
        }

        static ThresholdForm of(Map<String, String> sent, CellKind kind) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Threshold threshold : Threshold.values()) {
                values.put(threshold.name(), Typed.text(sent.get(path(threshold.name()))));
            }
            for (Escalation escalation : escalations(kind)) {
                values.put(escalation.name(), Typed.text(sent.get(path(escalation.name()))));
            }
            return new ThresholdForm(
                    Typed.number(Typed.text(sent.get("version"))).orElse(0), values);
        }

        static List<Escalation> escalations(CellKind kind) {
            return Stream.of(Escalation.values())
                    .filter(escalation -> escalation.isOpenTo(kind))
                    .toList();
        }

        static String path(String name) {
            return "values[" + name + "]";
        }

        Map<String, String> paths() {
            Map<String, String> paths = new LinkedHashMap<>();
            values.keySet().forEach(name -> paths.put(name, path(name)));
            return paths;
        }

        List<Refusal.Reason> problems(CellKind kind) {
            Stream<String> numbers = Stream.of(Threshold.values())
                    .map(Threshold::name)
                    .filter(name -> Typed.number(typed(name)).isEmpty());
            Stream<String> functions = escalations(kind).stream()
                    .map(Escalation::name)
                    .filter(name -> Typed.code(Capacity.class, typed(name)).isEmpty());
            return Stream.concat(numbers, functions)
                    .map(name -> new Refusal.Reason("out-of-bounds", name))
                    .toList();
        }

        private String typed(String name) {
            return values.getOrDefault(name, "");
        }

        NewThresholds wanted(CellKind kind) {
            Map<Threshold, Integer> numbers = new EnumMap<>(Threshold.class);
            for (Threshold threshold : Threshold.values()) {
                Typed.number(typed(threshold.name())).ifPresent(number -> numbers.put(threshold, number));
            }
            Map<Escalation, Capacity> functions = new EnumMap<>(Escalation.class);
            for (Escalation escalation : escalations(kind)) {
                Typed.code(Capacity.class, typed(escalation.name()))
                        .ifPresent(function -> functions.put(escalation, function));
            }
            return new NewThresholds(numbers, functions);
        }
    }

    private final Thresholds thresholds;
    private final Preview preview;
    private final DecisionTables tables;
    private final Mandates mandates;

    ThresholdController(Thresholds thresholds, Preview preview, DecisionTables tables, Mandates mandates) {
        this.thresholds = thresholds;
        this.preview = preview;
        this.tables = tables;
        this.mandates = mandates;
    }

    private static void requireMaySet(Actor actor) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
    }

    @GetMapping
    String show(Actor actor, Model model) {
        requireMaySet(actor);
        return page(actor, ThresholdForm.of(thresholds.current(), actor.cellKind()), model);
    }

    private String page(Actor actor, ThresholdForm form, Model model) {
        List<Thresholds.Version> versions = thresholds.versions();
        Map<String, String> names = new LinkedHashMap<>();
        mandates.findAll(versions.stream()
                        .map(version -> new MandateId(version.by()))
                        .toList())
                .forEach((Mandate mandate) -> names.put(mandate.id().toString(), mandate.nameWithPartner()));
        model.addAttribute(FORM, form);
        model.addAttribute("thresholds", Threshold.values());
        model.addAttribute("kind", actor.cellKind());
        model.addAttribute("escalations", ThresholdForm.escalations(actor.cellKind()));
        model.addAttribute("versions", versions);
        model.addAttribute("names", names);
        model.addAttribute("terms", tables.rules(Table.TERMS).keySet());
        model.addAttribute("triage", tables.rules(Table.TRIAGE).keySet());
        return "threshold/tables";
    }

    /** Shows the effect on what is open; keeps nothing. */
    @PostMapping(params = "action=preview")
    String preview(Actor actor, @RequestParam Map<String, String> sent, Model model) {
        requireMaySet(actor);
        ThresholdForm form = ThresholdForm.of(sent, actor.cellKind());
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Forms.reject(errors, form.problems(actor.cellKind()), form.paths());
        if (!errors.hasErrors()) {
            try {
                model.addAttribute("effects", preview.of(actor, form.wanted(actor.cellKind())));
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal, form.paths());
            }
        }
        String page = page(actor, form, model);
        model.addAllAttributes(errors.getModel());
        return page;
    }

    @PostMapping(params = "action=activate")
    String activate(Actor actor, @RequestParam Map<String, String> sent, Model model, RedirectAttributes next) {
        requireMaySet(actor);
        ThresholdForm form = ThresholdForm.of(sent, actor.cellKind());
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Forms.reject(errors, form.problems(actor.cellKind()), form.paths());
        if (!errors.hasErrors()) {
            try {
                Thresholds.Version made = thresholds.activate(actor, form.version(), form.wanted(actor.cellKind()));
                next.addFlashAttribute("notice", Notice.of("threshold.activated", made.number()));
                return "redirect:/beheer/beslistabellen";
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.CHANGED) {
                    return beside(actor, form, refusal, model);
                }
                Forms.reject(errors, refusal, form.paths());
            }
        }
        String page = page(actor, form, model);
        model.addAllAttributes(errors.getModel());
        return page;
    }

    /** Somebody activated another version meanwhile: theirs beside what was typed, which stays in the form. */
    private String beside(Actor actor, ThresholdForm typed, Refusal refusal, Model model) {
        ThresholdForm stored = ThresholdForm.of(thresholds.current(), actor.cellKind());
        ThresholdForm shown = new ThresholdForm(stored.version(), typed.values());
        BindingResult errors = new BeanPropertyBindingResult(shown, FORM);
        Forms.rejectWhole(errors, refusal);
        model.addAttribute(
                "conflicts",
                Stream.of(Threshold.values())
                        .map(Threshold::name)
                        .map(name -> new Conflict("threshold." + name, typed.typed(name), stored.typed(name)))
                        .toList());
        String page = page(actor, shown, model);
        model.addAllAttributes(errors.getModel());
        return page;
    }
}

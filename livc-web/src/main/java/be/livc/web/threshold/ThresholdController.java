package be.livc.web.threshold;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Refusal;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.decision.DecisionTables.Table;
import be.livc.workflow.decision.Preview;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets the numbers of the decision tables: first seen with their effect, then activated. */
@Controller
@RequestMapping("/beheer/beslistabellen")
class ThresholdController {

    private static final String FORM = "thresholdForm";

    /**
     * The numbers as typed.
     *
     * @param version the version that they were made on
     * @param values by the name of the threshold
     */
    record ThresholdForm(int version, Map<String, String> values) {

        static ThresholdForm of(Thresholds.Version version) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Threshold threshold : Threshold.values()) {
                values.put(threshold.name(), Integer.toString(version.of(threshold)));
            }
            return new ThresholdForm(version.number(), values);
        }

        static ThresholdForm of(Map<String, String> sent) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Threshold threshold : Threshold.values()) {
                values.put(threshold.name(), Typed.text(sent.get(path(threshold.name()))));
            }
            return new ThresholdForm(
                    Typed.number(Typed.text(sent.get("version"))).orElse(0), values);
        }

        static String path(String name) {
            return "values[" + name + "]";
        }

        Map<String, String> paths() {
            Map<String, String> paths = new LinkedHashMap<>();
            values.keySet().forEach(name -> paths.put(name, path(name)));
            return paths;
        }

        List<Refusal.Reason> problems() {
            List<Refusal.Reason> problems = new ArrayList<>();
            values.forEach((name, typed) -> {
                if (Typed.number(typed).isEmpty()) {
                    problems.add(new Refusal.Reason("out-of-bounds", name));
                }
            });
            return problems;
        }

        Map<Threshold, Integer> numbers() {
            Map<Threshold, Integer> numbers = new EnumMap<>(Threshold.class);
            values.forEach((name, typed) ->
                    Typed.number(typed).ifPresent(number -> numbers.put(Threshold.valueOf(name), number)));
            return numbers;
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
        return page(ThresholdForm.of(thresholds.current()), model);
    }

    private String page(ThresholdForm form, Model model) {
        List<Thresholds.Version> versions = thresholds.versions();
        Map<String, String> names = new LinkedHashMap<>();
        mandates.findAll(versions.stream()
                        .map(version -> new MandateId(version.by()))
                        .toList())
                .forEach((Mandate mandate) -> names.put(mandate.id().toString(), mandate.nameWithPartner()));
        model.addAttribute(FORM, form);
        model.addAttribute("thresholds", Threshold.values());
        model.addAttribute("versions", versions);
        model.addAttribute("names", names);
        model.addAttribute("terms", tables.rules(Table.TERMS));
        model.addAttribute("triage", tables.rules(Table.TRIAGE));
        return "threshold/tables";
    }

    /** Shows the effect on what is open; keeps nothing. */
    @PostMapping(params = "action=preview")
    String preview(Actor actor, @RequestParam Map<String, String> sent, Model model) {
        requireMaySet(actor);
        ThresholdForm form = ThresholdForm.of(sent);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Forms.reject(errors, form.problems(), form.paths());
        if (!errors.hasErrors()) {
            try {
                model.addAttribute("effects", preview.of(actor, form.numbers()));
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal, form.paths());
            }
        }
        String page = page(form, model);
        model.addAllAttributes(errors.getModel());
        return page;
    }

    @PostMapping(params = "action=activate")
    String activate(Actor actor, @RequestParam Map<String, String> sent, Model model, RedirectAttributes next) {
        requireMaySet(actor);
        ThresholdForm form = ThresholdForm.of(sent);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Forms.reject(errors, form.problems(), form.paths());
        if (!errors.hasErrors()) {
            try {
                Thresholds.Version made = thresholds.activate(actor, form.version(), form.numbers());
                next.addFlashAttribute("notice", Notice.of("threshold.activated", made.number()));
                return "redirect:/beheer/beslistabellen";
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal, form.paths());
            }
        }
        String page = page(form, model);
        model.addAllAttributes(errors.getModel());
        return page;
    }
}

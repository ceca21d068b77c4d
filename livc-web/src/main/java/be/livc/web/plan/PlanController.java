package be.livc.web.plan;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import be.livc.web.support.KnownOffers;
import be.livc.workflow.livcr.CaseFlow;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A plan of action: read by whoever sees it, drawn up by the coordinator, reported on by the owners of its measures. */
@Controller
@RequestMapping("/dossiers/{id}")
class PlanController {

    private static final String SEEN = "seen";
    private static final String REMOVE_GOAL = "remove-goal-";
    private static final String REMOVE_MEASURE = "remove-measure-";

    private final CaseFiles cases;
    private final CaseFlow flow;
    private final PlanPages pages;
    private final PlanMerge merge;
    private final SideBySide sideBySide;
    private final KnownOffers offers;
    private final Clock clock;

    PlanController(
            CaseFiles cases,
            CaseFlow flow,
            PlanPages pages,
            PlanMerge merge,
            SideBySide sideBySide,
            KnownOffers offers,
            Clock clock) {
        this.cases = cases;
        this.flow = flow;
        this.pages = pages;
        this.merge = merge;
        this.sideBySide = sideBySide;
        this.offers = offers;
        this.clock = clock;
    }

    @GetMapping("/plan")
    String show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "wijzig", defaultValue = "false") boolean edit,
            Locale locale,
            Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        CaseFlow.Possible possible = possible(actor, view);
        if ((edit || view.plan().isEmpty()) && possible.changePlan()) {
            model.addAttribute(SEEN, merge.marks(PlanForm.of(view)));
            return pages.form(view, PlanForm.of(view), locale, model);
        }
        return pages.show(actor, view, possible, locale, model);
    }

    /** What this reader may do with the plan, where the case is; asked once per page. */
    private CaseFlow.Possible possible(Actor actor, CaseView view) {
        boolean plans = view.takes(Act.PLAN, actor);
        boolean closes = view.takes(Act.CLOSE_CASE, actor);
        if (!plans && !closes) {
            return CaseFlow.Possible.NOTHING;
        }
        CaseFlow.Possible now = flow.possible(view.id());
        return new CaseFlow.Possible(plans && now.changePlan(), closes && now.close());
    }

    @PostMapping("/plan")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(PlanPages.FORM) PlanForm sent,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam(defaultValue = "") String seen,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        CaseView view = cases.open(actor, new CaseId(id));
        model.addAttribute(SEEN, seen);
        if (!action.equals("save")) {
            return pages.form(view, rearranged(sent, action), locale, model);
        }
        PlanForm filled = sent.filled();
        BindingResult errors = new BeanPropertyBindingResult(filled, PlanPages.FORM);
        Forms.reject(errors, filled.problems(PlanForm.of(view), LocalDate.now(clock)), Map.of());
        if (!errors.hasErrors()) {
            try {
                ChangePlan change = filled.command();
                offers.requireKnown(change);
                flow.changePlan(actor, new CaseId(id), change);
                next.addFlashAttribute("notice", Notice.of("plan.saved", view.number()));
                return "redirect:/dossiers/" + id + "/plan";
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.CHANGED) {
                    return together(actor, id, filled, seen, locale, model, response, next);
                }
                reject(errors, refusal);
            }
        }
        model.addAllAttributes(errors.getModel());
        return pages.form(view, filled, locale, model);
    }

    private static PlanForm rearranged(PlanForm sent, String action) {
        if (action.equals("add-goal")) {
            return sent.withOneMoreGoal();
        }
        if (action.equals("add-measure")) {
            return sent.withOneMoreMeasure();
        }
        if (action.startsWith(REMOVE_GOAL)) {
            return Typed.number(action.substring(REMOVE_GOAL.length()))
                    .map(sent::withoutGoal)
                    .orElse(sent);
        }
        return Typed.number(action.substring(Math.min(action.length(), REMOVE_MEASURE.length())))
                .map(sent::withoutMeasure)
                .orElse(sent);
    }

    /** A conflict with the law or the phase is told above the form: everything typed is still there. */
    private static void reject(BindingResult errors, Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.CONFLICT) {
            errors.reject("error." + refusal.code(), refusal.code());
        } else {
            Forms.reject(errors, refusal);
        }
    }

    /**
     * Somebody else saved meanwhile: when they changed something else, both changes are kept; else both are shown. Two first
     * plans are always shown: they were written for the same case and likely say the same in other words.
     */
    private String together(
            Actor actor,
            UUID id,
            PlanForm sent,
            String seen,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        CaseView view = cases.open(actor, new CaseId(id));
        PlanMerge.Merged both = merge.of(seen, sent, PlanForm.of(view));
        if (!both.isSure() || sent.isFirst()) {
            return conflict(view, sent, both.plan(), locale, model, response);
        }
        try {
            flow.changePlan(actor, new CaseId(id), both.plan().command());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CHANGED) {
                throw refusal;
            }
            CaseView again = cases.open(actor, new CaseId(id));
            PlanForm plan = merge.of(seen, sent, PlanForm.of(again)).plan();
            return conflict(again, sent, plan, locale, model, response);
        }
        next.addFlashAttribute("notice", Notice.of("plan.saved.together"));
        return "redirect:/dossiers/" + id + "/plan";
    }

    private String conflict(
            CaseView view, PlanForm sent, PlanForm together, Locale locale, Model model, HttpServletResponse response) {
        model.addAttribute(SEEN, merge.marks(PlanForm.of(view)));
        model.addAttribute("conflicts", sideBySide.of(sent, view, locale));
        response.setStatus(HttpStatus.CONFLICT.value());
        return pages.form(view, together, locale, model);
    }

    @PostMapping("/maatregelen/{measure}/voortgang")
    String report(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID measure,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "RUNNING") MeasureState state,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            flow.report(actor, new CaseId(id), new MeasureId(measure), report, state);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            boolean empty = refusal.code().equals("required");
            model.addAttribute("reportFailed", measure);
            model.addAttribute("reportError", "error." + refusal.code() + (empty ? ".report" : ""));
            model.addAttribute("reportTyped", report);
            model.addAttribute("stateChosen", state.name());
            model.addAttribute("pageHasErrors", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            CaseView view = cases.open(actor, new CaseId(id));
            return pages.show(actor, view, possible(actor, view), locale, model);
        }
        next.addFlashAttribute("notice", Notice.of("plan.reported"));
        return "redirect:/dossiers/" + id + "/plan";
    }
}

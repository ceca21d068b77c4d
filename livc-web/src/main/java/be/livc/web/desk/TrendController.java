package be.livc.web.desk;

import be.livc.cell.Actor;
import be.livc.desk.Desk;
import be.livc.desk.Questions;
import be.livc.desk.ReferencePersons;
import be.livc.desk.Trends;
import be.livc.desk.Trends.Choice;
import be.livc.desk.Trends.ReportTrend;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Phenomena: reported by the cells, and by the desk for reference persons; read in bundles by who watches over the whole. */
@Controller
@RequestMapping("/trends")
class TrendController {

    private static final String FORM = "trendForm";

    /** What the form holds, as typed. */
    record TrendForm(String theme, String region, String text, String sector) {

        TrendForm {
            sector = Typed.text(sector);
            theme = Typed.text(theme);
            region = Typed.text(region);
            text = text == null ? "" : text.replace("\r\n", "\n");
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    private final Trends trends;
    private final Questions questions;

    TrendController(Trends trends, Questions questions) {
        this.trends = trends;
        this.questions = questions;
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String thema,
            @RequestParam(defaultValue = "") String regio,
            @RequestParam(defaultValue = "") String kwartaal,
            Model model) {
        if (!Desk.isWatchedBy(actor)) {
            return blank(actor, model);
        }
        Choice chosen = new Choice(Typed.some(thema), Typed.some(regio), Typed.some(kwartaal));
        model.addAttribute("bundles", trends.bundled(actor, chosen));
        model.addAttribute("reports", trends.last(actor, chosen));
        model.addAttribute("quarters", trends.quarters(actor));
        model.addAttribute("theme", thema);
        model.addAttribute("region", regio);
        model.addAttribute("quarter", kwartaal);
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        lists(model);
        return "desk/trends";
    }

    @GetMapping("/nieuw")
    String blank(Actor actor, Model model) {
        return form(actor, new TrendForm("", "", "", ""), model);
    }

    private static void lists(Model model) {
        model.addAttribute("themes", Trends.THEMES);
        model.addAttribute("regions", Trends.REGIONS);
    }

    private static String form(Actor actor, TrendForm form, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        model.addAttribute("sectors", ReferencePersons.SECTORS);
        lists(model);
        return "desk/trend";
    }

    @PostMapping
    String report(Actor actor, @ModelAttribute(FORM) TrendForm form, Model model, RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            trends.report(actor, new ReportTrend(form.theme(), form.region(), form.text(), Typed.some(form.sector())));
            next.addFlashAttribute("notice", Notice.of("desk.trend.sent"));
            return "redirect:/trends";
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            if (HeldUp.isBehind(refusal)) {
                model.addAttribute(
                        "marked",
                        Marked.of(
                                form.text(), questions.judge(actor, form.text()).findings()));
            }
        }
        model.addAllAttributes(errors.getModel());
        return form(actor, form, model);
    }
}

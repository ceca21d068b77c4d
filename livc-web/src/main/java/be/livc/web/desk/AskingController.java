package be.livc.web.desk;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.Article;
import be.livc.desk.ArticleId;
import be.livc.desk.AskQuestion;
import be.livc.desk.Desk;
import be.livc.desk.Handbook;
import be.livc.desk.QuestionId;
import be.livc.desk.Questions;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A question to the helpdesk is written down: by who asks it, with what the handbook says about it already, or by the desk when
 * it came by telephone.
 */
@Controller
@RequestMapping("/helpdesk")
class AskingController {

    private static final String FORM = "questionForm";
    private static final int SUGGESTED = 5;

    private final Questions questions;
    private final Handbook articles;
    private final Cells cells;
    private final HeldUp heldUp;

    AskingController(Questions questions, Handbook articles, Cells cells, HeldUp heldUp) {
        this.questions = questions;
        this.articles = articles;
        this.cells = cells;
        this.heldUp = heldUp;
    }

    @GetMapping("/vraag")
    String blank(
            Actor actor,
            @RequestParam(defaultValue = "") String proces,
            @RequestParam(defaultValue = "") String stap,
            @RequestParam(defaultValue = "") String fout,
            Locale locale,
            Model model) {
        if (Desk.isStaffedBy(actor)) {
            return "redirect:/helpdesk/telefoon";
        }
        AskQuestion codes = new AskQuestion("", "", Typed.some(proces), Typed.some(stap), Typed.some(fout));
        return form(
                new QuestionForm(
                        "",
                        "",
                        codes.definition().orElse(""),
                        codes.step().orElse(""),
                        codes.errorCode().orElse(""),
                        ""),
                locale,
                model);
    }

    private String form(QuestionForm form, Locale locale, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("topics", AskQuestion.TOPICS);
        model.addAttribute("suggested", suggested(form, locale));
        return "desk/ask";
    }

    /** What the handbook says at this step and about these words: perhaps nobody needs to be asked. */
    private List<Article> suggested(QuestionForm form, Locale locale) {
        Map<ArticleId, Article> found = new LinkedHashMap<>();
        articles.like(locale, form.text()).forEach(article -> found.put(article.id(), article));
        if (!form.stap().isEmpty()) {
            articles.list(locale, Optional.of(form.stap()), Optional.empty(), SUGGESTED)
                    .items()
                    .forEach(article -> found.put(article.id(), article));
        }
        return List.copyOf(found.values());
    }

    /** Shows what the handbook says about the words of a question that is not sent yet; keeps nothing of it. */
    @PostMapping(path = "/vraag", params = "zoek")
    String lookFirst(Actor actor, @ModelAttribute(FORM) QuestionForm form, Locale locale, Model model) {
        model.addAttribute("looked", true);
        return form(form, locale, model);
    }

    @PostMapping(path = "/vraag", params = "!zoek")
    String ask(
            Actor actor, @ModelAttribute(FORM) QuestionForm form, Locale locale, Model model, RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            QuestionId id = questions.ask(actor, form.command());
            next.addFlashAttribute("notice", Notice.of("desk.asked"));
            return "redirect:/helpdesk/vragen/" + id;
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            heldUp.mark(actor, form.text(), refusal, model);
        }
        model.addAllAttributes(errors.getModel());
        return form(form, locale, model);
    }

    @GetMapping("/telefoon")
    String byPhone(Actor actor, Locale locale, Model model) {
        Act.WORK_AT_DESK.requireFor(actor);
        model.addAttribute("callers", callers());
        return form(new QuestionForm("", "", "", "", "", ""), locale, model);
    }

    private List<Choice> callers() {
        return cells.all().stream()
                .filter(cell -> cell.kind() != CellKind.DESK)
                .map(cell -> new Choice(cell.id().toString(), cell.name()))
                .toList();
    }

    @PostMapping("/telefoon")
    String takeByPhone(
            Actor actor, @ModelAttribute(FORM) QuestionForm form, Locale locale, Model model, RedirectAttributes next) {
        Act.WORK_AT_DESK.requireFor(actor);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            QuestionId id = questions.takeByPhone(actor, Typed.id(form.cell()).map(CellId::new), form.command());
            next.addFlashAttribute("notice", Notice.of("desk.taken"));
            return "redirect:/helpdesk/vragen/" + id;
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            heldUp.mark(actor, form.text(), refusal, model);
        }
        model.addAttribute("callers", callers());
        model.addAllAttributes(errors.getModel());
        return form(form, locale, model);
    }
}

package be.livc.web.desk;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.Article;
import be.livc.desk.ArticleId;
import be.livc.desk.AskQuestion;
import be.livc.desk.Desk;
import be.livc.desk.Guard;
import be.livc.desk.Handbook;
import be.livc.desk.QuestionId;
import be.livc.desk.QuestionView;
import be.livc.desk.Questions;
import be.livc.platform.CellId;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Questions to the helpdesk: asked by the cells, answered by VVSG. */
@Controller
@RequestMapping("/helpdesk")
class HelpdeskController {

    private static final String FORM = "questionForm";
    private static final int SUGGESTED = 5;
    private static final List<String> STATES = List.of("OPEN", "ANSWERED", "CLOSED");

    private final Questions questions;
    private final Handbook articles;
    private final Cells cells;
    private final Clock clock;

    HelpdeskController(Questions questions, Handbook articles, Cells cells, Clock clock) {
        this.questions = questions;
        this.articles = articles;
        this.cells = cells;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "OPEN") String stand,
            @RequestParam Optional<String> after,
            Model model) {
        String state = STATES.contains(stand) ? stand : "OPEN";
        Page<QuestionView> page = Desk.isStaffedBy(actor)
                ? questions.list(actor, state, after, Page.USUAL)
                : questions.own(actor, after, Page.USUAL);
        model.addAttribute("questions", page.items());
        model.addAttribute("now", clock.instant());
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        String here = Desk.isStaffedBy(actor) ? "/helpdesk?stand=" + state : "/helpdesk";
        model.addAttribute("first", after.isPresent() ? here : null);
        model.addAttribute(
                "next",
                page.next()
                        .map(cursor -> here + (Desk.isStaffedBy(actor) ? "&" : "?") + "after=" + cursor)
                        .orElse(null));
        if (Desk.isStaffedBy(actor)) {
            model.addAttribute("service", questions.service(actor));
            model.addAttribute("cellNames", cellNames());
            return "desk/queue";
        }
        return "desk/own";
    }

    private Map<CellId, String> cellNames() {
        return cells.all().stream().collect(Collectors.toMap(Cell::id, Cell::name));
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
            mark(actor, form.text(), refusal, model);
        }
        model.addAllAttributes(errors.getModel());
        return form(form, locale, model);
    }

    /** Shows the writer what the guard found; what it may not tell, it does not mark. */
    private void mark(Actor actor, String text, Refusal refusal, Model model) {
        if (refusal.code().equals("names-somebody")) {
            Guard.Judged judged = questions.judge(actor, text);
            model.addAttribute("marked", Marked.of(text, judged.findings()));
            model.addAttribute("rewrite", judged.rewrite());
        }
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
            mark(actor, form.text(), refusal, model);
        }
        model.addAttribute("callers", callers());
        model.addAllAttributes(errors.getModel());
        return form(form, locale, model);
    }

    @GetMapping("/vragen/{id}")
    String open(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        QuestionView question = questions.open(actor, new QuestionId(id));
        boolean desk = Desk.isStaffedBy(actor);
        model.addAttribute("question", question);
        model.addAttribute("late", question.isLateAt(clock.instant()));
        model.addAttribute("isDesk", desk);
        model.addAttribute(
                "cellName2",
                question.cell().map(cell -> cellNames().getOrDefault(cell, "")).orElse(""));
        model.addAttribute(
                "given",
                question.replies().stream()
                        .flatMap(reply -> reply.article().stream())
                        .distinct()
                        .collect(Collectors.toMap(article -> article, articles::open)));
        if (desk) {
            model.addAttribute("articles", shelf(locale));
            model.addAttribute(
                    "before",
                    question.step()
                            .map(step -> questions.answeredAt(actor, step).stream()
                                    .filter(other -> !other.id().equals(question.id()))
                                    .toList())
                            .orElse(List.of()));
        }
        return "desk/question";
    }

    private List<Choice> shelf(Locale locale) {
        return articles.list(locale, Optional.empty(), Optional.empty(), Page.MOST).items().stream()
                .map(article -> new Choice(article.id().toString(), article.title()))
                .toList();
    }

    @PostMapping("/vragen/{id}/antwoord")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String article,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return reply(
                actor,
                id,
                text,
                locale,
                model,
                next,
                "desk.answered",
                () -> questions.answer(
                        actor, new QuestionId(id), text, Typed.id(article).map(ArticleId::new)));
    }

    @PostMapping("/vragen/{id}/vervolg")
    String askOn(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return reply(
                actor,
                id,
                text,
                locale,
                model,
                next,
                "desk.asked",
                () -> questions.askOn(actor, new QuestionId(id), text));
    }

    @PostMapping("/vragen/{id}/sluiten")
    String close(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        questions.close(actor, new QuestionId(id));
        next.addFlashAttribute("notice", Notice.of("desk.closed"));
        return "redirect:/helpdesk/vragen/" + id;
    }

    private String reply(
            Actor actor,
            UUID id,
            String text,
            Locale locale,
            Model model,
            RedirectAttributes next,
            String done,
            Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("notice", Notice.of(done));
            return "redirect:/helpdesk/vragen/" + id;
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            model.addAttribute("typed", text);
            model.addAttribute("replyError", "error." + refusal.code());
            BindingResult errors = new BeanPropertyBindingResult(Map.of("text", text), "reply");
            errors.reject("error." + refusal.code(), refusal.code());
            model.addAllAttributes(errors.getModel());
            mark(actor, text, refusal, model);
            return open(actor, id, locale, model);
        }
    }
}

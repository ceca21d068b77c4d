package be.livc.web.desk;

import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.desk.ArticleId;
import be.livc.desk.Desk;
import be.livc.desk.Handbook;
import be.livc.desk.QuestionId;
import be.livc.desk.QuestionView;
import be.livc.desk.Questions;
import be.livc.platform.CellId;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The questions to the helpdesk: seen by who asked them and by the desk, answered by the desk, asked on and closed. */
@Controller
@RequestMapping("/helpdesk")
class HelpdeskController {

    private static final List<String> STATES = List.of("OPEN", "ANSWERED", "CLOSED");

    private final Questions questions;
    private final Handbook articles;
    private final Cells cells;
    private final HeldUp heldUp;
    private final Clock clock;

    HelpdeskController(Questions questions, Handbook articles, Cells cells, HeldUp heldUp, Clock clock) {
        this.questions = questions;
        this.articles = articles;
        this.cells = cells;
        this.heldUp = heldUp;
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
        try {
            questions.answer(actor, new QuestionId(id), text, Typed.id(article).map(ArticleId::new));
        } catch (Refusal refusal) {
            model.addAttribute("chosenArticle", article);
            return again(actor, id, text, refusal, locale, model);
        }
        return done(id, "desk.answered", next);
    }

    @PostMapping("/vragen/{id}/vervolg")
    String askOn(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        try {
            questions.askOn(actor, new QuestionId(id), text);
        } catch (Refusal refusal) {
            return again(actor, id, text, refusal, locale, model);
        }
        return done(id, "desk.asked", next);
    }

    /** The question once more, with what was typed and why it is not taken. */
    private String again(Actor actor, UUID id, String text, Refusal refusal, Locale locale, Model model) {
        if (refusal.kind() != Refusal.Kind.INVALID || !refusal.field().equals(Optional.of("text"))) {
            throw refusal;
        }
        model.addAttribute("typed", text);
        model.addAttribute("replyError", "error." + refusal.code());
        BindingResult errors = new BeanPropertyBindingResult(Map.of("text", text), "reply");
        errors.reject("error." + refusal.code(), refusal.code());
        model.addAllAttributes(errors.getModel());
        heldUp.mark(actor, text, refusal, model);
        return open(actor, id, locale, model);
    }

    @PostMapping("/vragen/{id}/sluiten")
    String close(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        questions.close(actor, new QuestionId(id));
        return done(id, "desk.closed", next);
    }

    private static String done(UUID id, String what, RedirectAttributes next) {
        next.addFlashAttribute("notice", Notice.of(what));
        return "redirect:/helpdesk/vragen/" + id;
    }
}

package be.livc.web.desk;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.desk.Article;
import be.livc.desk.ArticleId;
import be.livc.desk.Handbook;
import be.livc.desk.QuestionId;
import be.livc.desk.QuestionView;
import be.livc.desk.Questions;
import be.livc.desk.WriteArticle;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** The knowledge base: found, read and judged by everyone, written by the desk. */
@Controller
@RequestMapping("/draaiboek")
class HandbookController {

    private static final String FORM = "articleForm";

    /** What the form of an article holds, as typed. */
    record ArticleForm(String kind, String language, String title, String body, String steps, String version) {

        ArticleForm {
            kind = Typed.text(kind);
            language = Typed.text(language);
            title = Typed.text(title);
            body = body == null ? "" : body.replace("\r\n", "\n");
            steps = Typed.text(steps);
            version = Typed.text(version);
        }

        static ArticleForm of(Article article) {
            return new ArticleForm(
                    article.kind(),
                    article.language(),
                    article.title(),
                    article.body(),
                    String.join(" ", article.steps()),
                    Integer.toString(article.version()));
        }

        /** The answer to a question as the beginning of an article. */
        static ArticleForm of(QuestionView question) {
            return new ArticleForm(
                    "QUESTION",
                    "nl",
                    "",
                    question.replies().stream()
                            .filter(QuestionView.Reply::byDesk)
                            .map(QuestionView.Reply::text)
                            .reduce((first, second) -> first + "\n\n" + second)
                            .orElse(""),
                    question.step().orElse(""),
                    "");
        }

        WriteArticle command() {
            return new WriteArticle(
                    kind,
                    language,
                    title,
                    body,
                    Arrays.stream(steps.split("[,\\s]+"))
                            .filter(step -> !step.isEmpty())
                            .toList());
        }
    }

    private final Handbook articles;
    private final Questions questions;

    HandbookController(Handbook articles, Questions questions) {
        this.articles = articles;
        this.questions = questions;
    }

    private static boolean isDesk(Actor actor) {
        return Act.WORK_AT_DESK.isFor(actor.capacity());
    }

    private static void requireDesk(Actor actor) {
        if (!isDesk(actor)) {
            throw Refusal.forbidden();
        }
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String stap,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        Page<Article> page = articles.list(locale, Typed.some(stap), after, Page.USUAL);
        model.addAttribute("articles", page.items());
        model.addAttribute("stap", stap);
        model.addAttribute("first", after.isPresent() ? "/draaiboek" : null);
        model.addAttribute(
                "next", page.next().map(cursor -> "/draaiboek?after=" + cursor).orElse(null));
        model.addAttribute("isDesk", isDesk(actor));
        return "desk/shelf";
    }

    /** One that was found, as the page shows it. */
    record Hit(Article article, Marked excerpt) {}

    /** What is sought stays out of addresses: somebody may type a name by mistake. */
    @PostMapping("/zoeken")
    String find(Actor actor, @RequestParam(defaultValue = "") String woorden, Locale locale, Model model) {
        model.addAttribute("woorden", woorden);
        model.addAttribute(
                "hits",
                articles.find(locale, woorden).stream()
                        .map(found -> new Hit(found.article(), Marked.ofExcerpt(found.excerpt())))
                        .toList());
        model.addAttribute("isDesk", isDesk(actor));
        return "desk/found";
    }

    @GetMapping("/{slug}")
    String read(Actor actor, @PathVariable String slug, Locale locale, Model model) {
        return page(actor, articles.open(locale, slug), model);
    }

    private String page(Actor actor, Article article, Model model) {
        model.addAttribute("article", article);
        model.addAttribute("prose", Prose.of(article.body()));
        model.addAttribute("isDesk", isDesk(actor));
        if (isDesk(actor)) {
            model.addAttribute("versions", articles.versions(article.id()));
            model.addAttribute("feedback", articles.feedback(actor, article.id()));
        }
        return "desk/article";
    }

    @PostMapping("/{slug}/nuttig")
    String helped(
            Actor actor,
            @PathVariable String slug,
            @RequestParam boolean nuttig,
            @RequestParam(defaultValue = "") String opmerking,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Article article = articles.open(locale, slug);
        try {
            articles.tellWhetherItHelped(actor, article.id(), nuttig, Typed.some(opmerking));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            BindingResult errors = new BeanPropertyBindingResult(Map.of("remark", opmerking), "feedbackForm");
            errors.reject("error." + refusal.code(), refusal.code());
            model.addAllAttributes(errors.getModel());
            model.addAttribute("remarkTyped", opmerking);
            return page(actor, article, model);
        }
        next.addFlashAttribute("notice", Notice.of("desk.article.thanks"));
        return "redirect:/draaiboek/" + slug;
    }

    @GetMapping("/nieuw")
    String blank(Actor actor, @RequestParam Optional<UUID> vraag, Model model) {
        requireDesk(actor);
        ArticleForm form = vraag.map(id -> ArticleForm.of(questions.open(actor, new QuestionId(id))))
                .orElseGet(() -> new ArticleForm("QUESTION", "nl", "", "", "", ""));
        model.addAttribute("question", vraag.map(UUID::toString).orElse(""));
        return form(form, "/draaiboek/nieuw", model);
    }

    private static String form(ArticleForm form, String action, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("action", action);
        model.addAttribute("kinds", WriteArticle.KINDS);
        model.addAttribute("languages", WriteArticle.LANGUAGES);
        return "desk/write";
    }

    @PostMapping("/nieuw")
    String write(
            Actor actor,
            @ModelAttribute(FORM) ArticleForm form,
            @RequestParam(name = "question", defaultValue = "") String question,
            Model model,
            RedirectAttributes next) {
        requireDesk(actor);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            ArticleId id = articles.write(actor, form.command());
            next.addFlashAttribute("notice", Notice.of("desk.article.saved"));
            return "redirect:/draaiboek/" + articles.open(id).slug();
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            mark(actor, form, refusal, model);
        }
        model.addAttribute("question", question);
        model.addAllAttributes(errors.getModel());
        return form(form, "/draaiboek/nieuw", model);
    }

    private void mark(Actor actor, ArticleForm form, Refusal refusal, Model model) {
        if (refusal.code().equals("names-somebody")) {
            String text = form.title() + "\n" + form.body();
            model.addAttribute(
                    "marked", Marked.of(text, questions.judge(actor, text).findings()));
        }
    }

    @GetMapping("/{slug}/wijzig")
    String edit(Actor actor, @PathVariable String slug, Locale locale, Model model) {
        requireDesk(actor);
        Article article = articles.open(locale, slug);
        return form(ArticleForm.of(article), "/draaiboek/" + slug + "/wijzig", model);
    }

    @PostMapping("/{slug}/wijzig")
    String rewrite(
            Actor actor,
            @PathVariable String slug,
            @ModelAttribute(FORM) ArticleForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        requireDesk(actor);
        Article article = articles.open(locale, slug);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            articles.rewrite(actor, article.id(), Typed.number(form.version()).orElse(0), form.command());
            next.addFlashAttribute("notice", Notice.of("desk.article.saved"));
            return "redirect:/draaiboek/" + slug;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.CHANGED) {
                errors.reject("error.changed-meanwhile", refusal.code());
            } else {
                Forms.reject(errors, refusal);
                mark(actor, form, refusal, model);
            }
        }
        model.addAllAttributes(errors.getModel());
        return form(form, "/draaiboek/" + slug + "/wijzig", model);
    }
}

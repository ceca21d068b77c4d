package be.livc.web.desk;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.desk.Article;
import be.livc.desk.ArticleId;
import be.livc.desk.Desk;
import be.livc.desk.Handbook;
import be.livc.desk.QuestionId;
import be.livc.desk.Questions;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    private final Handbook articles;
    private final Questions questions;
    private final ArticlePages pages;

    HandbookController(Handbook articles, Questions questions, ArticlePages pages) {
        this.articles = articles;
        this.questions = questions;
        this.pages = pages;
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
        model.addAttribute("own", articles.own(actor, Typed.some(stap)));
        model.addAttribute("mayKeepOwn", OwnArticleController.mayWrite(actor));
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        return "desk/shelf";
    }

    /** One that was found, as the page shows it; {@code own} is one that the reader's cell keeps for itself. */
    record Hit(Article article, Marked excerpt, boolean own) {

        static Hit of(Article.Found found, boolean own) {
            return new Hit(found.article(), Marked.ofExcerpt(found.excerpt()), own);
        }

        /** Its address. */
        public String href() {
            return own ? "/draaiboek/eigen/" + article.id() : "/draaiboek/" + article.slug();
        }
    }

    /** What is sought stays out of addresses: somebody may type a name by mistake. */
    @PostMapping("/zoeken")
    String find(Actor actor, @RequestParam(defaultValue = "") String woorden, Locale locale, Model model) {
        model.addAttribute("woorden", woorden);
        model.addAttribute(
                "hits",
                Stream.concat(
                                articles.findOwn(actor, locale, woorden).stream()
                                        .map(found -> Hit.of(found, true)),
                                articles.find(locale, woorden).stream().map(found -> Hit.of(found, false)))
                        .toList());
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        return "desk/found";
    }

    @GetMapping("/{slug}")
    String read(Actor actor, @PathVariable String slug, Locale locale, Model model) {
        return page(actor, articles.open(locale, slug), model);
    }

    private String page(Actor actor, Article article, Model model) {
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        if (Desk.isStaffedBy(actor)) {
            model.addAttribute("feedback", articles.feedback(actor, article.id()));
        }
        return ArticlePages.page(
                article,
                articles.versions(article.id()),
                "/draaiboek/" + article.slug(),
                Desk.isStaffedBy(actor),
                model);
    }

    @GetMapping("/{slug}/versies")
    String changes(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String van,
            @RequestParam(defaultValue = "") String tot,
            Locale locale,
            Model model) {
        Article article = articles.open(locale, slug);
        return ArticlePages.changes(
                article,
                articles.versions(article.id()),
                "/draaiboek/" + slug,
                Typed.number(van),
                Typed.number(tot),
                model);
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
            model.addAttribute("remarkError", refusal.code());
            return page(actor, article, model);
        }
        next.addFlashAttribute("notice", Notice.of("desk.article.thanks"));
        return "redirect:/draaiboek/" + slug;
    }

    @GetMapping("/nieuw")
    String blank(Actor actor, @RequestParam Optional<UUID> vraag, Model model) {
        Act.WORK_AT_DESK.requireFor(actor);
        ArticleForm form = vraag.map(id -> ArticleForm.of(questions.open(actor, new QuestionId(id))))
                .orElseGet(ArticleForm::blank);
        model.addAttribute("question", vraag.map(UUID::toString).orElse(""));
        return ArticlePages.form(form, "/draaiboek/nieuw", model);
    }

    @PostMapping("/nieuw")
    String write(
            Actor actor,
            @ModelAttribute(ArticlePages.FORM) ArticleForm form,
            @RequestParam(name = "question", defaultValue = "") String question,
            Model model,
            RedirectAttributes next) {
        Act.WORK_AT_DESK.requireFor(actor);
        try {
            ArticleId id = articles.write(actor, form.command());
            next.addFlashAttribute("notice", Notice.of("desk.article.saved"));
            return "redirect:/draaiboek/" + articles.open(id).slug();
        } catch (Refusal refusal) {
            pages.refused(actor, form, refusal, model);
        }
        model.addAttribute("question", question);
        return ArticlePages.form(form, "/draaiboek/nieuw", model);
    }

    @GetMapping("/{slug}/wijzig")
    String edit(Actor actor, @PathVariable String slug, Locale locale, Model model) {
        Act.WORK_AT_DESK.requireFor(actor);
        Article article = articles.open(locale, slug);
        return ArticlePages.form(ArticleForm.of(article), "/draaiboek/" + slug + "/wijzig", model);
    }

    @PostMapping("/{slug}/wijzig")
    String rewrite(
            Actor actor,
            @PathVariable String slug,
            @ModelAttribute(ArticlePages.FORM) ArticleForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Act.WORK_AT_DESK.requireFor(actor);
        Article article = articles.open(locale, slug);
        try {
            articles.rewrite(actor, article.id(), Typed.number(form.version()).orElse(0), form.command());
            next.addFlashAttribute("notice", Notice.of("desk.article.saved"));
            return "redirect:/draaiboek/" + slug;
        } catch (Refusal refusal) {
            ArticleForm shown = pages.refused(actor, form, articles.open(locale, slug), refusal, model);
            return ArticlePages.form(shown, "/draaiboek/" + slug + "/wijzig", model);
        }
    }
}

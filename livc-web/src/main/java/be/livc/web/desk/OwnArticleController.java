package be.livc.web.desk;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.desk.Article;
import be.livc.desk.ArticleId;
import be.livc.desk.Handbook;
import be.livc.document.AddDocument;
import be.livc.document.FileText;
import be.livc.platform.Refusal;
import be.livc.web.document.Upload;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Articles that a cell keeps for itself: read from its own files, looked at before they are kept. */
@Controller
@RequestMapping("/draaiboek")
class OwnArticleController {

    private final Handbook articles;
    private final FileText files;
    private final ArticlePages pages;

    OwnArticleController(Handbook articles, FileText files, ArticlePages pages) {
        this.articles = articles;
        this.files = files;
        this.pages = pages;
    }

    private static void requireWriter(Actor actor) {
        if (!mayWrite(actor)) {
            throw Refusal.forbidden();
        }
    }

    static boolean mayWrite(Actor actor) {
        return Act.CONFIGURE_CELL.isFor(actor.capacity());
    }

    @GetMapping("/bestand")
    String chooseFile(Actor actor) {
        requireWriter(actor);
        return "desk/import";
    }

    /** Reads the file and shows what would be kept; keeps nothing. */
    @PostMapping("/bestand")
    String preview(Actor actor, HttpServletRequest request, Locale locale, Model model) throws IOException {
        requireWriter(actor);
        ArticleForm form;
        try {
            form = read(request, locale);
        } catch (Refusal refusal) {
            BindingResult errors = new MapBindingResult(Map.of(), "importForm");
            Forms.reject(errors, refusal);
            model.addAllAttributes(errors.getModel());
            model.addAttribute(
                    "fileError",
                    "error."
                            + refusal.reasons().stream()
                                    .findFirst()
                                    .map(Refusal.Reason::code)
                                    .orElse(refusal.code()));
            return "desk/import";
        }
        model.addAttribute("preview", Prose.of(form.body()));
        pages.mark(actor, form, model);
        return ArticlePages.form(form, "/draaiboek/eigen", model);
    }

    private ArticleForm read(HttpServletRequest request, Locale locale) throws IOException {
        AddDocument file = Upload.of(request).document(false);
        try (InputStream content = file.content()) {
            String text = files.of(file.name(), content);
            return ArticleForm.of(file.name(), text, locale.getLanguage().equals("fr") ? "fr" : "nl");
        }
    }

    @PostMapping("/eigen")
    String keep(
            Actor actor, @ModelAttribute(ArticlePages.FORM) ArticleForm form, Model model, RedirectAttributes next) {
        requireWriter(actor);
        try {
            ArticleId id = articles.writeOwn(actor, form.command());
            next.addFlashAttribute("notice", Notice.of("desk.article.saved"));
            return "redirect:/draaiboek/eigen/" + id;
        } catch (Refusal refusal) {
            pages.refused(actor, form, refusal, model);
        }
        return ArticlePages.form(form, "/draaiboek/eigen", model);
    }

    @GetMapping("/eigen/{id}")
    String read(Actor actor, @PathVariable UUID id, Model model) {
        Article article = articles.openOwn(actor, new ArticleId(id));
        model.addAttribute("own", true);
        return ArticlePages.page(
                article, articles.versionsOfOwn(actor, article.id()), "/draaiboek/eigen/" + id, mayWrite(actor), model);
    }

    @GetMapping("/eigen/{id}/versies")
    String changes(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String van,
            @RequestParam(defaultValue = "") String tot,
            Model model) {
        Article article = articles.openOwn(actor, new ArticleId(id));
        return ArticlePages.changes(
                article,
                articles.versionsOfOwn(actor, article.id()),
                "/draaiboek/eigen/" + id,
                Typed.number(van),
                Typed.number(tot),
                model);
    }

    @GetMapping("/eigen/{id}/wijzig")
    String edit(Actor actor, @PathVariable UUID id, Model model) {
        Article article = articles.openOwn(actor, new ArticleId(id));
        requireWriter(actor);
        return ArticlePages.form(ArticleForm.of(article), "/draaiboek/eigen/" + id + "/wijzig", model);
    }

    @PostMapping("/eigen/{id}/wijzig")
    String rewrite(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(ArticlePages.FORM) ArticleForm form,
            Model model,
            RedirectAttributes next) {
        ArticleId article = articles.openOwn(actor, new ArticleId(id)).id();
        requireWriter(actor);
        try {
            articles.rewriteOwn(actor, article, Typed.number(form.version()).orElse(0), form.command());
            next.addFlashAttribute("notice", Notice.of("desk.article.saved"));
            return "redirect:/draaiboek/eigen/" + id;
        } catch (Refusal refusal) {
            ArticleForm shown = pages.refused(actor, form, articles.openOwn(actor, article), refusal, model);
            return ArticlePages.form(shown, "/draaiboek/eigen/" + id + "/wijzig", model);
        }
    }
}

package be.livc.web.basis;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.law.Article;
import be.livc.law.Articles;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import be.livc.setup.Setup;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the articles of the law are to be found: old numbers and new ones, each with its dates. */
@Controller
@RequestMapping("/beheer/artikels")
class ArticleController {

    /** A new place of an article. */
    record ArticleForm(String article, String citation, String note, String validFrom) {

        ArticleForm {
            article = Typed.text(article);
            citation = Typed.text(citation);
            note = Typed.text(note);
            validFrom = Typed.text(validFrom);
        }
    }

    private final Setup setup;
    private final Articles articles;
    private final Clock clock;

    ArticleController(Setup setup, Articles articles, Clock clock) {
        this.setup = setup;
        this.articles = articles;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute(
                "form", new ArticleForm("", "", "", LocalDate.now(clock).toString()));
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
        model.addAttribute("references", articles.all());
        model.addAttribute("articles", Article.values());
        model.addAttribute("today", LocalDate.now(clock));
        return "basis/articles";
    }

    @PostMapping
    String renumber(
            Actor actor,
            @ModelAttribute("form") ArticleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes then) {
        try {
            Reading reading = new Reading();
            Article article = reading.code("article", form.article(), Article.class);
            LocalDate from = reading.day("validFrom", form.validFrom());
            reading.text("citation", form.citation(), ShortText.SENTENCE);
            reading.check();
            setup.renumber(actor, article, form.citation(), form.note(), from);
            then.addFlashAttribute("notice", Notice.of("basis.article.renumbered"));
            return "redirect:/beheer/artikels";
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return page(actor, model);
        }
    }
}

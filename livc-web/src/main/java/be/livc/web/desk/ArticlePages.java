package be.livc.web.desk;

import be.livc.cell.Actor;
import be.livc.desk.Article;
import be.livc.desk.Questions;
import be.livc.desk.WriteArticle;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows and writes articles: those of the handbook and those that a cell keeps for itself, in the same pages. */
@Component
class ArticlePages {

    static final String FORM = "articleForm";

    private final Questions questions;

    ArticlePages(Questions questions) {
        this.questions = questions;
    }

    /**
     * The page of an article.
     *
     * @param at its address
     * @param mayWrite whether the reader may word it anew
     */
    static String page(Article article, List<Article.Version> versions, String at, boolean mayWrite, Model model) {
        model.addAttribute("article", article);
        model.addAttribute("prose", Prose.of(article.body()));
        model.addAttribute("versions", versions);
        model.addAttribute("at", at);
        model.addAttribute("mayWrite", mayWrite);
        return "desk/article";
    }

    /** What changed from one version to another, by default from the last but one to the newest. */
    static String changes(
            Article article,
            List<Article.Version> versions,
            String at,
            Optional<Integer> from,
            Optional<Integer> to,
            Model model) {
        int newest = to.orElse(article.version());
        Article.Version after = version(versions, newest);
        Article.Version before = version(versions, from.orElse(Math.max(1, newest - 1)));
        model.addAttribute("article", article);
        model.addAttribute("at", at);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute(
                "changes",
                Changes.between(before.title() + "\n\n" + before.body(), after.title() + "\n\n" + after.body()));
        return "desk/changes";
    }

    private static Article.Version version(List<Article.Version> versions, int number) {
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The form; {@code action} is where it goes. */
    static String form(ArticleForm form, String action, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("action", action);
        model.addAttribute("kinds", WriteArticle.KINDS);
        model.addAttribute("languages", WriteArticle.LANGUAGES);
        return "desk/write";
    }

    /** Puts in the model why a text was not kept, with what the guard found marked in it. */
    void refused(Actor writer, ArticleForm form, Refusal refusal, Model model) {
        Forms.reject(FORM, form, refusal, model);
        markRefused(writer, form, refusal, model);
    }

    /** The same for an article that is worded anew: what another wrote meanwhile stands beside. Gives the form to show. */
    ArticleForm refused(Actor writer, ArticleForm form, Article stored, Refusal refusal, Model model) {
        markRefused(writer, form, refusal, model);
        return Forms.reject(FORM, form, refusal, () -> ArticleForm.of(stored), model);
    }

    private void markRefused(Actor writer, ArticleForm form, Refusal refusal, Model model) {
        if (refusal.code().equals("names-somebody")) {
            mark(writer, form, model);
        }
    }

    /** Marks what the guard finds in a text that is not kept yet; whether it found something. */
    boolean mark(Actor writer, ArticleForm form, Model model) {
        var judged = questions.judge(writer, form.judged());
        if (!judged.isClean()) {
            model.addAttribute("marked", Marked.of(form.judged(), judged.findings()));
            model.addAttribute("rewrite", judged.rewrite());
        }
        return !judged.isClean();
    }
}

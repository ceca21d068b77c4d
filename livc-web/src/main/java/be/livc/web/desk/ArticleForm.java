package be.livc.web.desk;

import be.livc.desk.Article;
import be.livc.desk.QuestionView;
import be.livc.desk.WriteArticle;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.MadeOn;
import be.livc.web.layout.Typed;
import java.util.Arrays;
import java.util.List;

/** What the form of an article holds, as typed. */
record ArticleForm(String kind, String language, String title, String body, String steps, String version)
        implements MadeOn<ArticleForm> {

    ArticleForm {
        kind = Typed.text(kind);
        language = Typed.text(language);
        title = Typed.text(title);
        body = body == null ? "" : body.replace("\r\n", "\n");
        steps = Typed.text(steps);
        version = Typed.text(version);
    }

    static ArticleForm blank() {
        return new ArticleForm("QUESTION", "nl", "", "", "", "");
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

    /** What was read from a file; its first heading is the title, else the name of the file is. */
    static ArticleForm of(String fileName, String text, String language) {
        String first = text.lines().findFirst().orElse("");
        boolean headed = first.startsWith("#");
        String title = headed
                ? first.replaceFirst("^#+\\s*", "")
                : fileName.replaceFirst("\\.[A-Za-z]+$", "").replaceAll("[_-]+", " ");
        return new ArticleForm(
                "MODEL",
                language,
                title.strip(),
                headed ? text.substring(first.length()).strip() : text,
                "",
                "");
    }

    @Override
    public List<Conflict> besides(ArticleForm stored) {
        return List.of(
                new Conflict("desk.article.title", title, stored.title),
                new Conflict("desk.article.body", body, stored.body));
    }

    @Override
    public ArticleForm onTopOf(ArticleForm stored) {
        return new ArticleForm(kind, language, title, body, steps, stored.version);
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

    /** The text that the guard judges, as the command puts it together. */
    String judged() {
        return title + "\n" + body;
    }
}

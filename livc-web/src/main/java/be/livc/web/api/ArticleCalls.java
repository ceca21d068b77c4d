package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.desk.Article;
import be.livc.desk.ArticleId;
import be.livc.desk.Handbook;
import be.livc.desk.WriteArticle;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The knowledge base of the desk. What a cell keeps for itself is on its screens only. */
@RestController
@RequestMapping("/api/v1/articles")
@Tag(name = "Helpdesk")
class ArticleCalls {

    /** An article to be written; kind HANDBOOK, QUESTION or MODEL, language nl or fr. */
    record NewArticle(
            @Nullable String kind,
            @Nullable String language,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<@Nullable String> steps) {

        WriteArticle command() {
            return new WriteArticle(given(kind), given(language), given(title), given(body), Fields.texts(steps));
        }
    }

    /** Words to look for; in the body, so that they stand in no address. */
    record Words(@Nullable String words) {}

    /** An article as lists show it. */
    record Listed(UUID id, String slug, String kind, String language, String title, List<String> steps) {

        static Listed of(Article article) {
            return new Listed(
                    article.id().value(),
                    article.slug(),
                    article.kind(),
                    article.language(),
                    article.title(),
                    article.steps());
        }
    }

    /** An article whole. */
    record View(
            UUID id,
            String slug,
            String kind,
            String language,
            String title,
            String body,
            int version,
            Instant changedAt,
            List<String> steps) {

        static View of(Article article) {
            return new View(
                    article.id().value(),
                    article.slug(),
                    article.kind(),
                    article.language(),
                    article.title(),
                    article.body(),
                    article.version(),
                    article.changedAt(),
                    article.steps());
        }
    }

    private final Handbook articles;

    ArticleCalls(Handbook articles) {
        this.articles = articles;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @GetMapping
    @Operation(summary = "The articles in the caller's language, or those that help at a step of a process")
    Slice<Listed> list(Actor actor, @RequestParam Optional<String> step, Paging paging, Locale locale) {
        return Slice.of(articles.list(locale, step, paging.cursor(), paging.length()), Listed::of);
    }

    @GetMapping("/{slug}")
    @Operation(summary = "An article, in the caller's language where it is there")
    View open(Actor actor, @PathVariable String slug, Locale locale) {
        return View.of(articles.open(locale, slug));
    }

    @PostMapping("/search")
    @Operation(summary = "The articles that answer these words, in Dutch and in French")
    Slice<Listed> search(Actor actor, @RequestBody Words sought, Locale locale) {
        return new Slice<>(
                articles.find(locale, given(sought.words())).stream()
                        .map(found -> Listed.of(found.article()))
                        .toList(),
                null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write an article: for the desk")
    View write(Actor actor, @RequestBody NewArticle asked) {
        ArticleId id = articles.write(actor, asked.command());
        return View.of(articles.open(id));
    }
}

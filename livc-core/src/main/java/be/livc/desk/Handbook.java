package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.Ids;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The knowledge base: read by everyone of every cell, written by the desk. An empty shelf is filled with what ships. */
@Component
public class Handbook {

    private final ArticleRows rows;
    private final Shelf shelf;
    private final Desk desk;
    private final Guard guard;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Handbook(ArticleRows rows, Shelf shelf, Desk desk, Guard guard, Access access, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.shelf = shelf;
        this.desk = desk;
        this.guard = guard;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The articles in a language, by title.
     *
     * @param step only those that help at this element of a process
     */
    public Page<Article> list(Locale language, Optional<String> step, Optional<String> after, int limit) {
        return desk.in(() -> {
            shelf.fill();
            return rows.list(languageOf(language), step, after, limit);
        });
    }

    /** What answers these words, in Dutch and in French; the language of the reader first, then the best match. */
    public List<Article.Found> find(Locale language, String words) {
        return words.isBlank()
                ? List.of()
                : desk.in(() -> {
                    shelf.fill();
                    return rows.find(languageOf(language), words);
                });
    }

    /** The article of this name; in the reader's language where it is there, else in Dutch. */
    public Article open(Locale language, String slug) {
        return desk.in(() -> {
            shelf.fill();
            return rows.bySlug(slug, languageOf(language))
                    .or(() -> rows.bySlug(slug, "nl"))
                    .or(() -> rows.bySlug(slug, "fr"))
                    .orElseThrow(Refusal::notFound);
        });
    }

    /** The article of this id. */
    public Article open(ArticleId id) {
        return desk.in(() -> rows.find(id).orElseThrow(Refusal::notFound));
    }

    /** Its wordings, the newest first. */
    public List<Article.Version> versions(ArticleId id) {
        return desk.in(() -> rows.versions(id));
    }

    private static String languageOf(Locale language) {
        return language.getLanguage().equals("fr") ? "fr" : "nl";
    }

    /**
     * Writes a new article.
     *
     * @throws Refusal {@code names-somebody}, when the guard holds it up; {@code title-taken}
     */
    @Transactional
    public ArticleId write(Actor consultant, WriteArticle asked) {
        access.toAct(consultant, Act.WORK_AT_DESK, "article");
        requireWritable(consultant, asked);
        if (rows.bySlug(asked.slug(), asked.language()).isPresent()) {
            throw Refusal.invalid("title", "title-taken");
        }
        ArticleId id = new ArticleId(Ids.next());
        rows.add(id, asked.slug(), asked, false, clock.instant());
        record(consultant, id.value());
        return id;
    }

    /**
     * Words an article anew; the earlier wording stays readable.
     *
     * @param version the version that the change was made on
     * @throws Refusal changed meanwhile, when that is not the newest
     */
    @Transactional
    public void rewrite(Actor consultant, ArticleId id, int version, WriteArticle asked) {
        access.toAct(consultant, Act.WORK_AT_DESK, "article");
        requireWritable(consultant, asked);
        Article present = rows.find(id).orElseThrow(Refusal::notFound);
        if (present.version() != version || !rows.change(id, version, asked, clock.instant())) {
            throw Refusal.changedMeanwhile();
        }
        record(consultant, id.value());
    }

    private void requireWritable(Actor consultant, WriteArticle asked) {
        asked.requireValid();
        if (!guard.judge(consultant, asked.title() + "\n" + asked.body()).isClean()) {
            throw Refusal.invalid("body", "names-somebody");
        }
    }

    private void record(Actor consultant, UUID article) {
        ledger.append(Entry.by(Access.ledgerActor(consultant), consultant.source())
                .did(Act.WORK_AT_DESK.action())
                .on("article", article)
                .forPurpose(consultant.purpose()));
    }

    /**
     * Tells whether an article helped; who told is not kept.
     *
     * @throws Refusal {@code names-somebody}, when the guard holds the remark up
     */
    public void tellWhetherItHelped(Actor reader, ArticleId id, boolean helpful, Optional<String> remark) {
        if (remark.filter(text -> !guard.judge(reader, text).isClean()).isPresent()) {
            throw Refusal.invalid("remark", "names-somebody");
        }
        desk.run(
                () -> rows.addFeedback(rows.find(id).orElseThrow(Refusal::notFound), helpful, remark, clock.instant()));
    }

    /** What readers told of an article: for the desk. */
    @Transactional(readOnly = true)
    public Article.Feedback feedback(Actor consultant, ArticleId id) {
        if (!Act.WORK_AT_DESK.isFor(consultant.capacity())) {
            throw Refusal.forbidden();
        }
        return rows.feedback(id);
    }
}

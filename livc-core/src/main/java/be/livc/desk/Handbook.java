package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.Ids;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The knowledge base: read by everyone of every cell, written by the desk. An empty shelf is filled with what ships. Beside it a
 * cell may keep articles for itself; their rows are bound to that cell.
 */
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

    /** The articles that share the most words with a text such as a question; few, in the reader's language. */
    public List<Article> like(Locale language, String text) {
        return text.isBlank()
                ? List.of()
                : desk.in(() -> {
                    shelf.fill();
                    return rows.like(languageOf(language), text);
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

    /**
     * What the reader's own cell keeps for itself beside the handbook, by title; nobody else has it, nor the desk.
     *
     * @param step only those that help at this element of a process
     */
    @Transactional(readOnly = true)
    public List<Article> own(Actor reader, Optional<String> step) {
        return Desk.isStaffedBy(reader) ? List.of() : rows.all(step);
    }

    /** The same, where it answers these words. */
    @Transactional(readOnly = true)
    public List<Article.Found> findOwn(Actor reader, Locale language, String words) {
        return words.isBlank() || Desk.isStaffedBy(reader) ? List.of() : rows.find(languageOf(language), words);
    }

    /**
     * An article of the reader's own cell.
     *
     * @throws Refusal not found, recorded, where the cell has none of this id
     */
    @Transactional(readOnly = true)
    public Article openOwn(Actor reader, ArticleId id) {
        return Optional.of(id)
                .filter(asked -> !Desk.isStaffedBy(reader))
                .flatMap(rows::find)
                .orElseThrow(() -> access.denied(reader, "article", id.value()));
    }

    /** The wordings of an article of the reader's own cell, the newest first. */
    @Transactional(readOnly = true)
    public List<Article.Version> versionsOfOwn(Actor reader, ArticleId id) {
        return rows.versions(openOwn(reader, id).id());
    }

    /**
     * Keeps an article for the writer's own cell only.
     *
     * @throws Refusal forbidden, for who does not set up the cell; {@code names-somebody}, {@code title-taken}
     */
    @Transactional
    public ArticleId writeOwn(Actor writer, WriteArticle asked) {
        access.toAct(writer, Act.CONFIGURE_CELL, "article");
        return add(writer, asked, Act.CONFIGURE_CELL);
    }

    /**
     * Words an article of the own cell anew; the earlier wording stays readable.
     *
     * @param version the version that the change was made on
     * @throws Refusal changed meanwhile, when that is not the newest
     */
    @Transactional
    public void rewriteOwn(Actor writer, ArticleId id, int version, WriteArticle asked) {
        openOwn(writer, id);
        access.toAct(writer, Act.CONFIGURE_CELL, "article");
        change(writer, id, version, asked, Act.CONFIGURE_CELL);
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
        return add(consultant, asked, Act.WORK_AT_DESK);
    }

    private ArticleId add(Actor writer, WriteArticle asked, Act act) {
        requireWritable(writer, asked);
        if (rows.bySlug(asked.slug(), asked.language()).isPresent()) {
            throw Refusal.invalid("title", "title-taken");
        }
        ArticleId id = new ArticleId(Ids.next());
        rows.add(id, asked.slug(), asked, false, clock.instant());
        record(writer, act, id.value());
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
        change(consultant, id, version, asked, Act.WORK_AT_DESK);
    }

    private void change(Actor writer, ArticleId id, int version, WriteArticle asked, Act act) {
        requireWritable(writer, asked);
        Article present = rows.find(id).orElseThrow(Refusal::notFound);
        if (present.version() != version || !rows.change(id, version, asked, clock.instant())) {
            throw Refusal.changedMeanwhile();
        }
        record(writer, act, id.value());
    }

    private void requireWritable(Actor writer, WriteArticle asked) {
        asked.requireValid();
        guard.requireClean(writer, "body", asked.title() + "\n" + asked.body());
    }

    private void record(Actor writer, Act act, UUID article) {
        ledger.append(Entry.by(Access.ledgerActor(writer), writer.source())
                .did(act.action())
                .on("article", article)
                .forPurpose(writer.purpose()));
    }

    /**
     * Tells whether an article helped; who told is not kept.
     *
     * @throws Refusal {@code sentence-too-long}, or {@code names-somebody} when the guard holds the remark up
     */
    public void tellWhetherItHelped(Actor reader, ArticleId id, boolean helpful, Optional<String> remark) {
        remark.ifPresent(text -> {
            ShortText.SENTENCE.requireShort("remark", text);
            guard.requireClean(reader, "remark", text);
        });
        desk.run(
                () -> rows.addFeedback(rows.find(id).orElseThrow(Refusal::notFound), helpful, remark, clock.instant()));
    }

    /** What readers told of an article: for the desk. */
    @Transactional(readOnly = true)
    public Article.Feedback feedback(Actor consultant, ArticleId id) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return rows.feedback(id);
    }
}

package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CellId;
import be.livc.platform.Ids;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions to the desk and its answers. Nothing is kept that the {@link Guard} holds up. */
@Component
public class Questions {

    private final QuestionRows rows;
    private final ArticleRows articles;
    private final Desk desk;
    private final Guard guard;
    private final Access access;
    private final Ledger ledger;

    Questions(QuestionRows rows, ArticleRows articles, Desk desk, Guard guard, Access access, Ledger ledger) {
        this.rows = rows;
        this.articles = articles;
        this.desk = desk;
        this.guard = guard;
        this.access = access;
        this.ledger = ledger;
    }

    /** What the guard says of a text, so that its writer can be shown what to rewrite. */
    public Guard.Judged judge(Actor writer, String text) {
        return guard.judge(writer, text);
    }

    /**
     * Asks; the act stands in the ledger of the asker's cell and of the desk.
     *
     * @throws Refusal {@code names-somebody}, when the guard holds the text up
     */
    @Transactional
    public QuestionId ask(Actor asker, AskQuestion asked) {
        access.toAct(asker, Act.ASK_DESK, "question");
        guard.requireClean(asker, asked.faults(), "text", asked.text());
        UUID id = Ids.next();
        record(asker, Act.ASK_DESK.action(), id);
        desk.run(() -> {
            rows.add(id, "SCREEN", asked, Optional.of(asker.cell()), Optional.of(asker.mandate()));
            record(asker, Act.ASK_DESK.action(), id);
        });
        return new QuestionId(id);
    }

    /**
     * Writes down a question that came by telephone.
     *
     * @param from the cell that called, where it said so
     * @throws Refusal {@code names-somebody}, when the guard holds the text up
     */
    @Transactional
    public QuestionId takeByPhone(Actor consultant, Optional<CellId> from, AskQuestion asked) {
        access.toAct(consultant, Act.WORK_AT_DESK, "question");
        guard.requireClean(consultant, asked.faults(), "text", asked.text());
        UUID id = Ids.next();
        rows.add(id, "PHONE", asked, from, Optional.empty());
        record(consultant, Action.CREATE, id);
        return new QuestionId(id);
    }

    private void record(Actor actor, Action action, UUID question) {
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(action)
                .on("question", question)
                .forPurpose(actor.purpose()));
    }

    /** The asker's own questions, the newest first. */
    public Page<QuestionView> own(Actor asker, Optional<String> after, int limit) {
        return desk.in(() -> rows.ofAsker(asker.cell(), asker.mandate(), after, limit));
    }

    /**
     * All questions in a state: what is open the first asked first, the others the last asked first.
     *
     * @param state OPEN, ANSWERED or CLOSED
     * @throws Refusal forbidden, for anybody but the desk
     */
    @Transactional(readOnly = true)
    public Page<QuestionView> list(Actor consultant, String state, Optional<String> after, int limit) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return rows.inState(state, after, limit);
    }

    /** How long questions waited, and how many waited longer than promised. */
    public record Service(long open, long late, long answered, Optional<Double> hoursToAnswer) {}

    /** The service of the desk until now. */
    @Transactional(readOnly = true)
    public Service service(Actor consultant) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return rows.service();
    }

    /**
     * One question with its answers: for the desk, and for who asked it.
     *
     * @throws Refusal not found, for anybody else
     */
    public QuestionView open(Actor reader, QuestionId id) {
        Optional<QuestionView> question = desk.in(() -> rows.find(id)
                .filter(found -> Desk.isStaffedBy(reader) || rows.isAskedBy(id, reader.cell(), reader.mandate())));
        return question.orElseThrow(() -> access.denied(reader, "question", id.value()));
    }

    /**
     * Answers, with an article where one says it.
     *
     * @throws Refusal {@code names-somebody}, when the guard holds the text up; {@code unknown-code}, when the handbook has no
     *     such article
     */
    @Transactional
    public void answer(Actor consultant, QuestionId id, String text, Optional<ArticleId> article) {
        access.toAct(consultant, Act.WORK_AT_DESK, "question", id.value());
        rows.find(id).orElseThrow(() -> access.denied(consultant, "question", id.value()));
        Refusal.requireText("text", text);
        if (article.filter(asked -> articles.find(asked).isEmpty()).isPresent()) {
            throw Refusal.invalid("article", "unknown-code");
        }
        guard.requireClean(consultant, "text", text);
        rows.reply(id, true, text.strip(), article);
        rows.answered(id);
        record(consultant, Act.WORK_AT_DESK.action(), id.value());
    }

    /**
     * Closes an answered question: its asker, or the desk. One that is closed stays so; after ten working days it is closed
     * anyhow. Who asks on opens it again.
     *
     * @throws Refusal {@code question-open}, while nobody answered; not found, for anybody else
     */
    @Transactional
    public void close(Actor actor, QuestionId id) {
        QuestionView question = open(actor, id);
        access.toAct(actor, Desk.actOf(actor), "question", id.value());
        switch (question.state()) {
            case "OPEN" -> throw Refusal.conflict("question-open");
            case "ANSWERED" -> {
                desk.run(() -> rows.closed(id));
                record(actor, Action.UPDATE, id.value());
            }
            default -> {}
        }
    }

    /** The asker asks on; the question is open again, and waits anew. */
    @Transactional
    public void askOn(Actor asker, QuestionId id, String text) {
        open(asker, id);
        access.toAct(asker, Act.ASK_DESK, "question");
        Refusal.requireText("text", text);
        guard.requireClean(asker, "text", text);
        desk.run(() -> {
            rows.reply(id, false, text.strip(), Optional.empty());
            rows.askedOn(id);
        });
        record(asker, Act.ASK_DESK.action(), id.value());
    }

    /** The questions that were answered and whose step this is: what the desk can reuse. */
    @Transactional(readOnly = true)
    public List<QuestionView> answeredAt(Actor consultant, String step) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return rows.answeredAt(step);
    }
}

package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.desk.ArticleId;
import be.livc.desk.AskQuestion;
import be.livc.desk.Desk;
import be.livc.desk.Finding;
import be.livc.desk.Guard;
import be.livc.desk.QuestionId;
import be.livc.desk.QuestionView;
import be.livc.desk.Questions;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
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

/** Questions to the helpdesk, which name nobody. */
@RestController
@RequestMapping("/api/v1/questions")
@Tag(name = "Helpdesk")
class QuestionCalls {

    /** A question; process, step and error code are where it came from. The desk names the cell that called by telephone. */
    record NewQuestion(
            @Nullable String topic,
            @Nullable String text,
            @Nullable String definition,
            @Nullable String step,
            @Nullable String errorCode,
            @Nullable String cell) {

        AskQuestion command() {
            return new AskQuestion(
                    given(topic), given(text), Fields.maybe(definition), Fields.maybe(step), Fields.maybe(errorCode));
        }
    }

    /** What the desk answers or the asker asks on; the article only from the desk. */
    record NewReply(@Nullable String text, @Nullable String article) {}

    /** A text to be looked at before it is sent. */
    record Text(@Nullable String text) {}

    /** What makes a person known, between two places in the text. */
    record Found(String kind, int from, int to) {

        static Found of(Finding finding) {
            return new Found(finding.kind().name(), finding.from(), finding.to());
        }
    }

    /** What the guard says; {@code rewrite} is a reason that is not told. */
    record Judged(boolean clean, boolean rewrite, List<Found> findings) {

        static Judged of(Guard.Judged judged) {
            return new Judged(
                    judged.isClean(),
                    judged.rewrite(),
                    judged.findings().stream().map(Found::of).toList());
        }
    }

    /** A reply; {@code article} is the id of one that was given along. */
    record Reply(boolean byDesk, String text, @Nullable UUID article, Instant at) {

        static Reply of(QuestionView.Reply reply) {
            return new Reply(
                    reply.byDesk(),
                    reply.text(),
                    reply.article().map(ArticleId::value).orElse(null),
                    reply.at());
        }
    }

    /** A question with what was said after it. */
    record View(
            UUID id,
            int number,
            @Nullable UUID cell,
            String channel,
            String topic,
            String text,
            @Nullable String definition,
            @Nullable String step,
            @Nullable String errorCode,
            String state,
            Instant askedAt,
            Instant due,
            @Nullable Instant answeredAt,
            @Nullable Instant closesAt,
            List<Reply> replies) {

        static View of(QuestionView question) {
            return new View(
                    question.id().value(),
                    question.number(),
                    question.cell().map(CellId::value).orElse(null),
                    question.channel(),
                    question.topic(),
                    question.text(),
                    question.definition().orElse(null),
                    question.step().orElse(null),
                    question.errorCode().orElse(null),
                    question.state(),
                    question.askedAt(),
                    question.due(),
                    question.answeredAt().orElse(null),
                    question.closesAt().orElse(null),
                    question.replies().stream().map(Reply::of).toList());
        }
    }

    private final Questions questions;

    QuestionCalls(Questions questions) {
        this.questions = questions;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @GetMapping
    @Operation(summary = "One's own questions, the newest first; to the desk those in a state, the first asked first")
    Slice<View> list(Actor actor, @RequestParam(defaultValue = "OPEN") String state, Paging paging) {
        return Slice.of(
                Desk.isStaffedBy(actor)
                        ? questions.list(actor, state, paging.cursor(), paging.length())
                        : questions.own(actor, paging.cursor(), paging.length()),
                View::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A question with its replies: for who asked it, and for the desk")
    View open(Actor actor, @PathVariable UUID id) {
        return View.of(questions.open(actor, new QuestionId(id)));
    }

    @PostMapping("/check")
    @Operation(summary = "What in a text makes a person known; nothing of it is kept")
    Judged check(Actor actor, @RequestBody Text text) {
        String given = given(text.text());
        if (given.length() > AskQuestion.LONGEST) {
            throw Refusal.invalid("text", "too-long");
        }
        return Judged.of(questions.judge(actor, given));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask the desk something; by the desk, a question that came by telephone")
    View ask(Actor actor, @RequestBody NewQuestion asked) {
        QuestionId id = Desk.isStaffedBy(actor)
                ? questions.takeByPhone(actor, cellOf(asked), asked.command())
                : questions.ask(actor, asked.command());
        return View.of(questions.open(actor, id));
    }

    private static Optional<CellId> cellOf(NewQuestion asked) {
        return Fields.maybe(asked.cell()).map(text -> id("cell", text)).map(CellId::new);
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            throw Refusal.invalid(field, "unknown-code");
        }
    }

    @PostMapping("/{id}/close")
    @Operation(summary = "The asker or the desk closes an answered question; a reply of the asker opens it again")
    View close(Actor actor, @PathVariable UUID id) {
        QuestionId question = new QuestionId(id);
        questions.close(actor, question);
        return View.of(questions.open(actor, question));
    }

    @PostMapping("/{id}/replies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The desk answers; the asker asks on")
    View reply(Actor actor, @PathVariable UUID id, @RequestBody NewReply reply) {
        QuestionId question = new QuestionId(id);
        if (Desk.isStaffedBy(actor)) {
            questions.answer(
                    actor,
                    question,
                    given(reply.text()),
                    Fields.maybe(reply.article())
                            .map(text -> id("article", text))
                            .map(ArticleId::new));
        } else {
            questions.askOn(actor, question, given(reply.text()));
        }
        return View.of(questions.open(actor, question));
    }
}

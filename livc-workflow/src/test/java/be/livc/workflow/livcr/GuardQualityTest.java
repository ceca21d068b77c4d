package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.Subject;
import be.livc.desk.Guard;
import be.livc.signal.FileSignal;
import be.livc.workflow.livcr.QuestionSet.Holds;
import be.livc.workflow.livcr.QuestionSet.Question;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How well the guard of the helpdesk does on two thousand questions: what it finds, and what it holds up for nothing. One half
 * is of the words that its rules were made from, the other of words that they were not.
 */
class GuardQualityTest extends CaseTest {

    private static final int EACH = 500;
    private static final double LEAST_RECALL = 0.98;
    private static final double MOST_HELD_UP = 0.03;

    /** Names of people in no file are not what the guard promises to find; by their form it finds nearly as many. */
    private static final double LEAST_OF_STRANGERS = 0.85;

    @Autowired
    Guard guard;

    private final List<String> missed = new ArrayList<>();
    private final List<String> heldUp = new ArrayList<>();

    @Test
    void it_finds_identifiers_and_lets_clean_questions_pass() {
        QuestionSet set = new QuestionSet(20261125);
        follow(set.subjects());

        judge("tuned half", set.questions(EACH));
    }

    @Test
    void it_does_so_on_questions_that_its_rules_were_not_made_from() {
        HeldOutQuestions set = new HeldOutQuestions(20261126);
        follow(set.subjects());

        judge("held-out half", set.questions(EACH));
    }

    private void follow(List<Subject> subjects) {
        for (Subject subject : subjects) {
            FileSignal usual = aSignalAbout("Bram", "Verhaegen");
            in(() -> signalFlow.file(
                    as(COORDINATOR),
                    new FileSignal(
                            subject,
                            usual.reporter(),
                            usual.facts(),
                            usual.urgency(),
                            usual.subjectInformed(),
                            usual.notInformedReason(),
                            usual.containsSecret(),
                            usual.secretGround())));
        }
    }

    private void judge(String half, List<Question> questions) {
        Map<Holds, int[]> figures = new EnumMap<>(Holds.class);
        for (Question question : questions) {
            boolean held = isHeldUp(question);
            int[] figure = figures.computeIfAbsent(question.holds(), kind -> new int[2]);
            figure[0]++;
            figure[1] += held ? 1 : 0;
            if (held == (question.holds() == Holds.NOTHING)) {
                (held ? heldUp : missed).add(question.holds() + ": " + question.text());
            }
        }
        int[] nothing = figures.getOrDefault(Holds.NOTHING, new int[2]);
        int[] strangers = figures.getOrDefault(Holds.STRANGER, new int[2]);
        int[] promised = new int[2];
        StringBuilder report = new StringBuilder();
        figures.forEach((kind, figure) -> {
            report.append(String.format(Locale.ROOT, " %s %d/%d;", kind, figure[1], figure[0]));
            if (kind != Holds.NOTHING && kind != Holds.STRANGER) {
                promised[0] += figure[0];
                promised[1] += figure[1];
            }
        });
        double recall = (double) promised[1] / promised[0];
        double clean = (double) nothing[1] / nothing[0];
        System.out.printf(
                Locale.ROOT,
                "guard of the helpdesk, %s, %d questions:%s recall %.4f, clean held up %.4f%n",
                half,
                questions.size(),
                report,
                recall,
                clean);
        missed.forEach(System.out::println);
        heldUp.stream().distinct().forEach(System.out::println);
        assertThat(recall).as("missed: " + missed).isGreaterThanOrEqualTo(LEAST_RECALL);
        assertThat(clean).as("held up: " + heldUp).isLessThanOrEqualTo(MOST_HELD_UP);
        assertThat((double) strangers[1]).isGreaterThanOrEqualTo(LEAST_OF_STRANGERS * strangers[0]);
    }

    /** An identifier counts as found where it is marked itself, or where the text must be rewritten because of it. */
    private boolean isHeldUp(Question question) {
        Guard.Judged judged = in(() -> guard.judge(as(COORDINATOR), question.text()));
        if (question.holds() == Holds.NOTHING) {
            return !judged.isClean();
        }
        int at = question.text().indexOf(question.identifier());
        int end = at + question.identifier().length();
        return (question.holds() == Holds.KNOWN_NAME && judged.rewrite())
                || judged.findings().stream().anyMatch(finding -> finding.from() < end && finding.to() > at);
    }
}

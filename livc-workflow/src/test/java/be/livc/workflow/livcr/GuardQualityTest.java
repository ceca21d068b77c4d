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

/** How well the guard of the helpdesk does on two thousand questions: what it finds, and what it holds up for nothing. */
class GuardQualityTest extends CaseTest {

    private static final int HALF = 1000;
    private static final double LEAST_RECALL = 0.98;
    private static final double MOST_HELD_UP = 0.03;

    @Autowired
    Guard guard;

    private final List<String> missed = new ArrayList<>();
    private final List<String> heldUp = new ArrayList<>();

    @Test
    void it_finds_identifiers_and_lets_clean_questions_pass() {
        QuestionSet set = new QuestionSet(20261125);
        for (Subject subject : set.subjects()) {
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

        Map<Holds, int[]> figures = new EnumMap<>(Holds.class);
        for (Question question : set.questions(HALF)) {
            boolean held = isHeldUp(question);
            int[] figure = figures.computeIfAbsent(question.holds(), kind -> new int[2]);
            figure[0]++;
            figure[1] += held ? 1 : 0;
            if (held == (question.holds() == Holds.NOTHING)) {
                (held ? heldUp : missed).add(question.holds() + ": " + question.text());
            }
        }

        int identifiers = 0;
        int found = 0;
        StringBuilder report =
                new StringBuilder("guard of the helpdesk, ").append(2 * HALF).append(" questions:");
        for (Map.Entry<Holds, int[]> entry : figures.entrySet()) {
            report.append(
                    String.format(Locale.ROOT, " %s %d/%d;", entry.getKey(), entry.getValue()[1], entry.getValue()[0]));
            if (entry.getKey() != Holds.NOTHING) {
                identifiers += entry.getValue()[0];
                found += entry.getValue()[1];
            }
        }
        double recall = (double) found / identifiers;
        double clean = (double) heldUp.size() / HALF;
        report.append(String.format(Locale.ROOT, " recall %.4f, clean held up %.4f", recall, clean));
        System.out.println(report);
        missed.stream().limit(15).forEach(System.out::println);
        heldUp.stream().limit(15).forEach(System.out::println);
        assertThat(recall).as("missed: " + missed).isGreaterThanOrEqualTo(LEAST_RECALL);
        assertThat(clean).as("held up: " + heldUp).isLessThanOrEqualTo(MOST_HELD_UP);
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

package be.livc.signal;

import be.livc.casefile.Subject;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files what somebody noticed about a person.
 *
 * @param reporter a code of the list {@code reporter-kinds}
 * @param urgency a code of the list {@code urgencies}
 * @param subjectInformed whether the person knows of the signal
 * @param notInformedReason why not; needed when they do not
 * @param containsSecret whether it holds a professional secret; normally not
 * @param secretGround a code of the list {@code secret-grounds}; needed when it does
 */
public record FileSignal(
        Subject subject,
        String reporter,
        List<Fact> facts,
        String urgency,
        boolean subjectInformed,
        Optional<String> notInformedReason,
        boolean containsSecret,
        Optional<String> secretGround) {

    /**
     * One thing that was noticed.
     *
     * @param date the day it happened or was heard
     * @param kind a code of the list {@code fact-kinds}
     * @param source where it comes from
     */
    public record Fact(LocalDate date, String kind, String source, String text) {}

    /** Keeps its own copy of the facts. */
    public FileSignal {
        facts = List.copyOf(facts);
    }

    /** Every field that is missing or wrong by itself; codes are judged by the lists of the cell. */
    public List<Refusal.Reason> problems(LocalDate today) {
        List<Refusal.Reason> problems = new ArrayList<>(subject.problems(today));
        if (facts.isEmpty()) {
            problems.add(new Refusal.Reason("required", "facts"));
        }
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            String field = "facts[" + i + "].";
            if (fact.text().isBlank()) {
                problems.add(new Refusal.Reason("required", field + "text"));
            }
            ShortText.SENTENCE.check(field + "source", fact.source(), problems);
            if (fact.date().isAfter(today)) {
                problems.add(new Refusal.Reason("in-the-future", field + "date"));
            }
        }
        if (!subjectInformed
                && notInformedReason.filter(reason -> !reason.isBlank()).isEmpty()) {
            problems.add(new Refusal.Reason("required", "subjectInformed.reason"));
        }
        if (containsSecret && secretGround.isEmpty()) {
            problems.add(new Refusal.Reason("secret-needs-ground", "ground"));
        }
        return problems;
    }
}

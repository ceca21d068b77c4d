package be.livc.workflow.decision;

import be.livc.signal.Assess;
import be.livc.signal.SignalView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an assessment the table looks at: codes and counts, nothing that says who it is about.
 *
 * @param urgency a code of the list {@code urgencies}
 * @param criteria the answer to each criterion of the cell
 */
public record AnsweredCriteria(String urgency, Map<String, Assess.Answer> criteria) {

    /** Keeps its own copy. */
    public AnsweredCriteria {
        criteria = Map.copyOf(criteria);
    }

    /**
     * What the assessors that this reader sees answered together: met when one of them says so, unknown when nobody knows.
     *
     * @param codes every criterion of the cell
     */
    public static AnsweredCriteria of(SignalView signal, Collection<String> codes) {
        Map<String, Assess.Answer> together = new HashMap<>();
        for (String code : codes) {
            List<Assess.Answer> answers = signal.assessments().stream()
                    .map(one -> one.criteria().getOrDefault(code, Assess.Answer.UNKNOWN))
                    .toList();
            together.put(
                    code,
                    answers.contains(Assess.Answer.YES)
                            ? Assess.Answer.YES
                            : answers.contains(Assess.Answer.NO) ? Assess.Answer.NO : Assess.Answer.UNKNOWN);
        }
        return new AnsweredCriteria(signal.urgency(), together);
    }

    Map<String, Object> variables() {
        return Map.of(
                "urgency", urgency,
                "intent", answer("INTENT"),
                "capacity", answer("CAPACITY"),
                "met", count(Assess.Answer.YES),
                "unknown", count(Assess.Answer.UNKNOWN));
    }

    private String answer(String code) {
        return criteria.getOrDefault(code, Assess.Answer.UNKNOWN).name();
    }

    private int count(Assess.Answer answer) {
        return (int) criteria.values().stream().filter(answer::equals).count();
    }
}

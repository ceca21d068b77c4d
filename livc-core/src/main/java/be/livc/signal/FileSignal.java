package be.livc.signal;

import be.livc.casefile.Subject;
import be.livc.platform.Faults;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.LocalDate;
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
        Faults faults = new Faults().in(subject.problems(today)).unless(!facts.isEmpty(), "facts", "required");
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            String field = "facts[" + i + "].";
            faults.present(field + "text", fact.text())
                    .text(field + "source", fact.source(), ShortText.SENTENCE)
                    .unless(!fact.date().isAfter(today), field + "date", "in-the-future");
        }
        boolean saysWhyNot =
                notInformedReason.filter(reason -> !reason.isBlank()).isPresent();
        return faults.unless(subjectInformed || saysWhyNot, "subjectInformed.reason", "required")
                .unless(!containsSecret || secretGround.isPresent(), "ground", "secret-needs-ground")
                .found();
    }
}

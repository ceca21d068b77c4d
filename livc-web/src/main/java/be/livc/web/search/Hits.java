package be.livc.web.search;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.Subjects;
import be.livc.naming.Difference;
import be.livc.signal.Signals;
import be.livc.web.casefile.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Turns people that were found into rows that lead to their case, or to their signal while there is no case. */
@Component
public class Hits {

    /** How alike, from 0 to 1, in words: what a figure says is less than it seems. */
    private static final double ALMOST_CERTAIN = 0.95;

    private static final double LIKELY = 0.8;

    /** Stands for a score where only the birth date was asked: who shares it may be anybody. */
    static final double SAME_BIRTH_DATE = -1;

    /**
     * One row.
     *
     * @param number of the case, or of the signal
     * @param likeness the end of a message key: certain, likely, possible or birth-date
     * @param why in what ways the name differs from what was asked, the ends of message keys
     */
    public record Hit(
            CaseId caseId,
            String href,
            String number,
            boolean signal,
            Person person,
            String likeness,
            List<String> why) {}

    private final CaseFiles cases;
    private final Signals signals;
    private final Clock clock;

    Hits(CaseFiles cases, Signals signals, Clock clock) {
        this.cases = cases;
        this.signals = signals;
        this.clock = clock;
    }

    /** The rows for what a search found, in its order. */
    public List<Hit> of(List<Subjects.Found> found) {
        Map<CaseId, Signals.Named> named =
                signals.of(found.stream().map(Subjects.Found::caseId).toList());
        return found.stream().flatMap(one -> hit(one, named).stream()).toList();
    }

    private Optional<Hit> hit(Subjects.Found found, Map<CaseId, Signals.Named> signalsOfCases) {
        CaseId id = found.caseId();
        Person person = Person.of(found.subject(), LocalDate.now(clock));
        String likeness = likeness(found.score());
        List<String> why = found.why().stream().sorted().map(Difference::name).toList();
        return cases.facts(id)
                .map(facts -> new Hit(id, "/dossiers/" + id, facts.number(), false, person, likeness, why))
                .or(() -> Optional.ofNullable(signalsOfCases.get(id))
                        .map(signal -> new Hit(
                                id, "/aanmeldingen/" + signal.id(), signal.number(), true, person, likeness, why)));
    }

    /** The same people, found by their birth date alone. */
    public static List<Subjects.Found> byBirthDate(List<Subjects.Found> found) {
        return found.stream()
                .map(one -> new Subjects.Found(one.caseId(), one.subject(), SAME_BIRTH_DATE, Set.of()))
                .toList();
    }

    private static String likeness(double score) {
        if (score == SAME_BIRTH_DATE) {
            return "birth-date";
        }
        if (score >= ALMOST_CERTAIN) {
            return "certain";
        }
        return score >= LIKELY ? "likely" : "possible";
    }
}

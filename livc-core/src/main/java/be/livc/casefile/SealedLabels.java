package be.livc.casefile;

import be.livc.access.Sight;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Labels that were decided on and recorded, still sealed: they open once that transaction has committed. */
public final class SealedLabels {

    private final Map<CaseId, Optional<String>> numbers;
    private final Map<CaseId, SealedSubject> people;
    private final Sight sight;
    private final Subjects subjects;

    /**
     * What was loaded.
     *
     * @param numbers of the cases that were asked about and are there; empty where it has none yet
     */
    SealedLabels(
            Map<CaseId, Optional<String>> numbers, Map<CaseId, SealedSubject> people, Sight sight, Subjects subjects) {
        this.numbers = numbers;
        this.people = people;
        this.sight = sight;
        this.subjects = subjects;
    }

    /** Number and, where the reader sees it, subject of each case; throws as {@link be.livc.access.Grant#checkOpens}. */
    public Map<CaseId, CaseLabel> open() {
        Map<CaseId, Subject> opened = subjects.open(people, sight);
        Map<CaseId, CaseLabel> labels = new HashMap<>();
        numbers.forEach((id, number) -> labels.put(id, new CaseLabel(number, Optional.ofNullable(opened.get(id)))));
        return labels;
    }
}

package be.livc.casefile;

import be.livc.access.Sight;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Labels that were decided on and recorded, still sealed: they open once that transaction has committed. */
public final class SealedLabels {

    /** What of a case stands in clear; {@code purpose} as {@code number} empty where it has none yet. */
    record Clear(Optional<String> number, Optional<String> purpose) {}

    private final Map<CaseId, Clear> cases;
    private final Map<CaseId, SealedSubject> people;
    private final Sight sight;
    private final Subjects subjects;

    /**
     * What was loaded.
     *
     * @param cases those that were asked about and are there
     */
    SealedLabels(Map<CaseId, Clear> cases, Map<CaseId, SealedSubject> people, Sight sight, Subjects subjects) {
        this.cases = cases;
        this.people = people;
        this.sight = sight;
        this.subjects = subjects;
    }

    /** Number, purpose and, where the reader sees it, subject of each case; throws as {@link be.livc.access.Grant#checkOpens}. */
    public Map<CaseId, CaseLabel> open() {
        Map<CaseId, Subject> opened = subjects.open(people, sight);
        Map<CaseId, CaseLabel> labels = new HashMap<>();
        cases.forEach((id, clear) ->
                labels.put(id, new CaseLabel(clear.number(), clear.purpose(), Optional.ofNullable(opened.get(id)))));
        return labels;
    }
}

package be.livc.law;

import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one gate of art. 458ter §1 Sw.: no consultation is convened or opened and nothing is disclosed without a basis that
 * is valid at that moment, serves the purpose and covers each person.
 */
@Component
public class Gate {

    Gate() {}

    /**
     * Judges.
     *
     * @param bases the bases that the consultation stands on
     * @param purpose a code of the list {@code purposes}
     * @param people who is to hear it, or to take part
     * @param at the moment that counts, by the server's clock
     * @return allowed, with the basis that covers each person; or every reason why not
     */
    public Verdict check(Collection<LegalBasis> bases, String purpose, Collection<Mandate> people, Instant at) {
        List<LegalBasis> usable = bases.stream()
                .filter(basis -> basis.isValidAt(at) && basis.serves(purpose))
                .toList();
        if (usable.isEmpty()) {
            return new Verdict.Refused(List.of(new Refusal.Reason("no-valid-basis", purpose)));
        }
        Map<MandateId, LegalBasis> covering = new HashMap<>();
        List<Refusal.Reason> reasons = new ArrayList<>();
        for (Mandate person : people) {
            covering(usable, person, at)
                    .ifPresentOrElse(
                            basis -> covering.put(person.id(), basis),
                            () -> reasons.add(new Refusal.Reason(
                                    "not-covered-by-basis", person.id().toString())));
        }
        return reasons.isEmpty() ? new Verdict.Allowed(new Covering(covering)) : new Verdict.Refused(reasons);
    }

    /** The same for an act that cannot go on without it; a conflict that holds every reason when it is refused. */
    public Covering require(Collection<LegalBasis> bases, String purpose, Collection<Mandate> people, Instant at) {
        Verdict verdict = check(bases, purpose, people, at);
        if (verdict instanceof Verdict.Allowed allowed) {
            return allowed.covering();
        }
        throw Refusal.conflict(((Verdict.Refused) verdict).reasons());
    }

    private static Optional<LegalBasis> covering(List<LegalBasis> usable, Mandate person, Instant at) {
        if (!person.runsAt(at) || !person.capacity().takesPart()) {
            return Optional.empty();
        }
        return usable.stream().filter(basis -> basis.covers(person)).findFirst();
    }
}

package be.livc.rights;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request of a data subject, as the DPO and the coordinator see it: who asks, until when, and per piece what is given or why
 * not; no content of the case.
 *
 * @param dueOn the last day to answer (GDPR art. 12.3)
 * @param state RECEIVED, IN_WEIGHING or ANSWERED
 * @param gone whether the case was erased, or became another cell's, before it was answered: nothing can be given here
 */
public record SubjectRequestView(
        SubjectRequestId id,
        String number,
        String kind,
        String requester,
        LocalDate receivedOn,
        LocalDate dueOn,
        boolean extended,
        boolean overdue,
        String state,
        Optional<CaseId> caseId,
        boolean gone,
        List<Weighed> pieces) {

    /**
     * One piece of information of the case.
     *
     * @param called what the cell calls it, where that is not its type
     * @param given empty while it is not weighed
     * @param ground why it is not given
     */
    public record Weighed(
            ItemId id,
            ObjectType type,
            Optional<String> called,
            Instant at,
            boolean secret,
            Optional<Boolean> given,
            Optional<RestrictionGround> ground) {}

    /** The last day to answer once it is extended (GDPR art. 12.3). */
    public LocalDate dueOnIfExtended() {
        return extendedFrom(receivedOn);
    }

    static LocalDate extendedFrom(LocalDate receivedOn) {
        return receivedOn.plusMonths(3);
    }

    /** How many pieces are given. */
    public long givenCount() {
        return pieces.stream()
                .filter(one -> one.given().filter(Boolean::booleanValue).isPresent())
                .count();
    }

    /** How many pieces are not given, by ground. */
    public Map<RestrictionGround, Long> kept() {
        return pieces.stream()
                .flatMap(one -> one.ground().stream())
                .collect(Collectors.groupingBy(ground -> ground, TreeMap::new, Collectors.counting()));
    }

    /** How many pieces were not weighed yet. */
    public long toWeighCount() {
        return pieces.stream().filter(one -> one.given().isEmpty()).count();
    }

    /** Whether every piece was weighed. */
    public boolean isWeighed() {
        return toWeighCount() == 0;
    }
}

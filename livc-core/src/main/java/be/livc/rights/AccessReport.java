package be.livc.rights;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who saw or received something about a data subject, by organisation and way (GDPR art. 15.1.c): organisations and not their
 * people, unless only a name lets the data subject use their rights (Court of Justice C-154/21, C-579/21).
 *
 * @param number of the request
 * @param caseId the case that it is about
 * @param until when it was drawn up: what happened later is not in it
 */
public record AccessReport(
        SubjectRequestId request,
        String number,
        LocalDate receivedOn,
        CaseId caseId,
        Instant until,
        List<Received> received) {

    /** Keeps its own copy of the list. */
    public AccessReport {
        received = List.copyOf(received);
    }

    /**
     * What one organisation received in one way.
     *
     * @param recipient a partner of the cell; for {@link HowReceived#TRANSFERRED} another cell
     * @param people whose acts or presence these are; for the DPO, never for the data subject
     * @param times how often
     * @param ground why the data subject is not told; empty when they are
     */
    public record Received(
            UUID recipient,
            HowReceived how,
            Set<MandateId> people,
            long times,
            Instant first,
            Instant last,
            Optional<RestrictionGround> ground) {}

    /** What the data subject is told. */
    public List<Received> told() {
        return received.stream().filter(one -> one.ground().isEmpty()).toList();
    }

    /** How much is kept back on those grounds that the data subject may know. */
    public Map<RestrictionGround, Long> keptBack() {
        return received.stream()
                .flatMap(one -> one.ground().stream())
                .filter(RestrictionGround::mayBeTold)
                .collect(Collectors.groupingBy(ground -> ground, Collectors.counting()));
    }
}

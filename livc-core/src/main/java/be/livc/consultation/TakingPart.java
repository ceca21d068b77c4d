package be.livc.consultation;

import be.livc.access.Entitlements;
import be.livc.access.Why;
import be.livc.casefile.SealedTexts;
import be.livc.cell.MandateId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who effectively took part in an item: who, bound by the statement, was in the room when something was told or decided, or
 * said that they do not share. Where nothing was said at all, who stayed until the end. Whoever signed at the roll call and left
 * before an item was discussed took no part in it: nothing of it is asked of them (Constitutional Court 52/2021).
 */
@Component
class TakingPart {

    private final Roll roll;
    private final SealedTexts.Source texts;
    private final Entitlements entitlements;

    TakingPart(Roll roll, SealedTexts.Source texts, Entitlements entitlements) {
        this.roll = roll;
        this.texts = texts;
        this.entitlements = entitlements;
    }

    /** Those people, in the order in which they came. */
    List<MandateId> in(UUID item) {
        List<Roll.Attendance> signed = roll.attendance(List.of(item)).stream()
                .filter(stay -> stay.statement().isPresent())
                .toList();
        List<Instant> moments = texts.momentsAt(item);
        Set<MandateId> silent = roll.abstentions(List.of(item)).stream()
                .map(Roll.Invitation::mandate)
                .collect(Collectors.toSet());
        if (moments.isEmpty()) {
            return people(signed, stay -> stay.isPresent() || silent.contains(stay.mandate()));
        }
        return people(
                signed,
                stay -> silent.contains(stay.mandate())
                        || moments.stream().anyMatch(stay::covers)
                        || entitlements.holds(item, stay.mandate(), Why.PRESENT));
    }

    private static List<MandateId> people(List<Roll.Attendance> stays, Predicate<Roll.Attendance> which) {
        return List.copyOf(stays.stream()
                .filter(which)
                .map(Roll.Attendance::mandate)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}

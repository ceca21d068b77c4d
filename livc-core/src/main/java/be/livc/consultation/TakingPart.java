package be.livc.consultation;

import be.livc.access.Entitlements;
import be.livc.access.Why;
import be.livc.casefile.SealedTexts;
import be.livc.cell.MandateId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        return in(List.of(item)).getOrDefault(item, List.of());
    }

    /** The same of several items at once, each of them named. */
    Map<UUID, List<MandateId>> in(List<UUID> items) {
        Map<UUID, List<Roll.Attendance>> signed = roll.attendance(items).stream()
                .filter(stay -> stay.statement().isPresent())
                .collect(Collectors.groupingBy(Roll.Attendance::item));
        Map<UUID, List<Instant>> moments = texts.momentsAt(items);
        Map<UUID, List<MandateId>> silent = roll.abstentions(items);
        Map<UUID, Set<MandateId>> bound = entitlements.holdersOf(items, Why.PRESENT);
        return items.stream()
                .collect(Collectors.toMap(
                        item -> item,
                        item -> people(
                                signed.getOrDefault(item, List.of()),
                                moments.getOrDefault(item, List.of()),
                                silent.getOrDefault(item, List.of()),
                                bound.getOrDefault(item, Set.of()))));
    }

    private static List<MandateId> people(
            List<Roll.Attendance> stays, List<Instant> moments, List<MandateId> silent, Set<MandateId> bound) {
        Predicate<Roll.Attendance> tookPart = moments.isEmpty()
                ? Roll.Attendance::isPresent
                : stay -> moments.stream().anyMatch(stay::covers) || bound.contains(stay.mandate());
        return List.copyOf(stays.stream()
                .filter(stay -> silent.contains(stay.mandate()) || tookPart.test(stay))
                .map(Roll.Attendance::mandate)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}

package be.livc.web.consultation;

import be.livc.access.Towns;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is proposed before anybody chose: to chair, and to be invited for a case. Whoever is invited learns who the case is about, so
 * where towns share a cell nobody who acts for another town is proposed (scenario 10); to choose them all the same is an act.
 */
@Component
class UsualPeople {

    /** Whom the law wants at every consultation of a LIVC R (wet 30-07-2018 art. 3 §1): proposed, and to be unticked. */
    private static final List<Capacity> INVITED = List.of(
            Capacity.MAYOR,
            Capacity.COORDINATOR,
            Capacity.INFORMATION_OFFICER,
            Capacity.PRISON_DIRECTION,
            Capacity.PSYCHOSOCIAL_SERVICE);

    private final Mandates mandates;
    private final Towns towns;

    UsualPeople(Mandates mandates, Towns towns) {
        this.mandates = mandates;
        this.towns = towns;
    }

    /**
     * Whom to invite, by id of their mandate.
     *
     * @param caseId the case that is put on the agenda; empty while it is not chosen
     * @param chair who chairs; proposed like anybody else, not where they act for another town
     */
    List<UUID> invited(Actor planner, Optional<UUID> caseId, MandateId chair) {
        return concerned(planner, caseId)
                .filter(mandate ->
                        INVITED.contains(mandate.capacity()) || mandate.id().equals(chair))
                .map(mandate -> mandate.id().value())
                .toList();
    }

    /** Who chairs, by id of their mandate: a mayor; null where no one of them is of the planner's town. */
    @Nullable
    UUID chair(Actor planner, Optional<UUID> caseId) {
        return concerned(planner, caseId)
                .filter(mandate -> mandate.capacity() == Capacity.MAYOR)
                .findFirst()
                .map(mandate -> mandate.id().value())
                .orElse(null);
    }

    private Stream<Mandate> concerned(Actor planner, Optional<UUID> caseId) {
        return mandates.ofThoseWhoTakePart().stream().filter(actsForTheTown(planner, caseId));
    }

    /** A case of no town is of all of them; before a case is chosen it is taken to be of the planner's. */
    private Predicate<Mandate> actsForTheTown(Actor planner, Optional<UUID> caseId) {
        Map<MandateId, Set<String>> acting = towns.ofMandates();
        Optional<String> town = caseId.flatMap(towns::ofCase);
        if (caseId.isPresent() && town.isEmpty()) {
            return mandate -> true;
        }
        Set<String> wanted = town.map(Set::of).orElseGet(() -> acting.getOrDefault(planner.mandate(), Set.of()));
        return mandate -> {
            Set<String> own = acting.getOrDefault(mandate.id(), Set.of());
            return own.isEmpty() || own.stream().anyMatch(wanted::contains);
        };
    }
}

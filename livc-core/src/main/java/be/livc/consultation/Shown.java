package be.livc.consultation;

import be.livc.access.Entitlements;
import be.livc.access.Why;
import be.livc.casefile.Subjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an invitation to an item, or its conflict check, lets somebody see, and how that ends. */
@Component
class Shown {

    private final Subjects subjects;
    private final Entitlements entitlements;

    Shown(Subjects subjects, Entitlements entitlements) {
        this.subjects = subjects;
        this.entitlements = entitlements;
    }

    /** The item, and who it is about. */
    List<UUID> by(AgendaItem item) {
        return Stream.concat(Stream.of(item.id()), subjects.idOf(item.caseId()).stream())
                .toList();
    }

    /**
     * Ends every invitation to a consultation. Whoever checks for conflicts goes on seeing what waits for the review of an
     * embargo.
     *
     * @param all its items
     * @param over those of them that wait for nothing
     */
    void end(ConsultationId id, Collection<AgendaItem> all, Collection<AgendaItem> over) {
        List<UUID> invitedTo = new ArrayList<>(List.of(id.value()));
        List<UUID> checked = new ArrayList<>();
        if (over.size() == all.size()) {
            checked.add(id.value());
        }
        for (AgendaItem item : all) {
            List<UUID> shown = by(item);
            invitedTo.addAll(shown);
            if (over.contains(item)) {
                checked.addAll(shown);
            }
        }
        entitlements.end(invitedTo, Why.INVITED);
        entitlements.end(checked, Why.CONFLICT_CHECK);
    }
}

package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.platform.Adding;
import be.livc.platform.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/** Finds consultations and their items for an act; what is not there looks like what is hidden. */
@Component
class Agenda {

    private final ConsultationRows consultations;
    private final ItemRows items;
    private final Access access;

    Agenda(ConsultationRows consultations, ItemRows items, Access access) {
        this.consultations = consultations;
        this.items = items;
        this.access = access;
    }

    Optional<Consultation> find(ConsultationId id) {
        return consultations.findById(id.value());
    }

    Consultation find(Actor actor, ConsultationId id) {
        return consultations
                .findById(id.value())
                .orElseThrow(() -> access.denied(actor, ObjectType.CONSULTATION, id.value()));
    }

    AgendaItem find(Actor actor, ConsultationId id, int n) {
        return items.findByConsultationIdAndN(id.value(), n)
                .orElseThrow(() -> access.denied(actor, ObjectType.AGENDA_ITEM, Ids.next()));
    }

    Optional<AgendaItem> find(UUID item) {
        return items.findById(item);
    }

    List<AgendaItem> itemsOf(ConsultationId id) {
        return items.findAllByConsultationIdOrderByN(id.value());
    }

    /** The item at which a case is or was last discussed. */
    Optional<AgendaItem> lastOf(CaseId id) {
        return items.findFirstByCaseIdOrderByIdDesc(id.value());
    }

    Consultation add(Consultation consultation) {
        return consultations.add(consultation);
    }

    AgendaItem add(AgendaItem item) {
        return items.add(item);
    }

    /** The consultations behind it. */
    interface ConsultationRows extends Repository<Consultation, UUID>, Adding<Consultation> {
        Optional<Consultation> findById(UUID id);
    }

    /** The items behind it. */
    interface ItemRows extends Repository<AgendaItem, UUID>, Adding<AgendaItem> {
        Optional<AgendaItem> findById(UUID id);

        Optional<AgendaItem> findByConsultationIdAndN(UUID consultationId, int n);

        List<AgendaItem> findAllByConsultationIdOrderByN(UUID consultationId);

        Optional<AgendaItem> findFirstByCaseIdOrderByIdDesc(UUID caseId);
    }
}

package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.platform.Page;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The consultations of the bound cell in a list, to each reader those that they see. */
@Component
public class ConsultationList {

    private final EntityManager entities;

    ConsultationList(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The consultations that this reader sees, the latest first.
     *
     * @param after the cursor that the page before gave
     */
    @Transactional(readOnly = true)
    public Page<ConsultationRow> list(Actor reader, Optional<String> after, int limit) {
        return Page.of(visible(reader, after, limit + 1), limit, Consultation::number)
                .map(one -> new ConsultationRow(
                        one.id(),
                        one.number(),
                        one.heldOn(),
                        one.startsAt(),
                        one.place(),
                        one.isUrgent(),
                        one.state().name()));
    }

    private List<Consultation> visible(Actor reader, Optional<String> after, int limit) {
        boolean all = WhoSees.seesAll(reader, ObjectType.CONSULTATION);
        String sql = "select c.* from consultation c where c.cell_id = :cell"
                + " and (cast(:after as text) is null or c.number < :after)"
                + (all ? "" : " and c.id in (" + Access.ENTITLED_OBJECTS + ")")
                + " order by c.number desc limit :limit";
        var query = entities.createNativeQuery(sql, Consultation.class)
                .setParameter("cell", reader.cell().value())
                .setParameter("after", after.orElse(null))
                .setParameter("limit", limit);
        if (!all) {
            query.setParameter("mandate", reader.mandate().value())
                    .setParameter("capacity", reader.capacity().name());
        }
        return cast(query.getResultList());
    }

    @SuppressWarnings("unchecked") // the query names its entity
    private static List<Consultation> cast(List<?> found) {
        return new ArrayList<>((List<Consultation>) found);
    }
}

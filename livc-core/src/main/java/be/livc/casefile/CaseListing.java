package be.livc.casefile;

import be.livc.access.ObjectType;
import be.livc.access.Towns;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Chooses, in SQL, the cases that a reader may see: filtering after paging would make pages of uneven length. */
@Component
class CaseListing {

    private final EntityManager entities;

    CaseListing(EntityManager entities) {
        this.entities = entities;
    }

    /** @param phases only those in one of these phases; empty for all */
    List<CaseFile> visible(Actor reader, Collection<String> phases, Optional<String> after, int limit) {
        boolean all = WhoSees.seesAll(reader, ObjectType.CASE);
        String sql =
                """
                select c.* from case_file c
                  join case_phase p on p.cell_id = c.cell_id and p.case_id = c.id
                 where c.cell_id = :cell and p.phase not in ('ERASED', 'TRANSFERRED')
                   and (:all or p.phase = any (string_to_array(:phases, ',')))
                   and (cast(:after as text) is null or c.number < :after)
                """
                        + " and " + Towns.seen(all, "c.id", "c.id")
                        + " order by c.number desc limit :limit";
        var query = entities.createNativeQuery(sql, CaseFile.class)
                .setParameter("cell", reader.cell().value())
                .setParameter("all", phases.isEmpty())
                .setParameter("phases", String.join(",", phases))
                .setParameter("after", after.orElse(null))
                .setParameter("limit", limit)
                .setParameter("mandate", reader.mandate().value());
        if (!all) {
            query.setParameter("capacity", reader.capacity().name());
        }
        return cast(query.getResultList());
    }

    @SuppressWarnings("unchecked") // the query names its entity
    private static List<CaseFile> cast(List<?> found) {
        return (List<CaseFile>) found;
    }
}

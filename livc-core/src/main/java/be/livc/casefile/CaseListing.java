package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.Towns;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.platform.Page;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cases in a list, to each reader those that they see. They are chosen in SQL: filtering after paging would make pages of
 * uneven length.
 */
@Component
class CaseListing {

    private record Loaded(
            List<CaseFile> files, Sight sight, Map<CaseId, SealedSubject> sealed, Map<CaseId, String> reached) {}

    private final EntityManager entities;
    private final Subjects subjects;
    private final Phases phases;
    private final Access access;
    private final TransactionTemplate transactions;

    CaseListing(
            EntityManager entities, Subjects subjects, Phases phases, Access access, TransactionTemplate transactions) {
        this.entities = entities;
        this.subjects = subjects;
        this.phases = phases;
        this.access = access;
        this.transactions = transactions;
    }

    /**
     * The cases that this reader sees, the newest number first.
     *
     * @param phases only those in one of these phases; empty for all
     */
    Page<CaseRow> of(Actor reader, Collection<String> phases, Optional<String> after, int limit) {
        Loaded loaded = transactions.execute(tx -> load(reader, phases, after, limit + 1));
        Map<CaseId, Subject> opened = subjects.open(loaded.sealed(), loaded.sight());
        return Page.of(loaded.files(), limit, CaseFile::number)
                .map(file -> new CaseRow(
                        file.id(),
                        file.number(),
                        loaded.reached().getOrDefault(file.id(), ""),
                        Optional.ofNullable(opened.get(file.id())),
                        file.openedOn(),
                        file.nextReview(),
                        loaded.sight().isSuspended(file.id().value())));
    }

    private Loaded load(Actor reader, Collection<String> in, Optional<String> after, int limit) {
        List<CaseFile> found = visible(reader, in, after, limit);
        List<CaseId> ids = found.stream().map(CaseFile::id).toList();
        Map<CaseId, SealedSubject> sealed = subjects.sealedOf(ids);
        return new Loaded(found, access.toList(reader, "cases", withSubjects(ids, sealed)), sealed, phases.of(ids));
    }

    private static List<UUID> withSubjects(Collection<CaseId> ids, Map<CaseId, SealedSubject> sealed) {
        List<UUID> asked = new ArrayList<>(ids.stream().map(CaseId::value).toList());
        sealed.values().forEach(subject -> asked.add(subject.id()));
        return asked;
    }

    private List<CaseFile> visible(Actor reader, Collection<String> phases, Optional<String> after, int limit) {
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

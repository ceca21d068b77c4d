package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Listing;
import be.livc.access.Sight;
import be.livc.cell.Actor;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a list of tasks calls its cases. People ask no page more often than that list, so number, purpose and sealed identity come in
 * one statement of plain SQL: through the entities it was two, and the longer part of making the page. Only whom a case is
 * about is judged: its number stands in the list as its step does, and the entry names every case of the page.
 */
@Component
class Labels {

    /** Each side finds its rows by its key: joined to the list of ids, both tables were read whole. */
    private static final String NUMBERS_AND_IDENTITIES =
            """
            select i.id, coalesce(f.id, i.case_id) as of_case, f.number, f.purpose, i.person_sealed
              from (select id, number, purpose from case_file where cell_id = ? and id = any (?::uuid[])) f
              full join (select id, case_id, person_sealed from identity
                          where cell_id = ? and case_id = any (?::uuid[])) i on i.case_id = f.id
            """;

    private final Access access;
    private final Subjects subjects;
    private final TransactionTemplate transactions;

    Labels(Access access, Subjects subjects, TransactionTemplate transactions) {
        this.access = access;
        this.subjects = subjects;
        this.transactions = transactions;
    }

    /** Opened, in a transaction of its own. */
    Map<CaseId, CaseLabel> of(Actor reader, Collection<CaseId> ids) {
        SealedLabels sealed = transactions.execute(tx -> sealed(reader, ids));
        return sealed.open();
    }

    /** Decides and records, in the running transaction; nothing is open yet. */
    SealedLabels sealed(Actor reader, Collection<CaseId> ids) {
        List<UUID> cases = ids.stream().map(CaseId::value).toList();
        Map<CaseId, SealedLabels.Clear> clear = new HashMap<>();
        Map<CaseId, SealedSubject> people = new HashMap<>();
        UUID cell = CurrentCell.require().value();
        String asked = Ids.array(cases);
        Listing listing = new Listing(NUMBERS_AND_IDENTITIES, List.of(cell, asked, cell, asked), row -> {
            CaseId id = new CaseId(row.getObject("of_case", UUID.class));
            clear.put(
                    id,
                    new SealedLabels.Clear(
                            Optional.ofNullable(row.getString("number")),
                            Optional.ofNullable(row.getString("purpose"))));
            UUID identity = row.getObject("id", UUID.class);
            if (identity != null) {
                people.put(id, Subjects.sealed(id, identity, row.getBytes("person_sealed")));
            }
        });
        Sight sight = access.toList(reader, "labels", listing, cases);
        return new SealedLabels(clear, people, sight, subjects);
    }
}

package be.livc.casefile;

import be.livc.access.Access;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What a list of tasks calls its cases. People ask no page more often than that list, so number and sealed identity come in
 * one statement of plain SQL: through the entities it was two, and the longer part of making the page. Only whom a case is
 * about is judged: its number stands in the list as its step does, and the entry names every case of the page.
 */
@Component
class Labels {

    /** Each side finds its rows by its key: joined to the list of ids, both tables were read whole. */
    private static final String NUMBERS_AND_IDENTITIES =
            """
            select coalesce(f.id, i.case_id) as id, f.number, i.id as identity, i.person_sealed
              from (select id, number from case_file where cell_id = ? and id = any (?::uuid[])) f
              full join (select id, case_id, person_sealed from identity
                          where cell_id = ? and case_id = any (?::uuid[])) i on i.case_id = f.id
            """;

    private final JdbcTemplate jdbc;
    private final Access access;
    private final Subjects subjects;

    Labels(JdbcTemplate jdbc, Access access, Subjects subjects) {
        this.jdbc = jdbc;
        this.access = access;
        this.subjects = subjects;
    }

    /** Decides and records, in the running transaction; nothing is open yet. */
    SealedLabels sealed(Actor reader, Collection<CaseId> ids) {
        List<UUID> cases = ids.stream().map(CaseId::value).toList();
        Map<CaseId, Optional<String>> numbers = new HashMap<>();
        Map<CaseId, SealedSubject> people = new HashMap<>();
        UUID cell = CurrentCell.require().value();
        String asked = Ids.array(cases);
        jdbc.query(
                NUMBERS_AND_IDENTITIES,
                row -> {
                    CaseId id = new CaseId(row.getObject("id", UUID.class));
                    numbers.put(id, Optional.ofNullable(row.getString("number")));
                    UUID identity = row.getObject("identity", UUID.class);
                    if (identity != null) {
                        people.put(id, Subjects.sealed(id, identity, row.getBytes("person_sealed")));
                    }
                },
                cell,
                asked,
                cell,
                asked);
        List<UUID> subjects = people.values().stream().map(SealedSubject::id).toList();
        Sight sight = access.toList(reader, "labels", subjects, cases);
        return new SealedLabels(numbers, people, sight, this.subjects);
    }
}

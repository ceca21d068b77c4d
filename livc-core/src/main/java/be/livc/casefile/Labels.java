package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Sight;
import be.livc.cell.Actor;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.util.ArrayList;
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
 * one statement of plain SQL: through the entities it was two, and the longer part of making the page.
 */
@Component
class Labels {

    private static final String NUMBERS_AND_IDENTITIES =
            """
            select asked.id, f.number, i.id as identity, i.person_sealed
              from unnest(?::uuid[]) as asked (id)
              left join case_file f on f.cell_id = ? and f.id = asked.id
              left join identity i on i.cell_id = ? and i.case_id = asked.id
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
        Map<CaseId, Optional<String>> numbers = new HashMap<>();
        Map<CaseId, SealedSubject> people = new HashMap<>();
        List<UUID> asked = new ArrayList<>();
        jdbc.query(
                NUMBERS_AND_IDENTITIES,
                row -> {
                    CaseId id = new CaseId(row.getObject("id", UUID.class));
                    numbers.put(id, Optional.ofNullable(row.getString("number")));
                    asked.add(id.value());
                    UUID identity = row.getObject("identity", UUID.class);
                    if (identity != null) {
                        people.put(id, Subjects.sealed(id, identity, row.getBytes("person_sealed")));
                        asked.add(identity);
                    }
                },
                Ids.array(ids.stream().map(CaseId::value).toList()),
                CurrentCell.require().value(),
                CurrentCell.require().value());
        Sight sight = access.toList(reader, "labels", asked);
        return new SealedLabels(numbers, people, sight, subjects);
    }
}

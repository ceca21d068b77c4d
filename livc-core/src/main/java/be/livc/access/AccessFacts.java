package be.livc.access;

import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What access is decided from: one query gives an object, or a family of objects, with what entitles the reader. */
@Component
class AccessFacts {

    /**
     * One protected object as it concerns one reader.
     *
     * @param entitled reasons that were given to the reader or their capacity and have not ended
     * @param hidden whether an embargo of somebody else lies on it, on what it belongs to, or on its whole case
     */
    record Fact(
            UUID id,
            ObjectType type,
            Optional<UUID> caseId,
            Optional<UUID> parent,
            boolean owned,
            Set<Why> entitled,
            boolean hidden) {}

    private static final String FACTS =
            """
            select o.id, o.type, o.case_id, o.parent_id, o.owner_id = ? as owned,
                   array(select e.why from entitlement e
                          where e.cell_id = o.cell_id and e.object_id = o.id and e.ended_at is null
                            and (e.mandate_id = ? or e.capacity = ?)) as entitled,
                   o.type <> 'EMBARGO' and exists (select 1 from embargo b
                            where b.cell_id = o.cell_id and b.object_id in (o.id, o.case_id, o.parent_id)
                              and b.lifted_at is null and b.laid_by <> ?) as hidden
              from access_object o
             where o.cell_id = ? and\s""";

    private final JdbcTemplate jdbc;

    AccessFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Fact> of(Actor reader, UUID object) {
        return query(reader, "o.id = ?", object).stream().findFirst();
    }

    List<Fact> ofCase(Actor reader, UUID caseId) {
        return query(reader, "o.case_id = ?", caseId);
    }

    /** The objects right under one, such as the items of a consultation, and what lies under those. */
    List<Fact> under(Actor reader, UUID parent) {
        return query(
                reader,
                "(o.parent_id = ? or o.parent_id in"
                        + " (select p.id from access_object p where p.cell_id = o.cell_id and p.parent_id = ?))",
                parent,
                parent);
    }

    /** Everyone that a signal or case is about. */
    List<Fact> ofSubjects(Actor reader) {
        return query(reader, "o.type = 'SUBJECT'");
    }

    List<Fact> ofAll(Actor reader, List<UUID> objects) {
        return query(reader, "o.id = any (?)", (Object) objects.toArray(UUID[]::new));
    }

    private List<Fact> query(Actor reader, String which, Object... of) {
        UUID mandate = reader.mandate().value();
        Object[] about = {
            mandate,
            mandate,
            reader.capacity().name(),
            mandate,
            CurrentCell.require().value()
        };
        Object[] parameters = Arrays.copyOf(about, about.length + of.length);
        System.arraycopy(of, 0, parameters, about.length, of.length);
        return jdbc.query(FACTS + which, (row, n) -> fact(row), parameters);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getObject("id", UUID.class),
                ObjectType.valueOf(row.getString("type")),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)),
                row.getBoolean("owned"),
                reasons(row.getArray("entitled")),
                row.getBoolean("hidden"));
    }

    private static Set<Why> reasons(@Nullable Array array) throws SQLException {
        Set<Why> reasons = EnumSet.noneOf(Why.class);
        if (array != null) {
            for (Object why : (Object[]) array.getArray()) {
                reasons.add(Why.valueOf((String) why));
            }
        }
        return reasons;
    }

    /** For each of these objects, the mandates that it was disclosed to, whether that has ended or not. */
    Map<UUID, List<MandateId>> recipients(Collection<UUID> objects) {
        Map<UUID, List<MandateId>> recipients = new HashMap<>();
        jdbc.query(
                "select object_id, mandate_id from entitlement where cell_id = ? and object_id = any (?)"
                        + " and why = 'RECIPIENT' order by since, id",
                row -> {
                    recipients
                            .computeIfAbsent(row.getObject(1, UUID.class), object -> new ArrayList<>())
                            .add(new MandateId(row.getObject(2, UUID.class)));
                },
                CurrentCell.require().value(),
                objects.toArray(UUID[]::new));
        return recipients;
    }
}

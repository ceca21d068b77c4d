package be.livc.access;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What access is decided from: one query gives an object, or a family of objects, with what entitles the reader. */
@Component
class AccessFacts {

    private static final String ASKED =
            """
            asked as materialized (
                select o.id, o.type, o.case_id, o.parent_id, o.owner_id from access_object o
                 where o.cell_id = ? and %s)
            """;

    /**
     * What is told of each object, in the order in which it is asked and read: by number, since a name would be looked up for each
     * of some hundred rows.
     */
    private enum Told {
        ID("asked.id"),
        TYPE("asked.type"),
        CASE("asked.case_id"),
        PARENT("asked.parent_id"),
        OWNED("asked.owner_id = ?"),
        ENTITLED("given.entitled"),
        HIDDEN("laid.hidden"),
        ELSEWHERE(
                """
                (exists (select 1 from mandate_town mt where mt.cell_id = ? and mt.mandate_id = ?)
                 and exists (select 1 from case_town ct where ct.cell_id = ? and ct.case_id = asked.case_id
                              and not exists (select 1 from mandate_town mt where mt.cell_id = ct.cell_id
                                               and mt.mandate_id = ? and mt.nis = ct.nis)))
                """);

        private final String asked;
        private final int column = ordinal() + 1;

        Told(String asked) {
            this.asked = asked;
        }

        private static String all() {
            return Arrays.stream(values()).map(told -> told.asked).collect(Collectors.joining(", "));
        }
    }

    /**
     * The objects first, then what concerns them, each in one join: an expression per object would check the cell and
     * look into each index once for every row of a list.
     */
    private static final String JUDGED = "select " + Told.all()
            + """
             %s
              left join (select a.id, string_agg(case when e.mandate_id is null then '*' else '' end || e.why, ' ') as entitled
                           from asked a
                           join entitlement e on e.cell_id = ? and e.object_id = a.id and e.ended_at is null
                                             and (e.mandate_id = ? or e.capacity = ?)
                          %s
                          group by a.id) given on given.id = asked.id
              left join (select a.id, true as hidden
                           from asked a
                           join embargo b on b.cell_id = ? and b.object_id in (a.id, a.case_id, a.parent_id)
                                         and b.lifted_at is null and b.laid_by <> ?
                          where a.type <> 'EMBARGO'
                          group by a.id) laid on laid.id = asked.id
            """;

    private static final String FACTS = "with " + ASKED + JUDGED.formatted("from asked", "");

    private static final String OF_ONE = FACTS.formatted("o.id = ?");
    private static final String OF_CASE = FACTS.formatted("o.case_id = ?");
    private static final String OF_ALL = FACTS.formatted("o.id = any (?::uuid[])");

    private static final String UNDER = FACTS.formatted("(o.parent_id = ? or o.parent_id in"
            + " (select p.id from access_object p where p.cell_id = o.cell_id and p.parent_id = ?))");

    private static final String OF_SUBJECTS_GIVEN = FACTS.formatted(
            "o.type = 'SUBJECT' and o.id in (select e.object_id from entitlement e where e.cell_id = ? and e.ended_at is null"
                    + " and (e.mandate_id = ? or e.capacity = ?)"
                    + " union select own.id from access_object own where own.cell_id = ? and own.owner_id = ?)");

    /** On whom, or on whose case, an embargo of somebody else lies, and whose case is of another town. */
    private static final String OF_SUBJECTS_HIDDEN = FACTS.formatted(
            """
            o.type = 'SUBJECT' and o.id in (
                select s.id from embargo b join access_object s on s.cell_id = b.cell_id and s.id = b.object_id
                 where b.cell_id = ? and b.lifted_at is null and b.laid_by <> ?
                union select s.id from embargo b join access_object s on s.cell_id = b.cell_id and s.case_id = b.object_id
                 where b.cell_id = ? and b.lifted_at is null and b.laid_by <> ?
                union select s.id from embargo b join access_object s on s.cell_id = b.cell_id and s.parent_id = b.object_id
                 where b.cell_id = ? and b.lifted_at is null and b.laid_by <> ?
                union select s.id from case_town ct join access_object s on s.cell_id = ct.cell_id and s.case_id = ct.case_id
                 where ct.cell_id = ? and exists (select 1 from mandate_town mt where mt.cell_id = ? and mt.mandate_id = ?)
                   and not exists (select 1 from mandate_town mt where mt.cell_id = ct.cell_id
                                    and mt.mandate_id = ? and mt.nis = ct.nis))
            """);

    /**
     * What the reader's capacity does not see by itself. Each object has a dozen entitlements, of everybody; for who acts for a
     * town all are looked up, since what their capacity sees depends on the case.
     */
    private static final String NOT_SEEN_BY_CAPACITY = "where a.type <> all (?::text[])"
            + " or exists (select 1 from mandate_town mt where mt.cell_id = ? and mt.mandate_id = ?)";

    /** The rows of a list and what each of them is judged by, in one statement. */
    private static final String OF_ROWS = "),"
            + ASKED.formatted("o.id in (select l.id from listed l)")
            + JUDGED.formatted(", listed.* from listed left join asked on asked.id = listed.id", NOT_SEEN_BY_CAPACITY);

    /** As PostgreSQL writes an array. */
    private static final Map<Capacity, String> SEEN_BY_CAPACITY = Arrays.stream(Capacity.values())
            .collect(Collectors.toMap(Function.identity(), capacity -> Arrays.stream(ObjectType.values())
                    .filter(type -> Standing.of(capacity, type).isPresent())
                    .map(ObjectType::name)
                    .collect(Collectors.joining(",", "{", "}"))));

    private final JdbcTemplate jdbc;

    AccessFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Fact> of(Actor reader, UUID object) {
        return query(reader, OF_ONE, object).stream().findFirst();
    }

    List<Fact> ofCase(Actor reader, UUID caseId) {
        return query(reader, OF_CASE, caseId);
    }

    /** The objects right under one, such as the items of a consultation, and what lies under those. */
    List<Fact> under(Actor reader, UUID parent) {
        return query(reader, UNDER, parent, parent);
    }

    /**
     * Whom a signal or case is about, where the reader contributed it or is entitled to it: all that a capacity without a
     * standing of its own can see.
     */
    List<Fact> ofSubjectsGivenTo(Actor reader) {
        UUID cell = CurrentCell.require().value();
        UUID mandate = reader.mandate().value();
        return query(reader, OF_SUBJECTS_GIVEN, cell, mandate, reader.capacity().name(), cell, mandate);
    }

    /** Who may be hidden from a reader that sees all subjects by capacity: few, so that a search leaves them out beforehand. */
    List<Fact> ofSubjectsHiddenFrom(Actor reader) {
        UUID cell = CurrentCell.require().value();
        UUID mandate = reader.mandate().value();
        return query(
                reader, OF_SUBJECTS_HIDDEN, cell, mandate, cell, mandate, cell, mandate, cell, cell, mandate, mandate);
    }

    List<Fact> ofAll(Actor reader, List<UUID> objects) {
        return query(reader, OF_ALL, Ids.array(objects));
    }

    /**
     * Reads the rows of a list; of those that name an object which is there, the facts. What was given is left out where the
     * reader's capacity sees the object by itself: whether they see it is the same without.
     */
    List<Fact> ofRows(Actor reader, Listing listing) {
        UUID cell = CurrentCell.require().value();
        List<Object> parameters = new ArrayList<>(listing.parameters());
        parameters.add(cell);
        addJudged(parameters, reader);
        parameters.addAll(List.of(
                SEEN_BY_CAPACITY.get(reader.capacity()), cell, reader.mandate().value()));
        addHidden(parameters, reader);
        List<Fact> facts = new ArrayList<>();
        jdbc.query(
                "with listed as materialized (" + listing.query() + OF_ROWS,
                row -> {
                    listing.each().processRow(row);
                    UUID id = row.getObject(Told.ID.column, UUID.class);
                    if (id != null) {
                        facts.add(fact(id, row));
                    }
                },
                parameters.toArray());
        return facts;
    }

    private List<Fact> query(Actor reader, String facts, Object... of) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(CurrentCell.require().value());
        parameters.addAll(Arrays.asList(of));
        addJudged(parameters, reader);
        addHidden(parameters, reader);
        return jdbc.query(
                facts, (row, n) -> fact(row.getObject(Told.ID.column, UUID.class), row), parameters.toArray());
    }

    private static void addJudged(List<Object> parameters, Actor reader) {
        UUID cell = CurrentCell.require().value();
        UUID mandate = reader.mandate().value();
        parameters.addAll(List.of(mandate, cell, mandate, cell, mandate));
        parameters.addAll(List.of(cell, mandate, reader.capacity().name()));
    }

    private static void addHidden(List<Object> parameters, Actor reader) {
        parameters.addAll(
                List.of(CurrentCell.require().value(), reader.mandate().value()));
    }

    private static Fact fact(UUID id, ResultSet row) throws SQLException {
        boolean elsewhere = row.getBoolean(Told.ELSEWHERE.column);
        return new Fact(
                id,
                ObjectType.valueOf(row.getString(Told.TYPE.column)),
                Optional.ofNullable(row.getObject(Told.CASE.column, UUID.class)),
                Optional.ofNullable(row.getObject(Told.PARENT.column, UUID.class)),
                row.getBoolean(Told.OWNED.column),
                reasons(row.getString(Told.ENTITLED.column), elsewhere),
                elsewhere,
                row.getBoolean(Told.HIDDEN.column));
    }

    /** Those that were given to a capacity, marked with a star, hold for the own towns only. */
    private static Set<Why> reasons(@Nullable String codes, boolean elsewhere) {
        Set<Why> reasons = EnumSet.noneOf(Why.class);
        if (codes != null) {
            for (String why : codes.split(" ")) {
                boolean ofCapacity = why.startsWith("*");
                if (!ofCapacity || !elsewhere) {
                    reasons.add(Why.valueOf(ofCapacity ? why.substring(1) : why));
                }
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

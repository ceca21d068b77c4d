package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.Towns;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is to be followed up in all cases together: measures and reviews by their day. Whoever sees every measure of the cell
 * sees them all; anybody else sees their own measures and nothing of others', not even how many.
 */
@Component
public class FollowUps {

    /** Where something stands, by its day and state. */
    public enum Stage {
        /** Its day has passed. */
        LATE,
        /** Its day falls in this week. */
        THIS_WEEK,
        /** Its day comes after this week. */
        WAITING,
        /** Done or stopped. */
        DONE
    }

    /** What it is. */
    public enum Kind {
        MEASURE,
        REVIEW
    }

    /**
     * What is asked for.
     *
     * @param owner only what this mandate carries out
     */
    public record Asked(Stage stage, Optional<MandateId> owner) {}

    /**
     * One thing to follow up.
     *
     * @param id of the measure, or of the case that comes back
     * @param what of a measure; empty for a review
     * @param ownerName of a measure
     * @param ownerGone whether their mandate ended: then somebody else must take it over
     * @param state of a measure, a code of the list {@code measure-states}
     */
    public record Row(
            Kind kind,
            UUID id,
            CaseId caseId,
            CaseLabel label,
            LocalDate due,
            Optional<String> what,
            Optional<String> ownerName,
            boolean ownerGone,
            Optional<String> state) {}

    /** A row before it is opened. */
    private record Found(Kind kind, UUID id, CaseId caseId, LocalDate due, @Nullable UUID owner, String state) {}

    private record Loaded(
            Page<Found> page,
            SealedLabels labels,
            Sight sight,
            Map<UUID, Sealed> whats,
            Map<MandateId, Mandate> owners) {}

    private static final Page<Row> NOTHING = new Page<>(List.of(), Optional.empty());

    private static final String EVERYTHING =
            """
            select * from (
              select 'MEASURE' as kind, m.id, m.case_id, m.due, m.owner_id, m.state,
                     case when m.state in ('DONE', 'STOPPED') then 'DONE' when m.due < :today then 'LATE'
                          when m.due < :monday then 'THIS_WEEK' else 'WAITING' end as stage
                from measure m join case_phase p on p.cell_id = m.cell_id and p.case_id = m.case_id
               where m.cell_id = :cell and m.dropped_at is null and p.phase not in (:over)
                 and (cast(:owner as uuid) is null or m.owner_id = :owner)
                 and (m.owner_id = :mandate or %own-measures)
              union all
              select 'REVIEW', c.id, c.id, c.next_review, null, 'OPEN',
                     case when c.next_review < :today then 'LATE'
                          when c.next_review < :monday then 'THIS_WEEK' else 'WAITING' end
                from case_file c join case_phase p on p.cell_id = c.cell_id and p.case_id = c.id
               where c.cell_id = :cell and c.next_review is not null and p.phase in ('PLAN_ACTIVE', 'FOLLOW_UP')
                 and cast(:owner as uuid) is null
                 and %own-reviews
            ) as everything
            """
                    .replace("%own-measures", Towns.own("m.case_id"))
                    .replace("%own-reviews", Towns.own("c.id"));

    private final JdbcClient jdbc;
    private final Measures.MeasureRows measures;
    private final CaseFiles cases;
    private final Access access;
    private final Mandates mandates;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FollowUps(
            JdbcClient jdbc,
            Measures.MeasureRows measures,
            CaseFiles cases,
            Access access,
            Mandates mandates,
            Vault vault,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.cases = cases;
        this.access = access;
        this.mandates = mandates;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One stage, the first due first; what is done, the last due first.
     *
     * @param after the cursor that the page before gave
     * @throws Refusal invalid {@code bad-cursor}, when the cursor is none of ours
     */
    public Page<Row> list(Actor reader, Asked asked, Optional<String> after, int limit) {
        Optional<Loaded> found = transactions.execute(tx -> load(reader, asked, after, limit));
        if (found.isEmpty()) {
            return NOTHING;
        }
        Loaded loaded = found.get();
        Map<CaseId, CaseLabel> labels = loaded.labels().open();
        Map<UUID, String> whats = vault.openAll(loaded.whats(), loaded.sight().grant());
        List<Row> rows = new ArrayList<>();
        for (Found one : loaded.page().items()) {
            if (loaded.sight().sees(one.id())) {
                rows.add(row(one, labels, whats, loaded.owners()));
            }
        }
        return new Page<>(rows, loaded.page().next());
    }

    /** None where nothing is there: a list without rows shows nothing and is not recorded. */
    private Optional<Loaded> load(Actor reader, Asked asked, Optional<String> after, int limit) {
        int length = Page.bounded(limit);
        Page<Found> page = Page.of(found(reader, asked, after, length + 1), length, FollowUps::cursor);
        Set<CaseId> ids = page.items().stream().map(Found::caseId).collect(Collectors.toSet());
        List<UUID> things = page.items().stream().map(Found::id).toList();
        if (things.isEmpty()) {
            return Optional.empty();
        }
        Sight sight = access.toList(reader, "follow-up", things);
        Map<UUID, Sealed> whats = new HashMap<>();
        for (Measure measure : measures.findAllByIdIn(things)) {
            if (sight.sees(measure.id().value())) {
                whats.put(measure.id().value(), measure.what());
            }
        }
        Set<MandateId> owners = page.items().stream()
                .map(Found::owner)
                .filter(owner -> owner != null)
                .map(MandateId::new)
                .collect(Collectors.toSet());
        return Optional.of(new Loaded(
                page,
                cases.sealedLabels(reader, ids),
                sight,
                whats,
                mandates.findAll(owners).stream().collect(Collectors.toMap(Mandate::id, owner -> owner))));
    }

    private Row row(
            Found found, Map<CaseId, CaseLabel> labels, Map<UUID, String> whats, Map<MandateId, Mandate> owners) {
        Optional<Mandate> owner = Optional.ofNullable(found.owner()).map(id -> owners.get(new MandateId(id)));
        return new Row(
                found.kind(),
                found.id(),
                found.caseId(),
                labels.getOrDefault(found.caseId(), CaseLabel.unknown()),
                found.due(),
                Optional.ofNullable(whats.get(found.id())),
                owner.map(Mandate::nameWithPartner),
                owner.filter(mandate -> !mandate.runsAt(clock.instant())).isPresent(),
                found.kind() == Kind.MEASURE ? Optional.of(found.state()) : Optional.empty());
    }

    private List<Found> found(Actor reader, Asked asked, Optional<String> after, int rows) {
        boolean back = asked.stage() == Stage.DONE;
        Map<String, Object> values = values(reader, asked.owner());
        values.put("stage", asked.stage().name());
        values.put("rows", rows);
        String sql = EVERYTHING + " where stage = :stage";
        if (after.isPresent()) {
            Place place = Place.read(after.get());
            values.put("lastDue", place.due());
            values.put("lastId", place.id());
            sql += back ? " and (due, id) < (:lastDue, :lastId)" : " and (due, id) > (:lastDue, :lastId)";
        }
        return jdbc.sql(sql + (back ? " order by due desc, id desc" : " order by due, id") + " limit :rows")
                .params(values)
                .query((row, n) -> new Found(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getObject("due", LocalDate.class),
                        row.getObject("owner_id", UUID.class),
                        row.getString("state")))
                .list();
    }

    /** How many there are of each stage, for this reader. */
    public Map<Stage, Long> counts(Actor reader, Optional<MandateId> owner) {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(stage, 0L);
        }
        transactions.executeWithoutResult(
                tx -> jdbc.sql("select stage, count(*) as n from (" + EVERYTHING + ") as staged group by stage")
                        .params(values(reader, owner))
                        .query((row, n) -> Map.entry(Stage.valueOf(row.getString("stage")), row.getLong("n")))
                        .list()
                        .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    private Map<String, Object> values(Actor reader, Optional<MandateId> owner) {
        LocalDate today = LocalDate.now(clock);
        Optional<MandateId> whose = WhoSees.seesAll(reader, ObjectType.MEASURE) ? owner : Optional.of(reader.mandate());
        Map<String, Object> values = new HashMap<>();
        values.put("cell", reader.cell().value());
        values.put("mandate", reader.mandate().value());
        values.put("today", today);
        values.put("monday", today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        values.put("owner", whose.map(MandateId::value).orElse(null));
        values.put("over", Phases.OVER);
        return values;
    }

    private static String cursor(Found last) {
        return new Place(last.due(), last.id()).write();
    }

    /** The place of a row in its stage. */
    private record Place(LocalDate due, UUID id) {

        String write() {
            return due + "_" + id;
        }

        static Place read(String cursor) {
            String[] parts = cursor.split("_", 2);
            try {
                return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (RuntimeException noCursor) {
                throw Refusal.invalid("after", "bad-cursor");
            }
        }
    }
}

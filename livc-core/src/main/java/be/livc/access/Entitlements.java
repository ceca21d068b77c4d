package be.livc.access;

import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.law.Covering;
import be.livc.law.LegalBasis;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the features tell access: that something exists, and who is entitled to it for what reason. Written in the
 * transaction of the act that entitles; nothing here opens anything.
 */
@Component
public class Entitlements {

    private final JdbcTemplate jdbc;
    private final AccessFacts facts;
    private final Clock clock;

    Entitlements(JdbcTemplate jdbc, AccessFacts facts, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Puts a new object under protection.
     *
     * @param caseId the case whose key seals it, if any
     * @param parent the object it belongs to: the consultation of an item, the signal of a fact
     * @param owner the mandate that contributed it and so always sees it, if any
     */
    public void protect(
            ObjectType type, UUID id, Optional<UUID> caseId, Optional<UUID> parent, Optional<MandateId> owner) {
        jdbc.update(
                "insert into access_object (cell_id, id, type, case_id, parent_id, owner_id, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                id,
                type.name(),
                caseId.orElse(null),
                parent.orElse(null),
                owner.map(MandateId::value).orElse(null),
                now());
    }

    /** Entitles the holder of a mandate, for as long as it runs. */
    public void entitle(UUID object, MandateId holder, Why why) {
        entitle(List.of(object), List.of(holder), why);
    }

    /** Entitles several people to several objects, for as long as their mandates run. */
    public void entitle(Collection<UUID> objects, Collection<MandateId> holders, Why why) {
        give(holders.stream()
                .flatMap(holder -> objects.stream().map(object -> new Given(object, holder.value(), null, why, null)))
                .toList());
    }

    /** Entitles the holder of a mandate to several objects under the basis that covers them. */
    public void entitle(Collection<UUID> objects, MandateId holder, Why why, LegalBasis basis) {
        UUID under = basis.id().value();
        give(objects.stream()
                .map(object -> new Given(object, holder.value(), null, why, under))
                .toList());
    }

    /** Entitles several people to several objects, each under the basis that covers them. */
    public void entitle(Collection<UUID> objects, Collection<MandateId> holders, Why why, Covering covering) {
        List<Given> given = new ArrayList<>();
        for (MandateId holder : holders) {
            UUID under = covering.of(holder).id().value();
            objects.forEach(object -> given.add(new Given(object, holder.value(), null, why, under)));
        }
        give(given);
    }

    /** Entitles whoever acts in a capacity. */
    public void entitle(UUID object, Capacity holders, Why why) {
        entitleCapacities(List.of(object), List.of(holders), why);
    }

    /** Entitles whoever acts in one of several capacities to several objects. */
    public void entitleCapacities(Collection<UUID> objects, Collection<Capacity> holders, Why why) {
        give(holders.stream()
                .flatMap(holder -> objects.stream().map(object -> new Given(object, null, holder.name(), why, null)))
                .toList());
    }

    /** The consultations that have this case on their agenda. */
    public List<UUID> consultationsOn(UUID caseId) {
        return jdbc.queryForList(
                "select distinct parent_id from access_object where cell_id = ? and case_id = ? and type = ?"
                        + " and parent_id is not null",
                UUID.class,
                CurrentCell.require().value(),
                caseId,
                ObjectType.AGENDA_ITEM.name());
    }

    /** Entitles whoever acts in a capacity to all that a case holds now. */
    public void entitleToCase(UUID caseId, Capacity holders, Why why) {
        entitleCapacities(
                jdbc.queryForList(
                        "select id from access_object where cell_id = ? and case_id = ?",
                        UUID.class,
                        CurrentCell.require().value(),
                        caseId),
                List.of(holders),
                why);
    }

    /** One entitlement to be kept: of the holder of a mandate or of whoever acts in a capacity. */
    private record Given(
            UUID object, @Nullable UUID mandate, @Nullable String capacity, Why why, @Nullable UUID basis) {

        /** What there may be one of at a time. */
        List<@Nullable Object> key() {
            return Arrays.asList(object, mandate, capacity, why);
        }
    }

    /** In one statement, since whoever speaks in a full room waits for it; what is held already is not given again. */
    private void give(List<Given> wanted) {
        Map<List<@Nullable Object>, Given> once = new LinkedHashMap<>();
        wanted.forEach(one -> once.putIfAbsent(one.key(), one));
        if (once.isEmpty()) {
            return;
        }
        List<Given> given = List.copyOf(once.values());
        jdbc.update(
                """
                insert into entitlement (cell_id, id, object_id, mandate_id, capacity, why, basis_id, since)
                select ?, given.id, given.object_id, given.mandate_id, given.capacity, given.why, given.basis_id, ?
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[])
                       as given (id, object_id, mandate_id, capacity, why, basis_id)
                 where not exists (select 1 from entitlement e
                                    where e.cell_id = ? and e.object_id = given.object_id
                                      and e.mandate_id is not distinct from given.mandate_id
                                      and e.capacity is not distinct from given.capacity
                                      and e.why = given.why and e.ended_at is null)
                """,
                CurrentCell.require().value(),
                now(),
                given.stream().map(one -> Ids.next()).toArray(UUID[]::new),
                given.stream().map(Given::object).toArray(UUID[]::new),
                given.stream().map(Given::mandate).toArray(UUID[]::new),
                given.stream().map(Given::capacity).toArray(String[]::new),
                given.stream().map(one -> one.why().name()).toArray(String[]::new),
                given.stream().map(Given::basis).toArray(UUID[]::new),
                CurrentCell.require().value());
    }

    /**
     * Entitles to one object whoever is entitled to another at this moment, for the same reasons and on the same bases:
     * what is said about a piece of information never reaches further than the piece itself. Its own owner is given nothing:
     * they see it because they contributed it, and nobody told it to them.
     */
    public void entitleAs(UUID object, UUID other) {
        List<Given> given = new ArrayList<>(jdbc.query(
                "select mandate_id, capacity, why, basis_id from entitlement where cell_id = ? and object_id = ?"
                        + " and ended_at is null",
                (row, n) -> new Given(
                        object,
                        row.getObject("mandate_id", UUID.class),
                        row.getString("capacity"),
                        Why.valueOf(row.getString("why")),
                        row.getObject("basis_id", UUID.class)),
                CurrentCell.require().value(),
                other));
        jdbc.query(
                "select owner_id, type from access_object where cell_id = ? and id = ?",
                row -> {
                    UUID owner = row.getObject("owner_id", UUID.class);
                    if (owner != null) {
                        given.add(new Given(object, owner, null, Why.RECIPIENT, null));
                    }
                    ObjectType type = ObjectType.valueOf(row.getString("type"));
                    for (Capacity capacity : Capacity.values()) {
                        Standing.of(capacity, type)
                                .ifPresent(why -> given.add(new Given(object, null, capacity.name(), why, null)));
                    }
                },
                CurrentCell.require().value(),
                other);
        Set<UUID> contributor = Set.copyOf(jdbc.queryForList(
                "select owner_id from access_object where cell_id = ? and id = ? and owner_id is not null",
                UUID.class,
                CurrentCell.require().value(),
                object));
        given.removeIf(one -> one.mandate() != null && contributor.contains(one.mandate()));
        give(given);
    }

    /** Ends what was given on an object for this reason, for everyone. */
    public void end(UUID object, Why why) {
        end(List.of(object), why);
    }

    /** Ends what was given on these objects for this reason, for everyone. */
    public void end(Collection<UUID> objects, Why why) {
        jdbc.update(
                "update entitlement set ended_at = ? where cell_id = ? and object_id = any (?) and why = ?"
                        + " and ended_at is null",
                now(),
                CurrentCell.require().value(),
                objects.toArray(UUID[]::new),
                why.name());
    }

    /** Ends what was given on an object for this reason, for the holder of one mandate. */
    public void end(UUID object, MandateId holder, Why why) {
        jdbc.update(
                "update entitlement set ended_at = ? where cell_id = ? and object_id = ? and mandate_id = ? and why = ?"
                        + " and ended_at is null",
                now(),
                CurrentCell.require().value(),
                object,
                holder.value(),
                why.name());
    }

    /**
     * Forgets everything that was given on a case and its parts, to everyone; the database allows it only once the key of the
     * case is destroyed.
     */
    public void forgetAll(UUID caseId) {
        jdbc.update(
                "delete from entitlement where cell_id = ? and object_id in"
                        + " (select id from access_object where cell_id = ? and case_id = ?)",
                CurrentCell.require().value(),
                CurrentCell.require().value(),
                caseId);
    }

    /** Whether the holder of a mandate is entitled to an object for this reason now. */
    public boolean holds(UUID object, MandateId holder, Why why) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from entitlement where cell_id = ? and object_id = ? and mandate_id = ?"
                        + " and why = ? and ended_at is null)",
                Boolean.class,
                CurrentCell.require().value(),
                object,
                holder.value(),
                why.name()));
    }

    /** For each of these objects, who is entitled to it for this reason now; an object without anybody is left out. */
    public Map<UUID, Set<MandateId>> holdersOf(Collection<UUID> objects, Why why) {
        Map<UUID, Set<MandateId>> holders = new HashMap<>();
        jdbc.query(
                "select object_id, mandate_id from entitlement where cell_id = ? and object_id = any (?::uuid[])"
                        + " and why = ? and ended_at is null and mandate_id is not null",
                row -> {
                    holders.computeIfAbsent(row.getObject(1, UUID.class), object -> new HashSet<>())
                            .add(new MandateId(row.getObject(2, UUID.class)));
                },
                CurrentCell.require().value(),
                Ids.array(objects),
                why.name());
        return holders;
    }

    /** For each of these objects, the mandates that it was disclosed to when it was recorded. */
    public Map<UUID, List<MandateId>> recipientsOf(Collection<UUID> objects) {
        return facts.recipients(objects);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

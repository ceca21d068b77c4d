package be.livc.access;

import be.livc.access.AccessFacts.Fact;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.ledger.Receipt;
import be.livc.ledger.Result;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Decides, records, and hands out a {@link Grant}: the one place where it is judged who sees what.
 *
 * <p>A reader sees what they contributed, what they are entitled to by name or capacity, and what their capacity sees by
 * itself, minus what an embargo hides. A refusal is recorded in the caller's cell and looks the same as absence.
 */
@Component
public class Access {

    private final AccessFacts facts;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Access(AccessFacts facts, Ledger ledger, JdbcTemplate jdbc, Clock clock) {
        this.facts = facts;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Lets a reader look at a case or a signal with all its parts, under one entry.
     *
     * @param id the object that was asked for
     * @throws Refusal not found, when the reader sees nothing of it or it is not there
     */
    public Sight toRead(Actor reader, ObjectType type, UUID id) {
        Fact asked = visible(reader, type, id);
        Optional<UUID> caseId = asked.caseId();
        List<Fact> parts = caseId.map(whole -> facts.ofCase(reader, whole)).orElse(List.of(asked));
        return record(reader, asked, parts);
    }

    /** The same for a consultation: its items and what was said at them, each by its own reasons. */
    public Sight toReadConsultation(Actor reader, UUID id) {
        Fact asked = visible(reader, ObjectType.CONSULTATION, id);
        Map<UUID, Fact> parts = new HashMap<>();
        parts.put(id, asked);
        facts.under(reader, id).forEach(fact -> parts.put(fact.id(), fact));
        List<UUID> cases = parts.values().stream()
                .filter(fact -> fact.type() == ObjectType.AGENDA_ITEM
                        && !reasons(reader, fact).isEmpty())
                .flatMap(fact -> fact.caseId().stream())
                .toList();
        facts.ofAll(reader, cases).forEach(fact -> parts.put(fact.id(), fact));
        return record(reader, asked, parts.values());
    }

    private Fact visible(Actor reader, ObjectType type, UUID id) {
        Fact asked =
                facts.of(reader, id).filter(fact -> fact.type() == type).orElseThrow(() -> denied(reader, type, id));
        if (reasonsDespiteEmbargo(reader, asked).isEmpty()) {
            throw denied(reader, type, id);
        }
        return asked;
    }

    private Sight record(Actor reader, Fact asked, Collection<Fact> parts) {
        Map<UUID, Set<Why>> whys = new HashMap<>();
        Map<UUID, ObjectType> types = new HashMap<>();
        for (Fact part : parts) {
            Set<Why> reasons = reasons(reader, part);
            if (!reasons.isEmpty()) {
                whys.put(part.id(), reasons);
                types.put(part.id(), part.type());
            }
        }
        Grant grant = Grant.toRead(reader, whys.keySet(), clock);
        Entry entry = entry(reader, Action.READ, asked.type(), asked.id())
                .because(reasonsDespiteEmbargo(reader, asked).iterator().next().name());
        ledger.append(asked.caseId().map(entry::inCase).orElse(entry));
        return new Sight(grant, whys, types, asked.hidden());
    }

    /**
     * Lets a reader see a list: of the ids that a query found, those that the reader sees, in that order.
     *
     * @param list a short code that says what the list is
     * @param ids cases or signals, already chosen for this reader by the query; this decides again and for good
     */
    public Sight toList(Actor reader, String list, List<UUID> ids) {
        Map<UUID, Set<Why>> whys = new HashMap<>();
        Map<UUID, ObjectType> types = new HashMap<>();
        Set<UUID> shown = new LinkedHashSet<>();
        for (Fact fact : facts.ofAll(reader, ids)) {
            Set<Why> reasons = reasons(reader, fact);
            if (!reasons.isEmpty()) {
                whys.put(fact.id(), reasons);
                types.put(fact.id(), fact.type());
                fact.caseId().ifPresent(shown::add);
            }
        }
        Grant grant = Grant.toRead(reader, whys.keySet(), clock);
        Receipt receipt = ledger.append(Entry.by(ledgerActor(reader), reader.source())
                .did(Action.READ)
                .on("list", list)
                .forPurpose(reader.purpose()));
        keepShown(receipt, shown);
        return new Sight(grant, whys, types, false);
    }

    /**
     * Lets a reader search by name: the grant covers every case and signal of the cell that this reader sees, so that a
     * search without rights answers like a search for nobody.
     *
     * @param purpose code of the purpose of the search
     */
    public Grant toSearch(Actor reader, String purpose) {
        if (!reader.capacity().takesPart()) {
            throw denied(reader, ObjectType.CASE, CurrentCell.require().value());
        }
        Set<UUID> visible = new LinkedHashSet<>();
        for (Fact fact : facts.ofSubjects(reader)) {
            if (!reasons(reader, fact).isEmpty()) {
                visible.add(fact.id());
            }
        }
        ledger.append(Entry.by(ledgerActor(reader), reader.source())
                .did(Action.SEARCH)
                .on("cell", CurrentCell.require().value())
                .forPurpose(purpose));
        return Grant.toSearch(reader, visible, clock);
    }

    /**
     * Lets an actor do something to an object. The entry of the act itself is appended by the act, after its change.
     *
     * @throws Refusal not found, when the actor does not see the object or it is not there; forbidden, when the act is not
     *     for their capacity; both are recorded
     */
    public Grant toAct(Actor actor, Act act, ObjectType type, UUID id) {
        Optional<Fact> found = facts.of(actor, id).filter(fact -> fact.type() == type);
        boolean reached = found.isPresent()
                && (act.reach() == Act.Reach.BY_CAPACITY
                        ? act.isFor(actor.capacity())
                        : !reasons(actor, found.get()).isEmpty());
        if (!reached) {
            throw denied(actor, type, id);
        }
        if (!act.isFor(actor.capacity())) {
            recordDenial(actor, type, id);
            throw Refusal.forbidden();
        }
        return Grant.toAct(actor, clock);
    }

    /** The same for an act that makes something new in the cell; {@code what} is a code for what it would make. */
    public Grant toAct(Actor actor, Act act, String what) {
        if (!act.isFor(actor.capacity())) {
            ledger.appendAlone(denial(actor, what, CurrentCell.require().value()));
            throw Refusal.forbidden();
        }
        return Grant.toAct(actor, clock);
    }

    /**
     * Passes when the actor may know that this object exists; the door asks it before it even reads what was sent, so
     * that bad input tells nobody what is there.
     *
     * @throws Refusal not found otherwise; recorded
     */
    public void requireKnown(Actor actor, ObjectType type, UUID id) {
        Optional<Fact> found = facts.of(actor, id).filter(fact -> fact.type() == type);
        if (found.isEmpty() || !isKnown(actor, found.get())) {
            throw denied(actor, type, id);
        }
    }

    private static boolean isKnown(Actor actor, Fact fact) {
        return !reasonsDespiteEmbargo(actor, fact).isEmpty()
                || (fact.type() == ObjectType.CASE && Act.ERASE.isFor(actor.capacity()));
    }

    /** Whether the actor sees the object now; decides without recording, for lists of what can be done next. */
    public boolean sees(Actor actor, UUID id) {
        return facts.of(actor, id)
                .filter(fact -> !reasons(actor, fact).isEmpty())
                .isPresent();
    }

    /** Records a denial of something that is not there or not visible, and gives the refusal to throw. */
    public Refusal denied(Actor actor, ObjectType type, UUID id) {
        recordDenial(actor, type, id);
        return Refusal.notFound();
    }

    private void recordDenial(Actor actor, ObjectType type, UUID id) {
        ledger.appendAlone(denial(actor, type.code(), id));
    }

    private static Entry denial(Actor actor, String type, UUID id) {
        return Entry.by(ledgerActor(actor), actor.source())
                .did(Action.DENY)
                .on(type, id)
                .forPurpose(actor.purpose())
                .ended(Result.DENIED);
    }

    /** An entry of this actor on an object, for the cell's usual purpose, to be completed and appended by the act. */
    public Entry entry(Actor actor, Action action, ObjectType type, UUID id) {
        return Entry.by(ledgerActor(actor), actor.source())
                .did(action)
                .on(type.code(), id)
                .forPurpose(actor.purpose());
    }

    /** The actor as the ledger knows them: ids and a capacity. */
    public static LedgerActor ledgerActor(Actor actor) {
        return LedgerActor.of(
                actor.user().value(),
                actor.partner().value(),
                actor.capacity().name(),
                actor.mandate().value());
    }

    private static Set<Why> reasons(Actor reader, Fact fact) {
        return fact.hidden() ? Set.of() : reasonsDespiteEmbargo(reader, fact);
    }

    private static Set<Why> reasonsDespiteEmbargo(Actor reader, Fact fact) {
        Set<Why> reasons = EnumSet.noneOf(Why.class);
        reasons.addAll(fact.entitled());
        if (fact.owned()) {
            reasons.add(Why.OWN_CONTRIBUTION);
        }
        if (fact.laidByReader()) {
            reasons.add(Why.LAID_EMBARGO);
        }
        Standing.of(reader.capacity(), fact.type()).ifPresent(reasons::add);
        return reasons;
    }

    private void keepShown(Receipt receipt, Set<UUID> cases) {
        jdbc.batchUpdate(
                "insert into shown_in_list (cell_id, entry, case_id) values (?, ?, ?)",
                cases.stream()
                        .map(id -> new Object[] {receipt.cell().value(), receipt.index(), id})
                        .collect(Collectors.toList()));
    }
}

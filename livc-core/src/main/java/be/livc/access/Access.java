package be.livc.access;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;

/**
 * Decides, records, and hands out a {@link Grant}: what somebody may read or do. Why they see a thing is told by {@link Fact}; a
 * refusal is recorded in the caller's cell and looks the same as absence.
 *
 * <p>Searches by name are {@link Searching}'s. Whether somebody sees a thing, where nothing is opened or done, tells {@link
 * WhoSees}.
 */
@Component
public class Access {

    /** What shows under an embargo that something is there; anything else, opened by itself, is not there then. */
    private static final Set<ObjectType> SHOWN_HELD_UP =
            EnumSet.of(ObjectType.CASE, ObjectType.SIGNAL, ObjectType.CONSULTATION, ObjectType.AGENDA_ITEM);

    /**
     * The ids of the objects that a reader is entitled to or contributed, as a query over {@code :cell}, {@code :mandate}
     * and {@code :capacity}: for lists, which choose in SQL what {@link #toList} then decides on.
     */
    public static final String ENTITLED_OBJECTS =
            "select e.object_id from entitlement e where e.cell_id = :cell and e.ended_at is null"
                    + " and (e.mandate_id = :mandate or e.capacity = :capacity)"
                    + " union select o.id from access_object o where o.cell_id = :cell and o.owner_id = :mandate";

    /** The same without what their capacity is entitled to: what concerns the reader in person, in whatever town. */
    public static final String ENTITLED_IN_PERSON =
            "select e.object_id from entitlement e where e.cell_id = :cell and e.ended_at is null"
                    + " and e.mandate_id = :mandate"
                    + " union select o.id from access_object o where o.cell_id = :cell and o.owner_id = :mandate";

    private final AccessFacts facts;
    private final ReadOnlyCases readOnly;
    private final CasesOnOffer onOffer;
    private final FrozenCases frozen;
    private final Denials denials;
    private final Ledger ledger;
    private final Clock clock;

    Access(
            AccessFacts facts,
            ReadOnlyCases readOnly,
            CasesOnOffer onOffer,
            FrozenCases frozen,
            Denials denials,
            Ledger ledger,
            Clock clock) {
        this.facts = facts;
        this.readOnly = readOnly;
        this.onOffer = onOffer;
        this.frozen = frozen;
        this.denials = denials;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Lets a reader look at a case or a signal with all its parts, under one entry.
     *
     * @param id the object that was asked for
     * @throws Refusal not found, when the reader sees nothing of it or it is not there
     */
    public Sight toRead(Actor reader, ObjectType type, UUID id) {
        return toRead(reader, type, id, Action.READ);
    }

    /** The same with what it is opened for: READ, or PRINT when it leaves the program. */
    public Sight toRead(Actor reader, ObjectType type, UUID id, Action action) {
        Fact asked = visible(reader, type, id);
        Optional<UUID> caseId = asked.caseId();
        List<Fact> parts = caseId.map(whole -> facts.ofCase(reader, whole)).orElse(List.of(asked));
        return record(reader, action, asked, parts);
    }

    /**
     * The same for a consultation: its items and what was said at them, each by its own reasons.
     *
     * @param subjects the ids of who its items are about
     * @param action READ, or PRINT when it leaves the program
     */
    public Sight toReadConsultation(Actor reader, UUID id, List<UUID> subjects, Action action) {
        Fact asked = visible(reader, ObjectType.CONSULTATION, id);
        Map<UUID, Fact> parts = new HashMap<>();
        parts.put(id, asked);
        facts.under(reader, id).forEach(fact -> parts.put(fact.id(), fact));
        facts.ofAll(reader, subjects).forEach(fact -> parts.put(fact.id(), fact));
        return record(reader, action, asked, parts.values());
    }

    /**
     * Lets a reader look at one thing by itself, under one entry: nothing else of its case opens with it.
     *
     * @throws Refusal not found, when the reader does not see it or it is not there
     */
    public Sight toReadAlone(Actor reader, ObjectType type, UUID id) {
        Fact asked = visible(reader, type, id);
        return record(reader, Action.READ, asked, List.of(asked));
    }

    /** The same for one thing that leaves the program. */
    public Sight toTakeOut(Actor reader, ObjectType type, UUID id) {
        Fact asked = visible(reader, type, id);
        return record(reader, Action.EXPORT, asked, List.of(asked));
    }

    private Fact visible(Actor reader, ObjectType type, UUID id) {
        Fact asked =
                facts.of(reader, id).filter(fact -> fact.type() == type).orElseThrow(() -> denied(reader, type, id));
        if (!(SHOWN_HELD_UP.contains(type) ? asked.isSeenDespiteEmbargoBy(reader) : asked.isSeenBy(reader))) {
            throw denied(reader, type, id);
        }
        return asked;
    }

    private Sight record(Actor reader, Action action, Fact asked, Collection<Fact> parts) {
        Entry entry = entry(reader, action, asked.type(), asked.id())
                .because(asked.reasonsDespiteEmbargo(reader).iterator().next().name());
        Sight sight = Sight.of(reader, parts, clock);
        ledger.append(asked.caseId().map(entry::inCase).orElse(entry));
        return sight;
    }

    /**
     * Lets a reader see a list: of the ids that a query found, those that the reader sees. One entry for each reason, with the
     * cases that are seen for it.
     *
     * @param list a short code that says what the list is
     * @param ids objects, already chosen for this reader by the query; this decides again and for good
     */
    public Sight toList(Actor reader, String list, List<UUID> ids) {
        return toList(reader, list, facts.ofAll(reader, ids), Set.of());
    }

    /**
     * The same, reading the rows along, for a list that puts these cases before the reader by number and step, whatever else of
     * them the reader sees: they stand in the entry. Such a list tells what is seen, not every reason: where the reader's
     * capacity is one, no other is looked for.
     */
    public Sight toList(Actor reader, String list, Listing listing, Collection<UUID> cases) {
        return toList(reader, list, facts.ofRows(reader, listing), cases);
    }

    private Sight toList(Actor reader, String list, List<Fact> found, Collection<UUID> cases) {
        Sight sight = Sight.of(reader, found, clock);
        Map<Why, Set<UUID>> seen = casesByReason(reader, found, sight);
        Set<UUID> onlyNamed = new HashSet<>(cases);
        seen.values().forEach(onlyNamed::removeAll);
        Entry read = Entry.by(ledgerActor(reader), reader.source())
                .did(Action.READ)
                .on("list", list)
                .forPurpose(reader.purpose());
        seen.forEach((why, shown) -> ledger.append(read.because(why.name()), shown));
        if (seen.isEmpty() || !onlyNamed.isEmpty()) {
            ledger.append(read, onlyNamed);
        }
        return sight;
    }

    /**
     * The cases of what is seen, each under one of its reasons: the reader's standing where that is one, for it explains the whole
     * list, and the strongest otherwise. Of what belongs to no case, the reason alone.
     */
    private static Map<Why, Set<UUID>> casesByReason(Actor reader, List<Fact> found, Sight sight) {
        Map<UUID, Why> reasons = new HashMap<>();
        Map<Why, Set<UUID>> cases = new EnumMap<>(Why.class);
        for (Fact fact : found) {
            List<Why> whys = sight.why(fact.id());
            if (whys.isEmpty()) {
                continue;
            }
            Why why = Standing.of(reader.capacity(), fact.type())
                    .filter(whys::contains)
                    .orElse(whys.get(0));
            fact.caseId()
                    .ifPresentOrElse(
                            id -> reasons.merge(id, why, BinaryOperator.minBy(Comparator.naturalOrder())),
                            () -> cases.computeIfAbsent(why, first -> new HashSet<>()));
        }
        reasons.forEach((id, why) ->
                cases.computeIfAbsent(why, first -> new HashSet<>()).add(id));
        return cases;
    }

    /**
     * Lets coordinator and DPO see that something was erased: number and certificate, no content.
     *
     * @throws Refusal not found, for anybody else or when it is not there
     */
    public void toReadShell(Actor reader, ObjectType type, UUID id) {
        Optional<Fact> shell = facts.of(reader, id).filter(fact -> fact.type() == type && !fact.elsewhere());
        if (shell.isEmpty() || !reader.isOneOf(Capacity.COORDINATOR, Capacity.DPO)) {
            throw denied(reader, type, id);
        }
        Why why = reader.capacity() == Capacity.COORDINATOR ? Why.COORDINATOR_OF_CELL : Why.DATA_PROTECTION;
        Entry read = entry(reader, Action.READ, type, id).because(why.name());
        ledger.append(shell.get().caseId().map(read::inCase).orElse(read));
    }

    /**
     * Lets an actor do something to an object. The entry of the act itself is appended by the act, after its change.
     *
     * @throws Refusal not found, when the actor does not see the object or it is not there; forbidden, when the act is not
     *     for their capacity; both are recorded; a conflict with every reason, when the object belongs to a case of a PIVC
     *     that is only read, because no permission holds; {@code transfer-offered}, when it would add to a case that waits
     *     for the answer of another cell; {@code case-frozen}, when it would tell something new in a case that is frozen
     */
    public Grant toAct(Actor actor, Act act, ObjectType type, UUID id) {
        Optional<Fact> found = facts.of(actor, id).filter(fact -> fact.type() == type);
        boolean reached = found.isPresent()
                && (act.reach() == Act.Reach.BY_CAPACITY
                        ? act.isFor(actor.capacity()) && !found.get().elsewhere()
                        : found.get().isSeenBy(actor));
        if (!reached) {
            throw denied(actor, type, id);
        }
        if (!act.isFor(actor.capacity())) {
            throw denials.notTheirs(actor, type.code(), id);
        }
        Optional<UUID> caseId = found.flatMap(Fact::caseId);
        readOnly.requireNone(actor, act, type, caseId);
        caseId.ifPresent(of -> requireGoesOn(actor, act, of));
        return Grant.toAct(actor, clock);
    }

    private void requireGoesOn(Actor actor, Act act, UUID caseId) {
        if (Hold.ON_OFFER.stops(act) && !onOffer.among(List.of(caseId)).isEmpty()) {
            throw Hold.ON_OFFER.refusal();
        }
        boolean canBeFrozen = actor.cellKind() == CellKind.PIVC;
        if (canBeFrozen
                && Hold.FROZEN.stops(act)
                && !frozen.among(List.of(caseId)).isEmpty()) {
            throw Hold.FROZEN.refusal();
        }
    }

    /** The same for an act that makes something new in the cell; {@code what} is a code for what it would make. */
    public Grant toAct(Actor actor, Act act, String what) {
        if (!act.isFor(actor.capacity())) {
            throw denials.notTheirs(actor, what, CurrentCell.require().value());
        }
        return Grant.toAct(actor, clock);
    }

    /**
     * The same for an act on one thing that is no object of access, such as a mandate; {@code what} is a code for its kind.
     *
     * @throws Refusal not found, when the act is not for their capacity: who may not act on such things is not told which
     *     there are; recorded
     */
    public Grant toAct(Actor actor, Act act, String what, UUID id) {
        if (!act.isFor(actor.capacity())) {
            throw denied(actor, what, id);
        }
        return Grant.toAct(actor, clock);
    }

    /**
     * Lets the program do its half, in the bound cell, of what somebody began in another cell: it seals and destroys there
     * and opens nothing. The entry of that half names the program and is linked to the entry of who began.
     */
    public Grant toCarryOver(Cell here) {
        return Grant.toAct(Actor.program(here), clock);
    }

    /** Lets the program itself destroy what outlived its term; nobody acts, and nothing opens. */
    public Grant toForget(Cell cell) {
        return Grant.toAct(Actor.program(cell), clock);
    }

    /**
     * Lets the program compare a text of the actor's with content, whether the actor sees that content or not. Nothing of
     * the content may be shown, only whether and where the actor's own text is like it; that it was asked stands in the
     * ledger, since who asks often could guess.
     *
     * @param id what the text is for
     * @param content the ids of what it is compared with
     */
    public Grant toCompare(Actor actor, ObjectType type, UUID id, UUID caseId, Collection<UUID> content) {
        ledger.append(entry(actor, Action.SEARCH, type, id).inCase(caseId).because("compared"));
        return Grant.toRead(actor, Set.copyOf(content), clock);
    }

    /** Records a denial of something that is not there or not visible, and gives the refusal to throw. */
    public Refusal denied(Actor actor, ObjectType type, UUID id) {
        return denied(actor, type.code(), id);
    }

    /** The same of what is no object of access, such as a mandate or a step of the flow; {@code what} is a code for its kind. */
    public Refusal denied(Actor actor, String what, UUID id) {
        return denials.unknown(actor, what, id);
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
}

package be.livc.access;

import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.ledger.Result;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who saw something, when and why: the log of a case, a thing or a partner, drawn together per person and reason. For the DPO. */
@Component
public class WhoSaw {

    /** Why a list or a search that put a case before somebody counts as seeing it. */
    public static final String IN_A_LIST = "in-list";

    private static final Set<Action> BY_ONESELF = Set.of(Action.READ, Action.PRINT, Action.EXPORT, Action.EMERGENCY);
    private static final Set<Action> BY_OTHERS = Set.of(Action.DISCLOSE, Action.DECIDE, Action.EXPORT);

    /**
     * What one person saw of one case, in one way and for one reason.
     *
     * @param mandate who; empty for the program itself
     * @param caseId in which case, where it belongs to one
     * @param action READ, PRINT, EXPORT or EMERGENCY by themselves; DISCLOSE where somebody told them
     * @param why the code of the reason
     * @param first when for the first time
     * @param last when for the last time
     * @param times how often
     */
    public record Sighting(
            Optional<UUID> mandate,
            Optional<UUID> caseId,
            Action action,
            Optional<String> why,
            Instant first,
            Instant last,
            long times) {

        private Sighting and(Sighting other) {
            return new Sighting(
                    mandate,
                    caseId,
                    action,
                    why,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    times + other.times);
        }
    }

    private record Key(Optional<UUID> mandate, Optional<UUID> caseId, Action action, Optional<String> why) {}

    private final LedgerReading reading;
    private final LedgerBook book;
    private final Ledger ledger;

    WhoSaw(LedgerReading reading, LedgerBook book, Ledger ledger) {
        this.reading = reading;
        this.book = book;
        this.ledger = ledger;
    }

    /**
     * Of a case: who opened it, to whom something of it was told, before whom a list put it; who saw it last comes first.
     *
     * @throws Refusal not found, for anybody but the DPO; asking is recorded
     */
    @Transactional
    public List<Sighting> ofCase(Actor reader, UUID caseId) {
        record(reader);
        List<Sighting> all = sightings(List.of(LedgerFilter.all().inCase(caseId)));
        for (LedgerEntryView view : book.listsThatShowed(caseId)) {
            view.entry()
                    .ifPresent(entry -> all.add(new Sighting(
                            entry.actor().mandate(),
                            Optional.of(caseId),
                            Action.READ,
                            Optional.of(IN_A_LIST),
                            view.time(),
                            view.time(),
                            1)));
        }
        return together(all, one -> true);
    }

    /** Of one thing, such as a disclosure, an item or a document; as {@link #ofCase}. */
    @Transactional
    public List<Sighting> of(Actor reader, String objectId) {
        record(reader);
        return together(sightings(List.of(LedgerFilter.all().on(objectId))), one -> true);
    }

    /**
     * What the people of one partner saw, case by case; as {@link #ofCase}.
     *
     * @param mandates of the partner's people, past ones too
     */
    @Transactional
    public List<Sighting> byPartner(Actor reader, UUID partner, Collection<UUID> mandates) {
        record(reader);
        List<LedgerFilter> filters = new ArrayList<>(List.of(LedgerFilter.all().byPartner(partner)));
        mandates.forEach(mandate -> filters.add(LedgerFilter.all().to(mandate)));
        return together(
                sightings(filters),
                one -> one.caseId().isPresent()
                        && one.mandate().filter(mandates::contains).isPresent());
    }

    private void record(Actor reader) {
        reading.requireAll(reader);
        ledger.append(Entry.by(Access.ledgerActor(reader), reader.source())
                .did(Action.READ)
                .on("ledger", CurrentCell.require().value())
                .forPurpose(reader.purpose()));
    }

    private List<Sighting> sightings(List<LedgerFilter> filters) {
        Map<Long, LedgerEntryView> entries = new LinkedHashMap<>();
        filters.forEach(filter -> book.each(filter, view -> entries.put(view.index(), view)));
        List<Sighting> found = new ArrayList<>();
        entries.values().forEach(view -> view.entry()
                .filter(entry -> entry.result() == Result.OK)
                .ifPresent(entry -> add(found, view.time(), entry)));
        return found;
    }

    private static void add(List<Sighting> found, Instant at, Entry entry) {
        if (BY_ONESELF.contains(entry.action())) {
            found.add(new Sighting(entry.actor().mandate(), entry.caseId(), entry.action(), entry.why(), at, at, 1));
        }
        if (BY_OTHERS.contains(entry.action())) {
            entry.recipients()
                    .forEach(mandate -> found.add(new Sighting(
                            Optional.of(mandate),
                            entry.caseId(),
                            Action.DISCLOSE,
                            Optional.of(Why.RECIPIENT.name()),
                            at,
                            at,
                            1)));
        }
    }

    private static List<Sighting> together(List<Sighting> all, Predicate<Sighting> wanted) {
        Map<Key, Sighting> byKey = new LinkedHashMap<>();
        all.stream()
                .filter(wanted)
                .forEach(one ->
                        byKey.merge(new Key(one.mandate(), one.caseId(), one.action(), one.why()), one, Sighting::and));
        return byKey.values().stream()
                .sorted(Comparator.comparing(Sighting::last).reversed())
                .toList();
    }
}

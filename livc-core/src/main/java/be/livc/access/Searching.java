package be.livc.access;

import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides who may look for people by name, and whom of those that a search came upon its reader sees; records that they did. */
@Component
public class Searching {

    /** How many of those whom a search came upon are judged at once; never asked for fewer. */
    private static final int FOUND_AT_ONCE = 64;

    private final AccessFacts facts;
    private final Denials denials;
    private final Ledger ledger;
    private final Clock clock;

    Searching(AccessFacts facts, Denials denials, Ledger ledger, Clock clock) {
        this.facts = facts;
        this.denials = denials;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Lets a reader search by name among whom they see, so that a search without rights answers like a search for nobody. What
     * was given to the reader is judged now; who sees all subjects by their capacity has those judged that the search comes
     * upon, by {@link #found}: they are few, and the cell may be large. Whom an embargo or another town hides from them is known
     * beforehand, so that the search comes upon none of those and their names do not steer it.
     *
     * @param purpose code of the purpose of the search
     * @throws Refusal not found, when the reader takes part in no consultation; recorded
     */
    public Grant toSearch(Actor reader, String purpose) {
        if (!reader.capacity().takesPart()) {
            throw denials.unknown(
                    reader, ObjectType.CASE.code(), CurrentCell.require().value());
        }
        Grant grant = WhoSees.seesAll(reader, ObjectType.SUBJECT)
                ? Grant.toSearchAllBut(reader, hiddenFrom(reader), clock)
                : Grant.toSearch(reader, seen(reader, facts.ofSubjectsGivenTo(reader)), clock);
        ledger.append(Entry.by(Access.ledgerActor(reader), reader.source())
                .did(Action.SEARCH)
                .on("cell", CurrentCell.require().value())
                .forPurpose(purpose));
        return grant;
    }

    private Set<UUID> hiddenFrom(Actor reader) {
        return facts.ofSubjectsHiddenFrom(reader).stream()
                .filter(fact -> !fact.isSeenBy(reader))
                .map(Fact::id)
                .collect(Collectors.toSet());
    }

    /**
     * Of those whom a search came upon, those whom its reader sees now. Asks the database for as many whoever they are, so that
     * the time this takes does not tell whether a name is there that the reader may not see.
     *
     * @param rows the ids of subjects
     * @throws IllegalStateException when the grant does not search now (see {@link Grant#checkSearches})
     */
    @Transactional(readOnly = true)
    public Set<UUID> found(Grant search, Collection<UUID> rows) {
        search.checkSearches(CurrentCell.require());
        return switch (search.reach()) {
            case WHO_IS_SEEN -> seen(search.reader(), facts.ofAll(search.reader(), filledUp(rows)));
            case ITS_ROWS -> rows.stream().filter(search::mayComeUpon).collect(Collectors.toSet());
            case EVERYBODY -> Set.copyOf(rows);
        };
    }

    private static Set<UUID> seen(Actor reader, Collection<Fact> found) {
        return found.stream()
                .filter(fact -> fact.type() == ObjectType.SUBJECT)
                .filter(fact -> fact.isSeenBy(reader))
                .map(Fact::id)
                .collect(Collectors.toSet());
    }

    /** With ids of nothing, up to a whole number of portions; one at least. */
    private static List<UUID> filledUp(Collection<UUID> rows) {
        List<UUID> ids = new ArrayList<>(rows);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (ids.isEmpty() || ids.size() % FOUND_AT_ONCE != 0) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return ids;
    }

    /**
     * Lets the program compare the names of the people of the bound cell with those of its subjects: it opens search records and
     * nothing else, on nobody's behalf (see {@link AlikeNames}).
     */
    public Grant toMatchNames(Cell here) {
        Actor program = Actor.program(here);
        ledger.append(Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                .did(Action.SEARCH)
                .on("cell", here.id().value())
                .forPurpose(program.purpose())
                .because("namesakes"));
        return Grant.toSearchAll(program, clock);
    }
}

package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what is done in a cell. The entries of a cell form one row without gaps, in the order of their commits.
 *
 * <p>An entry that cannot be written fails the act it belongs to: the exception leaves the transaction to be rolled
 * back, also when somebody catches it. One short lock per cell orders the appends, from the append until the end of
 * the transaction; cells never wait for each other. Append last, after the change.
 */
@Component
public class Ledger {

    /** How far the clock may be behind the last entry (a step of NTP, another node) before the append is refused. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final LedgerTable table;
    private final EntityManager changes;
    private final Clock clock;

    Ledger(LedgerTable table, EntityManager changes, Clock clock) {
        this.table = table;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Appends to the current cell's ledger in the transaction of the change that the entry records.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException where there is no transaction
     * @throws IllegalStateException where no cell is bound, or the transaction began for another cell
     * @throws Refusal with the code {@code ledger-busy} when others held the ledger for seconds, and
     *     {@code ledger-clock-behind} when the clock is more than two seconds behind the last entry
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt append(Entry entry) {
        return write(entry, Set.of());
    }

    /**
     * The same for a list that was put before somebody.
     *
     * @param shown the cases in it: kept beside the entry, not in its leaf, in the same row
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt append(Entry entry, Set<UUID> shown) {
        return write(entry, shown);
    }

    /**
     * Appends in a transaction of its own, which stands when the caller's is rolled back: for denials and failures.
     * Not after an {@link #append} in the same transaction: that one holds the ledger, and this one would wait for it
     * until it gives up with {@code ledger-busy}. Throws as {@link #append} does.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Receipt appendAlone(Entry entry) {
        return write(entry, Set.of());
    }

    /** The change goes to the database before the lock is taken: others wait shorter, and nobody waits crosswise. */
    private Receipt write(Entry entry, Set<UUID> shown) {
        CellId cell = CurrentCell.require();
        changes.flush();
        LedgerHead head = table.lock(cell);
        Instant time = timeAfter(head);
        Leaf leaf = Leaf.of(cell, head.next(), time, entry);
        byte[] hash = leaf.hash();
        table.insert(cell, head.next(), time, entry, leaf, hash, head.subtreesEndingWith(hash), shown);
        return new Receipt(cell, head.next(), time, Base64.getEncoder().encodeToString(hash));
    }

    private Instant timeAfter(LedgerHead head) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!now.isBefore(head.lastTime())) {
            return now;
        }
        if (Duration.between(now, head.lastTime()).compareTo(CLOCK_TOLERANCE) > 0) {
            throw Refusal.conflict("ledger-clock-behind");
        }
        return head.lastTime();
    }
}

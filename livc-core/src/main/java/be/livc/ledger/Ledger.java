package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what is done in a cell. The entries of a cell form one row without gaps, in the order of their commits.
 *
 * <p>An entry that cannot be written fails the act it belongs to: the exception leaves the transaction to be rolled
 * back, also when somebody catches it. One short lock per cell orders the appends, from the append until the end of
 * the transaction; cells never wait for each other. Append last, after the change.
 */
@Component
public class Ledger {

    private final LedgerTable table;
    private final EntityManager changes;
    private final Clock clock;
    private final TransactionTemplate ofTheCaller;
    private final TransactionTemplate ofItsOwn;

    Ledger(LedgerTable table, EntityManager changes, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.changes = changes;
        this.clock = clock;
        this.ofTheCaller = new TransactionTemplate(transactions);
        this.ofTheCaller.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Appends to the current cell's ledger in the transaction of the change that the entry records.
     *
     * @throws IllegalTransactionStateException where there is no transaction
     * @throws IllegalStateException where no cell is bound, or the transaction began for another cell
     * @throws Refusal changed meanwhile, when what this thread read of the case ({@link CaseAsRead}) is not the latest any more;
     *     with the code {@code ledger-busy} when others held the ledger for seconds, and
     *     {@code ledger-clock-behind} when the clock is more than five seconds behind the last entry; three of these may be spent waiting
     */
    public Receipt append(Entry entry) {
        return append(entry, Set.of());
    }

    /**
     * The same for a list that was put before somebody.
     *
     * @param shown the cases in it: kept beside the entry, not in its leaf, in the same row
     */
    public Receipt append(Entry entry, Set<UUID> shown) {
        return inTheCallers(() -> write(entry, shown));
    }

    /**
     * Appends in a transaction of its own, which stands when the caller's is rolled back: for sign-ins and failures.
     * Not after an {@link #append} in the same transaction: that one holds the ledger, and this one would wait for it
     * until it gives up with {@code ledger-busy}. Throws as {@link #append} does.
     */
    public Receipt appendAlone(Entry entry) {
        return Objects.requireNonNull(ofItsOwn.execute(status -> write(entry, Set.of())));
    }

    /**
     * Appends a denial, which stands when the caller's transaction is rolled back: at once as {@link #appendAlone} does or, where
     * the caller's transaction has appended and so holds the ledger, as soon as it has ended. What fails then can only be told in
     * the program's own log.
     */
    public void appendDenial(Entry denial) {
        CellId cell = CurrentCell.require();
        if (!isHeldFor(cell)) {
            appendAlone(denial);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                CurrentCell.run(cell, () -> appendAlone(denial));
            }
        });
    }

    /** Tells that the transaction that runs holds the ledger of this cell, until it ends. */
    private record Holding(CellId cell) implements TransactionSynchronization {}

    private static boolean isHeldFor(CellId cell) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().contains(new Holding(cell));
    }

    private static void hold(CellId cell) {
        if (!isHeldFor(cell)) {
            TransactionSynchronizationManager.registerSynchronization(new Holding(cell));
        }
    }

    /**
     * Appends several entries of one change, one after the other, in one call to the database.
     *
     * @return where they stand, in the same order; throws as {@link #append(Entry)} does
     */
    public List<Receipt> append(List<Entry> entries) {
        return inTheCallers(() -> write(entries));
    }

    private List<Receipt> write(List<Entry> entries) {
        CellId cell = CurrentCell.require();
        flush();
        requireUnchanged(cell, entries);
        if (entries.isEmpty()) {
            return List.of();
        }
        hold(cell);
        return table.append(cell, now(), entries);
    }

    /**
     * In the transaction of the caller, which is lost when the work fails. What a template for it promises, without its entering
     * and leaving a transaction that is there.
     */
    private <T> T inTheCallers(Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("an entry needs the transaction of its change");
        }
        try {
            return work.get();
        } catch (RuntimeException | Error failure) {
            ofTheCaller.executeWithoutResult(TransactionStatus::setRollbackOnly);
            throw failure;
        }
    }

    /** The change goes to the database before the lock is taken: others wait shorter, and nobody waits crosswise. */
    private Receipt write(Entry entry, Set<UUID> shown) {
        CellId cell = CurrentCell.require();
        flush();
        requireUnchanged(cell, List.of(entry));
        hold(cell);
        return table.append(cell, now(), entry, shown);
    }

    /** What another transaction changed since it was read here is found out now, before the entry. */
    private void flush() {
        try {
            changes.flush();
        } catch (OptimisticLockException stale) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Once per transaction, before its first entry of a change; when that is committed, what was read has served. */
    private void requireUnchanged(CellId cell, List<Entry> entries) {
        Optional<CaseAsRead> read = CaseAsRead.bound()
                .filter(one -> entries.stream().anyMatch(one::isChangedBy))
                .filter(one -> !TransactionSynchronizationManager.hasResource(CaseAsRead.class));
        if (read.isEmpty()) {
            return;
        }
        table.requireUnchanged(cell, read.get());
        TransactionSynchronizationManager.bindResource(CaseAsRead.class, read.get());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(CaseAsRead.class);
                if (status == STATUS_COMMITTED) {
                    CaseAsRead.unbind();
                }
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

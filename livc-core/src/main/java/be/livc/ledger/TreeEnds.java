package be.livc.ledger;

import be.livc.platform.CellId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers where each ledger ended when this node last appended to it. A guess, since other nodes append too: whoever uses
 * it has the database compare before anything is written.
 */
@Component
class TreeEnds {

    private final Map<CellId, TreeEnd> committed = new ConcurrentHashMap<>();

    /** Where the ledger ends as far as this transaction and this node know. */
    Optional<TreeEnd> of(CellId cell) {
        @Nullable Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        return Optional.ofNullable(pending == null ? committed.get(cell) : pending.end);
    }

    /** Where it ends once the present transaction has committed. */
    void keep(CellId cell, TreeEnd end) {
        @Nullable Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending(cell, end);
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.end = end;
    }

    /** The end that a transaction made: nobody else's business before its commit, and nothing after a rollback. */
    private final class Pending implements TransactionSynchronization {

        private final CellId cell;
        private TreeEnd end;

        Pending(CellId cell, TreeEnd end) {
            this.cell = cell;
            this.end = end;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TreeEnds.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TreeEnds.this, this);
        }

        @Override
        public void afterCommit() {
            committed.put(cell, end);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TreeEnds.this);
        }
    }
}

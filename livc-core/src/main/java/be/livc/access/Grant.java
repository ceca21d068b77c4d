package be.livc.access;

import be.livc.cell.Actor;
import be.livc.platform.CellId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The permission of one reader for one purpose, already in the ledger. Only this package makes one: {@link Access}, and
 * {@link Searching} for searches.
 *
 * <pre>
 *   transaction 1: decide, append, commit ──▶ grant opens its rows ──▶ 10 seconds later, or on another thread: no more
 * </pre>
 *
 * <p>A grant to read opens only after the transaction that recorded it has committed, so that no content leaves before its
 * entry is durable. A grant to act seals at once, inside the transaction that makes the change; it opens nothing.
 */
public final class Grant {

    /** How long a grant opens after its commit. */
    static final Duration LIFE = Duration.ofSeconds(10);

    private enum Kind {
        READ,
        SEARCH,
        ACT
    }

    /** Whom a search may come upon. */
    enum Reach {
        /** The rows of the grant, judged already. */
        ITS_ROWS,
        /** Whoever the reader sees: judged by {@link Searching#found} for those whom the search came upon. */
        WHO_IS_SEEN,
        /** Everybody, for the program itself. */
        EVERYBODY
    }

    private final Kind kind;
    private final Actor reader;
    private final Reach reach;

    /** What it is about; of a search for {@link Reach#WHO_IS_SEEN} those that were hidden when it was allowed. */
    private final Set<UUID> rows;

    private final Clock clock;
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Instant committedAt;

    private Grant(Kind kind, Actor reader, Reach reach, Set<UUID> rows, Clock clock) {
        this.kind = kind;
        this.reader = reader;
        this.reach = reach;
        this.rows = Set.copyOf(rows);
        this.clock = clock;
        if (kind != Kind.ACT) {
            armAfterCommit();
        }
    }

    static Grant toRead(Actor reader, Set<UUID> rows, Clock clock) {
        return new Grant(Kind.READ, reader, Reach.ITS_ROWS, rows, clock);
    }

    static Grant toSearch(Actor reader, Set<UUID> rows, Clock clock) {
        return new Grant(Kind.SEARCH, reader, Reach.ITS_ROWS, rows, clock);
    }

    /** Among all whom the reader sees by capacity; these are hidden from them. */
    static Grant toSearchAllBut(Actor reader, Set<UUID> hidden, Clock clock) {
        return new Grant(Kind.SEARCH, reader, Reach.WHO_IS_SEEN, hidden, clock);
    }

    static Grant toSearchAll(Actor program, Clock clock) {
        return new Grant(Kind.SEARCH, program, Reach.EVERYBODY, Set.of(), clock);
    }

    static Grant toAct(Actor actor, Clock clock) {
        return new Grant(Kind.ACT, actor, Reach.ITS_ROWS, Set.of(), clock);
    }

    private void armAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committedAt = clock.instant();
            }
        });
    }

    /** Who reads or acts. */
    Actor reader() {
        return reader;
    }

    Reach reach() {
        return reach;
    }

    /**
     * Whether a search under it may come upon this row, an object's id as access knows it: not yet that it is found, which
     * {@link Searching#found} says.
     */
    public boolean mayComeUpon(UUID row) {
        return switch (reach) {
            case ITS_ROWS -> rows.contains(row);
            case WHO_IS_SEEN -> !rows.contains(row);
            case EVERYBODY -> true;
        };
    }

    /**
     * Passes when content of this row may be opened now.
     *
     * @throws IllegalStateException when the grant is not one to read, does not cover the row, belongs to another cell or
     *     thread, is not yet committed, or is older than ten seconds: a fault in the program, never an answer to a person
     */
    public void checkOpens(CellId cell, UUID row) {
        checkLives(Kind.READ, cell);
        if (!rows.contains(row)) {
            throw new IllegalStateException("the grant does not cover this row");
        }
    }

    /** The same for several rows, with one look at cell and time. */
    public void checkOpensAll(CellId cell, Collection<UUID> several) {
        checkLives(Kind.READ, cell);
        if (!rows.containsAll(several)) {
            throw new IllegalStateException("the grant does not cover one of these rows");
        }
    }

    /** Passes when the search records of this cell may be opened into an index now; throws as {@link #checkOpens}. */
    public void checkSearches(CellId cell) {
        checkLives(Kind.SEARCH, cell);
    }

    /** Passes when content of this cell may be sealed now; throws as {@link #checkOpens}. */
    public void checkSeals(CellId cell) {
        if (kind != Kind.ACT || !reader.cell().equals(cell) || Thread.currentThread() != thread) {
            throw new IllegalStateException("the grant does not allow to seal here");
        }
    }

    private void checkLives(Kind needed, CellId cell) {
        Instant committed = committedAt;
        if (kind != needed || !reader.cell().equals(cell) || Thread.currentThread() != thread) {
            throw new IllegalStateException("the grant does not allow this here");
        }
        if (committed == null) {
            throw new IllegalStateException("the grant opens only after its ledger entry is committed");
        }
        if (clock.instant().isAfter(committed.plus(LIFE))) {
            throw new IllegalStateException("the grant has expired");
        }
    }
}

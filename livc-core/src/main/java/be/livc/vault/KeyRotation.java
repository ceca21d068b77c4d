package be.livc.vault;

import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.EveryCell;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renews master and cell keys while everybody works, and destroys the old ones. Touches keys, never content.
 *
 * <pre>
 *   cell key v:    wraps ──▶ v+1 wraps; case and ledger keys are wrapped anew, batch by batch ──▶ v retires ──▶ destroyed
 *   master key m:  wraps ──▶ m+1 wraps; the newest key of each cell is wrapped anew ───────────▶ m retires ──▶ destroyed
 *                                                                 nothing living under it ────┘   + horizon ──┘
 * </pre>
 *
 * <p>Each step is one transaction, and what is still to be done is read from the tables: killed anywhere, it goes on from
 * there at the next call, on whichever node. Cell keys come first, so that one that is replaced stays under the master key of
 * its time and ends with it: that is what lets a certificate name the day from which no backup opens an erased case.
 */
@Component
class KeyRotation implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final String PURPOSE = "key-rotation";
    private static final String CELL_KEY = "cell-key";
    private static final String MASTER_KEY = "master-key";
    private static final String ALONE_IN_CELL =
            "select pg_advisory_xact_lock(hashtextextended('livc cell key ' || ?, 0))";

    private static final String LIVING = "select exists"
            + " (select 1 from cell_key where cell_id = ? and master_key_id = ? and retired_at is null)";
    private static final String ANYTHING = "select exists"
            + " (select 1 from cell_key where cell_id = ? and master_key_id = ? and destroyed_at is null)";

    /** Who asked for it, for the ledger. */
    record Asker(LedgerActor who, RequestSource source) {

        static final Asker PROGRAM = new Asker(LedgerActor.PROGRAM, RequestSource.PROGRAM);

        Entry entry(String type, String id, String what) {
            return Entry.by(who, source)
                    .did(Action.CONFIGURE)
                    .on(type, id)
                    .forPurpose(PURPOSE)
                    .because(what);
        }
    }

    /** When a key is renewed. */
    enum When {
        NEVER,
        DUE,
        NOW;

        boolean isNow(boolean due) {
            return this == NOW || this == DUE && due;
        }
    }

    private final MasterKeys masterKeys;
    private final MasterKeyBook book;
    private final CellKeys cellKeys;
    private final CaseKeys caseKeys;
    private final LedgerKeys ledgerKeys;
    private final KeyCalendar calendar;
    private final Cells cells;
    private final EveryCell everyCell;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate step;
    private final int batch;

    KeyRotation(
            MasterKeys masterKeys,
            MasterKeyBook book,
            CellKeys cellKeys,
            CaseKeys caseKeys,
            LedgerKeys ledgerKeys,
            KeyCalendar calendar,
            Cells cells,
            EveryCell everyCell,
            Ledger ledger,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            @Value("${livc.keys.batch:500}") int batch) {
        this.masterKeys = masterKeys;
        this.book = book;
        this.cellKeys = cellKeys;
        this.caseKeys = caseKeys;
        this.ledgerKeys = ledgerKeys;
        this.calendar = calendar;
        this.cells = cells;
        this.everyCell = everyCell;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.step = new TransactionTemplate(transactions);
        this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.batch = batch;
    }

    /** A master key that a crash kept from the database, or that is newer than a database that was put back, is made known. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            renewMasterKey(Asker.PROGRAM, When.NEVER);
        } catch (Refusal notNow) {
            LOG.warn("A master key is not known to the database yet; it is tried again: {}", notNow.code());
        }
    }

    /** Renews what is due, and goes on with what was begun until nothing is left to do now. */
    void goOn() {
        everyCell.inTurn(() -> renewCellKey(Asker.PROGRAM, When.DUE), KeyRotation::failed);
        everyCell.inTurn(this::wrapAnewAndRetire, KeyRotation::failed);
        renewMasterKey(Asker.PROGRAM, When.DUE);
        everyCell.inTurn(this::wrapUnderMasterKey, KeyRotation::failed);
        retireMasterKeys();
        everyCell.inTurn(this::destroyCellKeys, KeyRotation::failed);
        destroyMasterKeys();
    }

    private static void failed(CellId cell, RuntimeException failure) {
        LOG.error("The keys of cell {} could not be renewed: {}", cell, failure.toString());
    }

    /** Gives the bound cell a new key, at once or when its time has come. */
    void renewCellKey(Asker asker, When when) {
        CellId cell = CurrentCell.require();
        step.executeWithoutResult(tx -> {
            jdbc.query(ALONE_IN_CELL, row -> {}, cell.toString());
            Instant made = Objects.requireNonNull(jdbc.queryForObject(
                            "select max(created_at) from cell_key where cell_id = ?", Timestamp.class, cell.value()))
                    .toInstant();
            if (when.isNow(calendar.isCellKeyDue(made))) {
                int version = cellKeys.renew(cell);
                ledger.append(asker.entry(CELL_KEY, Integer.toString(version), "renewed"));
            }
        });
    }

    /** What the older keys of the bound cell wrap, comes under the newest; then they retire. */
    private void wrapAnewAndRetire() {
        CellId cell = CurrentCell.require();
        if (!hasOlderKeys(cell)) {
            return;
        }
        step.executeWithoutResult(tx -> ledgerKeys.wrapAnew(cell));
        Optional<UUID> last = Optional.empty();
        do {
            Optional<UUID> after = last;
            last = Objects.requireNonNull(step.execute(tx -> caseKeys.wrapAnew(cell, after, batch)));
        } while (last.isPresent());
        step.executeWithoutResult(tx -> cellKeys.retireOlder(cell));
    }

    private boolean hasOlderKeys(CellId cell) {
        return Boolean.TRUE.equals(step.execute(tx ->
                isSo("select count(*) > 1 from cell_key where cell_id = ? and retired_at is null", cell.value())));
    }

    private boolean isSo(String question, Object... about) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, about));
    }

    /** Makes a new master key, at once or when its time has come; or makes known one that is not known yet. */
    void renewMasterKey(Asker asker, When when) {
        inRecordingCell(() -> alone(() -> {
            masterKeys.dropExpired();
            Optional<Instant> since = book.firstUse(masterKeys.current());
            if (since.isEmpty()) {
                makeKnown(asker, masterKeys.current());
            } else if (when.isNow(calendar.isMasterKeyDue(since.get()))) {
                makeKnown(asker, masterKeys.renew(book.everUsed()));
            }
        }));
    }

    /** One step, while no other node changes the master keys. */
    private void alone(Runnable work) {
        step.executeWithoutResult(tx -> {
            book.changeAlone();
            work.run();
        });
    }

    private void makeKnown(Asker asker, String name) {
        book.use(name);
        record(asker.entry(MASTER_KEY, name, "renewed"));
    }

    private void wrapUnderMasterKey() {
        CellId cell = CurrentCell.require();
        step.executeWithoutResult(tx -> cellKeys.wrapAnew(cell));
    }

    /** The lock keeps new cells from being founded under a key while the cells are asked, one by one. */
    private void retireMasterKeys() {
        alone(() -> book.olderThan(masterKeys.current()).stream()
                .filter(name -> !wraps(name, LIVING))
                .forEach(book::retire));
    }

    /** Asks the cells one by one, since no transaction sees the rows of two. */
    private boolean wraps(String name, String question) {
        return cells.all().stream()
                .map(Cell::id)
                .anyMatch(cell -> CurrentCell.in(
                        cell, () -> Boolean.TRUE.equals(step.execute(tx -> isSo(question, cell.value(), name)))));
    }

    private void destroyCellKeys() {
        CellId cell = CurrentCell.require();
        step.executeWithoutResult(tx -> {
            for (int version : cellKeys.destroyRetired(cell, calendar.horizonAgo())) {
                ledger.append(Asker.PROGRAM.entry(CELL_KEY, Integer.toString(version), "destroyed"));
            }
        });
    }

    /**
     * First the key, then the word that it is destroyed: killed in between, the next call says it. A keyset that still has one
     * that was destroyed, such as an old copy, loses it again.
     */
    private void destroyMasterKeys() {
        inRecordingCell(() -> alone(() -> {
            for (String name : book.retiredBy(calendar.horizonAgo())) {
                if (!wraps(name, ANYTHING) && masterKeys.destroy(name)) {
                    book.markDestroyed(name);
                    record(Asker.PROGRAM.entry(MASTER_KEY, name, "destroyed"));
                }
            }
            book.destroyed().forEach(masterKeys::destroy);
        }));
    }

    /** Master keys belong to all cells: what is done with them stands in the ledger of the desk, or of the first cell. */
    private void inRecordingCell(Runnable work) {
        List<Cell> all = cells.all();
        Optional<CellId> recording = all.stream()
                .filter(cell -> cell.kind() == CellKind.DESK)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Cell::id);
        if (recording.isPresent()) {
            CurrentCell.run(recording.get(), work);
        } else {
            work.run();
        }
    }

    /** Before the first cell is founded there is no ledger, and nothing under the key. */
    private void record(Entry entry) {
        if (CurrentCell.get().isPresent()) {
            ledger.append(entry);
        }
    }
}

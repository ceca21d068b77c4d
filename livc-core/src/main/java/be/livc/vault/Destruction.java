package be.livc.vault;

import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.platform.Bell;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of a record's key, and that it stays so.
 *
 * <pre>
 *   delete key, note it ──▶ commit ──▶ tombstone on the disk ──▶ answer
 *                              │ └─ crash here: the next start completes the tombstone from the note
 *                              └─ every other node hears of it and lets the key go from its memory
 *   an older database put back ──▶ the next start deletes again every key that has a tombstone
 * </pre>
 *
 * <p>The start does this before the first request: after all parts are made, before any listens or runs a job.
 */
@Component
class Destruction implements SmartInitializingSingleton {

    private final CaseKeys caseKeys;
    private final SearchIndexes searchIndexes;
    private final Tombstones tombstones;
    private final Cells cells;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Destruction(
            CaseKeys caseKeys,
            SearchIndexes searchIndexes,
            Tombstones tombstones,
            Cells cells,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Bell bell,
            Clock clock) {
        this.caseKeys = caseKeys;
        this.searchIndexes = searchIndexes;
        this.tombstones = tombstones;
        this.cells = cells;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        bell.hearErased(this::heard, this::mayHaveMissed);
    }

    /** What was destroyed while this node could not hear is not known: keys and names are read again. */
    private void mayHaveMissed() {
        caseKeys.dropAll();
        searchIndexes.dropAll();
    }

    /** Another node destroyed it; its tombstone is that node's to write, or this one's at its next start. */
    private void heard(CellId cell, UUID record) {
        RecordId id = new RecordId(cell, record);
        tombstones.heard(id);
        caseKeys.drop(id);
        searchIndexes.forget(id);
    }

    /** In the running transaction; what lies outside the database follows its commit. */
    void destroy(RecordId id) {
        if (!caseKeys.knows(id)) {
            throw new IllegalStateException("a record without a key cannot lose it");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        caseKeys.delete(id, now);
        caseKeys.drop(id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bury(id, now);
            }
        });
    }

    private void bury(RecordId id, Instant at) {
        try {
            tombstones.add(id, at);
        } finally {
            caseKeys.drop(id);
            searchIndexes.forget(id);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<CellId, List<Tombstones.Tombstone>> byCell = new HashMap<>();
        for (Tombstones.Tombstone one : tombstones.atStart()) {
            byCell.computeIfAbsent(one.record().cell(), cell -> new ArrayList<>())
                    .add(one);
        }
        for (Cell cell : cells.all()) {
            List<Tombstones.Tombstone> known = byCell.getOrDefault(cell.id(), List.of());
            CurrentCell.run(cell.id(), () -> replay(cell.id(), known));
        }
    }

    private void replay(CellId cell, List<Tombstones.Tombstone> known) {
        List<Tombstones.Tombstone> noted = Objects.requireNonNull(transactions.execute(status -> {
            known.forEach(one -> caseKeys.delete(one.record(), one.at()));
            return notedIn(cell);
        }));
        noted.forEach(one -> bury(one.record(), one.at()));
    }

    private List<Tombstones.Tombstone> notedIn(CellId cell) {
        return jdbc.query(
                "select record_id, at from destroyed_key where cell_id = ?",
                (row, n) -> new Tombstones.Tombstone(
                        new RecordId(cell, row.getObject("record_id", UUID.class)),
                        row.getTimestamp("at").toInstant()),
                cell.value());
    }
}

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
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people read the log: the DPO all of it, everyone else their own acts. Reading it stands in it, too. */
@Component
public class LedgerReading {

    private final LedgerBook book;
    private final Ledger ledger;
    private final TransactionTemplate transactions;

    LedgerReading(LedgerBook book, Ledger ledger, TransactionTemplate transactions) {
        this.book = book;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Whether this reader may see the acts of others and take the export. */
    public boolean seesAll(Actor reader) {
        return Act.READ_LEDGER.isFor(reader.capacity());
    }

    /** One page of entries; for whoever may not see all, of their own acts whatever the filter asks. */
    public Page<LedgerEntryView> entries(Actor reader, LedgerFilter filter, int limit) {
        LedgerFilter allowed =
                seesAll(reader) ? filter : filter.by(reader.user().value());
        record(reader, Action.READ);
        return book.entries(allowed, limit);
    }

    /**
     * Writes the export of the whole ledger as a zip.
     *
     * @throws Refusal not found, for anybody but the DPO; recorded
     */
    public void export(Actor reader, OutputStream out) {
        requireAll(reader);
        record(reader, Action.EXPORT);
        book.export(out);
    }

    /** Passes for who may see all; the refusal looks like absence and is recorded. */
    public void requireAll(Actor reader) {
        if (!seesAll(reader)) {
            ledger.appendAlone(Entry.by(Access.ledgerActor(reader), reader.source())
                    .did(Action.DENY)
                    .on("ledger", CurrentCell.require().value())
                    .forPurpose(reader.purpose())
                    .ended(Result.DENIED));
            throw Refusal.notFound();
        }
    }

    private void record(Actor reader, Action action) {
        transactions.executeWithoutResult(tx -> ledger.append(Entry.by(Access.ledgerActor(reader), reader.source())
                .did(action)
                .on("ledger", CurrentCell.require().value())
                .forPurpose(reader.purpose())));
    }
}

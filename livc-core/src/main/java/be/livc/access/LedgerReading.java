package be.livc.access;

import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.DayOfActivity;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.CurrentCell;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people read the log: the DPO all of it, everyone else their own acts. Reading it stands in it, too. */
@Component
public class LedgerReading {

    /** How many entries leave at once as a list; more than a year of a busy cell. */
    public static final int MOST_TAKEN = 100_000;

    private final LedgerBook book;
    private final Ledger ledger;
    private final Denials denials;
    private final TransactionTemplate transactions;

    LedgerReading(LedgerBook book, Ledger ledger, Denials denials, TransactionTemplate transactions) {
        this.book = book;
        this.ledger = ledger;
        this.denials = denials;
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

    /** How much was done on each day, of what {@link #entries} would show; read with the page, under its entry. */
    public List<DayOfActivity> activity(Actor reader, LedgerFilter filter) {
        return book.activity(seesAll(reader) ? filter : filter.by(reader.user().value()));
    }

    /**
     * Hands every entry that the filter lets through to the taker, at most {@link #MOST_TAKEN}, under one entry.
     *
     * @return whether those were all
     */
    public boolean take(Actor reader, LedgerFilter filter, Consumer<LedgerEntryView> taker) {
        LedgerFilter allowed =
                seesAll(reader) ? filter : filter.by(reader.user().value());
        record(reader, Action.EXPORT);
        Page<LedgerEntryView> page = book.entries(allowed, Page.MOST);
        int taken = 0;
        while (true) {
            page.items().forEach(taker);
            taken += page.items().size();
            if (page.next().isEmpty() || taken >= MOST_TAKEN) {
                return page.next().isEmpty();
            }
            page = book.entries(allowed.after(page.next().get()), Page.MOST);
        }
    }

    /**
     * The receipt of one entry: for who did it, whom it was disclosed to, and who may see all.
     *
     * @throws Refusal not found, for anybody else or where it is not there; recorded
     */
    public String receipt(Actor reader, long index) {
        boolean own = book.entry(index)
                .flatMap(LedgerEntryView::entry)
                .filter(entry -> entry.actor().user().equals(reader.user().value())
                        || entry.recipients().contains(reader.mandate().value()))
                .isPresent();
        if (!own) {
            requireAll(reader);
        }
        transactions.executeWithoutResult(tx -> ledger.append(Entry.by(Access.ledgerActor(reader), reader.source())
                .did(Action.EXPORT)
                .on("receipt", Long.toString(index))
                .forPurpose(reader.purpose())));
        return book.receipt(index).orElseThrow(Refusal::notFound);
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
            throw denials.unknown(reader, "ledger", CurrentCell.require().value());
        }
    }

    private void record(Actor reader, Action action) {
        transactions.executeWithoutResult(tx -> ledger.append(Entry.by(Access.ledgerActor(reader), reader.source())
                .did(action)
                .on("ledger", CurrentCell.require().value())
                .forPurpose(reader.purpose())));
    }
}

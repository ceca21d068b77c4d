package be.livc.vault;

import be.livc.access.Access;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.Result;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records that somebody met a value that does not open, so that the DPO learns of it and the reader has a number to name. */
@Component
public class BrokenSeals {

    private final Ledger ledger;

    BrokenSeals(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Appends it to the ledger of the reader's cell, in a transaction of its own: which value of which record failed, by ids.
     *
     * @return where it stands in the ledger
     */
    public long record(Actor reader, SealBroken broken) {
        UUID where = broken.place().map(Place::row).orElse(reader.cell().value());
        Entry entry = Entry.by(Access.ledgerActor(reader), reader.source())
                .did(Action.READ)
                .on("sealed-value", where)
                .forPurpose(reader.purpose())
                .ended(Result.FAILED)
                .because("seal-broken");
        return ledger.appendAlone(broken.place()
                        .map(place -> entry.inCase(place.record()))
                        .orElse(entry))
                .index();
    }
}

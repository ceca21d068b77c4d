package be.livc.access;

import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.Result;
import be.livc.platform.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records that somebody was kept from something, once for each time, in the ledger of the cell that they work in. */
@Component
public class Denials {

    private final Ledger ledger;

    Denials(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Records a denial of something that is not there or not visible, and gives the refusal to throw. */
    Refusal unknown(Actor actor, String what, UUID id) {
        append(actor, what, id.toString());
        return Refusal.notFound().recorded();
    }

    /** Records a denial of an act that is not for the actor's capacity, and gives the refusal to throw. */
    Refusal notTheirs(Actor actor, String what, UUID id) {
        append(actor, what, id.toString());
        return Refusal.forbidden().recorded();
    }

    /**
     * Records a denial that leaves the program and that nobody recorded yet, such as that of a form which is not for the
     * actor's capacity: without it a rule that only a screen knows would refuse in silence.
     *
     * @param route a code for the address that was asked for, without the ids that stood in it
     */
    public void atTheDoor(Actor actor, Refusal refusal, String route) {
        if (refusal.isDenial() && !refusal.isRecorded()) {
            append(actor, "route", route);
        }
    }

    /** Records that somebody knocked where there is no door for their capacity, and gives the refusal to throw. */
    public Refusal noDoor(Actor actor, String route) {
        append(actor, "route", route);
        return Refusal.notFound().recorded();
    }

    private void append(Actor actor, String what, String id) {
        ledger.appendDenial(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Action.DENY)
                .on(what, id)
                .forPurpose(actor.purpose())
                .ended(Result.DENIED));
    }
}

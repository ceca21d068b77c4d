package be.livc.oversight;

import be.livc.access.Access;
import be.livc.access.EmergencyAccess;
import be.livc.access.LedgerReading;
import be.livc.cell.Actor;
import be.livc.cell.EveryCell;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerHealth;
import be.livc.ledger.Witnesses;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has every ledger checked, signed, witnessed and looked through on a schedule, and tells the DPO what came of it. */
@Component
public class LedgerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);

    private final EveryCell everyCell;
    private final Witnesses witnesses;
    private final LedgerBook book;
    private final LedgerReading reading;
    private final Ledger ledger;
    private final UnusualAccess unusual;
    private final EmergencyAccess emergencies;

    LedgerWatch(
            EveryCell everyCell,
            Witnesses witnesses,
            LedgerBook book,
            LedgerReading reading,
            Ledger ledger,
            UnusualAccess unusual,
            EmergencyAccess emergencies) {
        this.everyCell = everyCell;
        this.witnesses = witnesses;
        this.book = book;
        this.reading = reading;
        this.ledger = ledger;
        this.unusual = unusual;
        this.emergencies = emergencies;
    }

    /** Every ledger in turn. */
    @Scheduled(
            initialDelayString = "${livc.ledger.checkpoint-every:PT15M}",
            fixedDelayString = "${livc.ledger.checkpoint-every:PT15M}")
    void checkAll() {
        everyCell.inTurn(
                this::checkOne,
                (cell, failure) -> LOG.error("the ledger of cell {} could not be checked", cell, failure));
    }

    private void checkOne() {
        LedgerHealth health = witnesses.check();
        unusual.scan();
        if (health.isAlarming()) {
            LOG.error("the ledger of cell {} needs the DPO's attention", CurrentCell.require());
        }
    }

    /** Emergency access ends within a minute of its term. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void endEmergencies() {
        everyCell.inTurn(
                emergencies::endExpired,
                (cell, failure) -> LOG.error("emergency access in cell {} could not be ended", cell, failure));
    }

    /** What the last check found; for who may see the whole ledger. */
    public LedgerHealth health(Actor reader) {
        reading.requireAll(reader);
        return witnesses.health();
    }

    /** Checks now. */
    public LedgerHealth check(Actor reader) {
        reading.requireAll(reader);
        return witnesses.check();
    }

    /**
     * Adds a witness; an entry.
     *
     * @throws Refusal on {@code vkey} or {@code url}; not found for anybody but the DPO
     */
    @Transactional
    public void addWitness(Actor actor, String vkey, String url, boolean independent) {
        reading.requireAll(actor);
        String name = witnesses.add(vkey, url, independent);
        record(actor, name, "added");
    }

    /** Asks a witness no more; an entry. */
    @Transactional
    public void endWitness(Actor actor, String name) {
        reading.requireAll(actor);
        witnesses.end(name);
        record(actor, name, "ended");
    }

    /** Gives the ledger a new key; an entry. Gives the new verifier key, which witnesses and outsiders must be told. */
    public String changeKey(Actor actor) {
        reading.requireAll(actor);
        return book.changeKey(Access.ledgerActor(actor), actor.source(), actor.purpose());
    }

    /** A name may hold what a code may not; its hash stands for it. */
    private void record(Actor actor, String name, String what) {
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Action.CONFIGURE)
                .on("witness", name.matches("[A-Za-z0-9_.-]{1,60}") ? name : Integer.toHexString(name.hashCode()))
                .forPurpose(actor.purpose())
                .because(what));
    }
}

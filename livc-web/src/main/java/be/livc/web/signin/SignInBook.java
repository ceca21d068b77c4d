package be.livc.web.signin;

import be.livc.access.Access;
import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.UserId;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.ledger.Result;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.RequestSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down who came in, went out, and was turned away: in the ledger of the cell that it concerns, and in the desk's where
 * none is known yet.
 */
@Component
class SignInBook {

    private static final Logger LOG = LoggerFactory.getLogger(SignInBook.class);
    private static final String PURPOSE = "sign-in";
    private static final String ACCOUNT = "account";

    private final Ledger ledger;
    private final Cells cells;
    private final DoorKey key;

    SignInBook(Ledger ledger, Cells cells, DoorKey key) {
        this.ledger = ledger;
        this.cells = cells;
        this.key = key;
    }

    /** Somebody begins to work in a cell, in a browser. */
    void cameIn(Actor actor, SignedInBy by) {
        Entry entry = by(actor, Action.LOGIN);
        append(
                actor.cell(),
                switch (by) {
                    case PASSWORD -> entry.because("session");
                    case CODE -> entry.because("session-by-code");
                    case PAPER_CODE -> entry.because("session-by-paper-code");
                    case PASSKEY -> entry.because("session-by-passkey");
                });
    }

    /** Somebody begins to work in a cell, with another program. */
    void tookToken(Actor actor, SignedInBy by) {
        append(
                actor.cell(),
                by(actor, Action.LOGIN).because(by == SignedInBy.PASSWORD ? "api-token" : "api-token-by-code"));
    }

    /** Somebody ends their work in a cell; {@code by} is a code for session or token. */
    void wentOut(Actor actor, String by) {
        append(actor.cell(), by(actor, Action.LOGOUT).because(by));
    }

    /** Somebody took another password; in the transaction in which they do. */
    void choseAnotherPassword(Actor actor) {
        ledger.append(by(actor, Action.CONFIGURE).because("password-changed"));
    }

    /** Somebody set what is asked after their password; in the transaction in which they do. */
    void setSecondFactor(Actor actor) {
        ledger.append(by(actor, Action.CONFIGURE).because("second-factor-set"));
    }

    /** Somebody made new codes on paper; in the transaction in which they do. */
    void renewedRecoveryCodes(Actor actor) {
        ledger.append(by(actor, Action.CONFIGURE).because("recovery-codes-renewed"));
    }

    /** Somebody made a passkey for themself; in the transaction in which they do. */
    void addedPasskey(Actor actor) {
        ledger.append(by(actor, Action.CONFIGURE).because("passkey-added"));
    }

    /** Somebody removed a passkey of theirs; in the transaction in which they do. */
    void removedPasskey(Actor actor) {
        ledger.append(by(actor, Action.CONFIGURE).because("passkey-removed"));
    }

    private static Entry by(Actor actor, Action action) {
        return Entry.by(Access.ledgerActor(actor), actor.source())
                .did(action)
                .on(ACCOUNT, actor.user().value())
                .forPurpose(PURPOSE);
    }

    /** Somebody whose mandate ended meanwhile asks for something. */
    void mandateEnded(UserId user, CellId cell, RequestSource source) {
        append(
                cell,
                Entry.by(LedgerActor.of(user.value(), "without-mandate"), source)
                        .did(Action.DENY)
                        .on(ACCOUNT, user.value())
                        .forPurpose(PURPOSE)
                        .ended(Result.DENIED)
                        .because("mandate-ended"));
    }

    /**
     * A sign-in that failed. Only a keyed hash of the name that was typed is kept: it may have been a password.
     *
     * @param cell the cell it concerns, where that is known
     */
    void turnedAway(Optional<Account> account, String username, Optional<CellId> cell, RequestSource source) {
        String about = account.map(known -> known.id().toString()).orElseGet(() -> key.of("name", username));
        turnedAway(about, "bad-credentials", cell, source);
    }

    /** Somebody gave the right password of an account, and after it a code that its device does not make. */
    void wrongCode(Account account, Optional<CellId> cell, RequestSource source) {
        turnedAway(account.id().toString(), "wrong-code", cell, source);
    }

    /**
     * A sign-in with a passkey that failed.
     *
     * @param account whose passkey it is, where it is known
     * @param credential what the passkey called itself; only a keyed hash of it is kept
     * @param cell the cell it concerns, where that is known
     */
    void refusedPasskey(Optional<Account> account, String credential, Optional<CellId> cell, RequestSource source) {
        String about = account.map(known -> known.id().toString()).orElseGet(() -> key.of("passkey", credential));
        turnedAway(about, "passkey-refused", cell, source);
    }

    private void turnedAway(String about, String why, Optional<CellId> cell, RequestSource source) {
        Entry entry = Entry.by(LedgerActor.UNKNOWN, source)
                .did(Action.LOGIN)
                .on(ACCOUNT, about)
                .forPurpose(PURPOSE)
                .ended(Result.DENIED)
                .because(why);
        Optional<CellId> ledgerOf = cell.or(this::desk);
        if (ledgerOf.isPresent()) {
            append(ledgerOf.get(), entry);
        } else {
            LOG.warn("a failed sign-in is in no ledger: there is no desk yet");
        }
    }

    private Optional<CellId> desk() {
        return cells.all().stream()
                .filter(cell -> cell.kind() == CellKind.DESK)
                .map(Cell::id)
                .findFirst();
    }

    private void append(CellId cell, Entry entry) {
        CurrentCell.run(cell, () -> ledger.appendAlone(entry));
    }
}

package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.Passkey;
import be.livc.cell.Passkeys;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The passkeys of the one who asks: adds and removes them, each time with their password. */
@Component
class OwnPasskeys {

    private final Passkeys passkeys;
    private final SecondStep step;
    private final OwnPassword own;
    private final OpenSessions open;
    private final SignInBook book;
    private final TransactionTemplate transactions;

    OwnPasskeys(
            Passkeys passkeys,
            SecondStep step,
            OwnPassword own,
            OpenSessions open,
            SignInBook book,
            TransactionTemplate transactions) {
        this.passkeys = passkeys;
        this.step = step;
        this.own = own;
        this.open = open;
        this.book = book;
        this.transactions = transactions;
    }

    /** Those they have, oldest first. */
    List<Passkey> of(Actor actor) {
        return passkeys.of(actor.user());
    }

    /**
     * Passes when they may make one of this name, before their device is asked to.
     *
     * @throws Refusal on the field that is wrong; too many, as {@link OwnPassword#require} does
     */
    void requireNew(Actor actor, Account account, PasskeyForm form) {
        passkeys.requireNew(actor.user(), form.name());
        own.require(actor, account, form.current());
    }

    /**
     * Adds what their device made; they are out everywhere else.
     *
     * @param session the id of the session that goes on
     * @return the codes on paper, which are never shown again; none where they had some before
     * @throws Refusal as {@link Passkeys#add} does
     */
    List<String> add(Actor actor, Account account, String name, PasskeyProof.Made made, String session) {
        return transactions.execute(tx -> {
            passkeys.add(actor.user(), name, made.credential(), made.attested(), made.uses(), made.backupEligible());
            open.endOthers(actor.user(), session);
            book.addedPasskey(actor);
            return step.beginOnPaper(account);
        });
    }

    /**
     * Removes one; they are out everywhere else. Without the last one, and without a device that makes codes, the password alone is
     * enough again.
     *
     * @param session the id of the session that goes on
     * @throws Refusal when they have no such; on the field that is wrong; too many, as {@link OwnPassword#require} does
     */
    void remove(Actor actor, Account account, UUID id, CurrentPasswordForm form, String session) {
        own.require(actor, account, form.current());
        transactions.executeWithoutResult(tx -> {
            passkeys.remove(actor.user(), id);
            step.endWithoutMeans(account);
            open.endOthers(actor.user(), session);
            book.removedPasskey(actor);
        });
    }
}

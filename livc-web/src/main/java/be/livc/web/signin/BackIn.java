package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import be.livc.setup.Readmissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets somebody back in who forgot their password or lost their device, on behalf of the administrator of their cell. */
@Component
class BackIn {

    private final Readmissions readmissions;
    private final Passwords passwords;
    private final OpenSessions open;
    private final TransactionTemplate transactions;

    BackIn(Readmissions readmissions, Passwords passwords, OpenSessions open, TransactionTemplate transactions) {
        this.readmissions = readmissions;
        this.passwords = passwords;
        this.open = open;
        this.transactions = transactions;
    }

    /**
     * Gives another password: whoever was signed in with the old one is out everywhere.
     *
     * @throws Refusal on the field that is wrong, or as {@link Readmissions#whoForgot} does
     */
    void withPassword(Actor actor, MandateId mandate, GivenPasswordForm form) {
        Account account = readmissions.whoForgot(actor, mandate);
        passwords.requireStrong("chosen", account.username(), form.chosen());
        if (!form.again().equals(form.chosen())) {
            throw Refusal.invalid("again", "passwords-differ");
        }
        String hash = passwords.chosen("chosen", account.username(), form.chosen());
        readmissions.tellElsewhere(actor, account);
        transactions.executeWithoutResult(tx -> {
            readmissions.givePassword(actor, mandate, hash);
            open.endAll(account.id());
        });
    }

    /**
     * Takes away what is asked after the password; they are out everywhere.
     *
     * @throws Refusal as {@link Readmissions#whoForgot} does
     */
    void withoutDevice(Actor actor, MandateId mandate) {
        readmissions.tellElsewhere(actor, readmissions.whoForgot(actor, mandate));
        transactions.executeWithoutResult(tx -> open.endAll(readmissions.clearSecondFactor(actor, mandate)));
    }
}

package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives somebody another password: the first one was chosen by who opened the account, who should not know it for ever. Who
 * knows the old one is out everywhere else at once.
 */
@Component
class PasswordChange {

    private final Accounts accounts;
    private final Passwords passwords;
    private final OwnPassword own;
    private final OpenSessions open;
    private final SignInBook book;
    private final TransactionTemplate transactions;

    PasswordChange(
            Accounts accounts,
            Passwords passwords,
            OwnPassword own,
            OpenSessions open,
            SignInBook book,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.own = own;
        this.open = open;
        this.book = book;
        this.transactions = transactions;
    }

    /**
     * Changes the password of the one who asks.
     *
     * @param session the id of the session that goes on; every other one of theirs ends
     * @throws Refusal on the field that is wrong; too many, as {@link OwnPassword#require} does
     */
    void change(Actor actor, PasswordForm form, String session) {
        Account account = accounts.require(actor.user());
        own.require(actor, account, form.current());
        if (form.chosen().equals(form.current())) {
            throw Refusal.invalid("chosen", "password-unchanged");
        }
        passwords.requireStrong("chosen", account.username(), form.chosen());
        if (!form.again().equals(form.chosen())) {
            throw Refusal.invalid("again", "passwords-differ");
        }
        String hash = passwords.chosen("chosen", account.username(), form.chosen());
        transactions.executeWithoutResult(tx -> {
            accounts.changePassword(actor.user(), hash);
            open.endOthers(actor.user(), session);
            book.choseAnotherPassword(actor);
        });
    }
}

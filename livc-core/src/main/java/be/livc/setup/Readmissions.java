package be.livc.setup;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.SecondFactors;
import be.livc.cell.UserId;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people in again who lost what they sign in with. An administrator does so for the own cell alone: in every other cell of
 * theirs they wait until the administrator there confirms that it is them.
 */
@Component
public class Readmissions {

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Mandates mandates;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Readmissions(
            Accounts accounts,
            SecondFactors secondFactors,
            Mandates mandates,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.mandates = mandates;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The account behind a mandate of the own cell, of somebody who lost what they sign in with.
     *
     * @throws Refusal not found, for anybody but an administrator, and where no account acts under it now; {@code
     *     own-password}, since one's own is changed with the present one
     */
    @Transactional
    public Account whoForgot(Actor actor, MandateId id) {
        access.toAct(actor, Act.CONFIGURE, "mandate", id.value());
        UserId user = mandates.find(id)
                .filter(mandate -> mandate.runsAt(clock.instant()))
                .flatMap(Mandate::user)
                .orElseThrow(() -> access.denied(actor, "mandate", id.value()));
        if (user.equals(actor.user())) {
            throw Refusal.conflict("own-password");
        }
        return accounts.require(user);
    }

    /** In which cells they will wait. */
    public List<CellId> elsewhere(Actor actor, Account account) {
        return accounts.cellsOf(account.id()).stream()
                .filter(cell -> !cell.equals(actor.cell()))
                .toList();
    }

    /**
     * Tells the log of every other cell of theirs that they will wait there. Before anything changes, and in a transaction of its own
     * for each: two administrators who do this at the same moment would wait for each other's log.
     */
    public void tellElsewhere(Actor actor, Account account) {
        Entry entry = by(actor, account.id()).because("waits-for-confirmation");
        elsewhere(actor, account).forEach(cell -> CurrentCell.run(cell, () -> ledger.appendAlone(entry)));
    }

    /**
     * Gives who forgot their password another one, which they replace before anything else.
     *
     * @throws Refusal as {@link #whoForgot} does
     */
    @Transactional
    public void givePassword(Actor actor, MandateId id, String passwordHash) {
        Account account = whoForgot(actor, id);
        accounts.givePassword(account.id(), passwordHash);
        accounts.workIn(account.id(), actor.cell());
        ledger.append(by(actor, account.id()).because("password-given"));
    }

    /**
     * Takes away what somebody shows beside their password, when they lost their device and their codes on paper. They set
     * another at their next sign-in.
     *
     * @return whose it was
     * @throws Refusal as {@link #whoForgot} does
     */
    @Transactional
    public UserId clearSecondFactor(Actor actor, MandateId id) {
        Account account = whoForgot(actor, id);
        secondFactors.clear(account.id());
        accounts.workIn(account.id(), actor.cell());
        ledger.append(by(actor, account.id()).because("second-factor-cleared"));
        return account.id();
    }

    /**
     * The account behind a mandate of the own cell, of somebody who waits here.
     *
     * @throws Refusal as {@link #whoForgot} does; {@code waits-for-nothing}, when they do not wait here; {@code
     *     chooses-password-first}, when the password is still one that somebody else gave
     */
    @Transactional
    public Account whoWaits(Actor actor, MandateId id) {
        Account account = whoForgot(actor, id);
        if (!account.waitsIn(actor.cell())) {
            throw Refusal.conflict("waits-for-nothing");
        }
        if (account.hasPasswordToChoose()) {
            throw Refusal.conflict("chooses-password-first");
        }
        return account;
    }

    /**
     * Confirms that whoever signs in with that account is the holder of this mandate: they work in the own cell again.
     *
     * @throws Refusal as {@link #whoWaits} does
     */
    @Transactional
    public void confirm(Actor actor, MandateId id) {
        Account account = whoWaits(actor, id);
        accounts.confirm(account.id(), actor.cell());
        ledger.append(by(actor, account.id()).because("access-confirmed"));
    }

    private static Entry by(Actor actor, UserId whom) {
        return Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE.action())
                .on("account", whom.value())
                .forPurpose("configuration");
    }
}

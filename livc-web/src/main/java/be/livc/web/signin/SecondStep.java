package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.Passkeys;
import be.livc.cell.SecondFactors;
import be.livc.cell.SecondFactors.SecondFactor;
import be.livc.cell.UserId;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is asked after the password: a code of the person's own device, or one of those on paper. Asked of everybody who set it;
 * outside the demo everybody sets it before anything is shown (security.md §8).
 */
@Component
class SecondStep {

    private static final int CODES_ON_PAPER = 8;
    private static final int CODE_LENGTH = 10;

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final DeviceCodes device;
    private final DoorKey key;
    private final Attempts attempts;
    private final OwnPassword own;
    private final OpenSessions open;
    private final SignInBook book;
    private final TransactionTemplate transactions;
    private final boolean required;

    SecondStep(
            SecondFactors factors,
            Passkeys passkeys,
            DeviceCodes device,
            DoorKey key,
            Attempts attempts,
            OwnPassword own,
            OpenSessions open,
            SignInBook book,
            TransactionTemplate transactions,
            @Value("${livc.second-factor:#{!${livc.demo:false}}}") boolean required) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.device = device;
        this.key = key;
        this.attempts = attempts;
        this.own = own;
        this.open = open;
        this.book = book;
        this.transactions = transactions;
        this.required = required;
    }

    /** Whether this person sets it before anything else. */
    boolean isMissing(Account account) {
        return required && account.secondFactorSince().isEmpty();
    }

    /** Whether somebody has a device that makes codes; who has a passkey alone gives one on paper. */
    boolean asksForCode(UserId user) {
        return factors.of(user).flatMap(SecondFactor::salt).isPresent();
    }

    /** How many codes on paper somebody has left; empty where nothing is asked after the password. */
    Optional<Integer> codesLeft(UserId user) {
        return factors.of(user).map(SecondFactor::codesLeft);
    }

    /**
     * Judges what was typed after the password, spends it, and records it when it was wrong. Counted apart from passwords:
     * whoever knows the password does not start the count anew by giving it again.
     *
     * @param cell the cell that the sign-in concerns, where that is one
     * @return which kind of code it was; empty when it was wrong
     * @throws Refusal when too many attempts failed before
     */
    Optional<SignedInBy> judge(Account account, String typed, Optional<CellId> cell, RequestSource source) {
        Attempts.Attempt attempt = attempts.begin(account.username() + "\nsecond step", source.address());
        Optional<SignedInBy> by = factors.of(account.id()).flatMap(factor -> spent(account, factor, typed));
        if (by.isPresent()) {
            attempts.succeeded(attempt);
        } else {
            book.wrongCode(account, cell, source);
        }
        return by;
    }

    private Optional<SignedInBy> spent(Account account, SecondFactor factor, String typed) {
        OptionalLong step = factor.salt()
                .map(salt -> device.stepOf(account.id(), salt, typed))
                .orElseGet(OptionalLong::empty);
        boolean right = step.isPresent()
                ? factors.spend(account.id(), step.getAsLong())
                : factors.spend(account.id(), hash(account, PaperCode.bare(typed)));
        return Optional.of(step.isPresent() ? SignedInBy.CODE : SignedInBy.PAPER_CODE)
                .filter(kind -> right);
    }

    private String hash(Account account, String code) {
        return key.of("recovery code", account.id() + "\n" + code);
    }

    /**
     * Sets it for the one who asks, in place of any before; they are out everywhere else.
     *
     * @param salt what the secret was made from that their device holds now
     * @param session the id of the session that goes on
     * @return the codes on paper, which are never shown again
     * @throws Refusal on the field that is wrong; too many, as {@link OwnPassword#require} does
     */
    List<String> set(Actor actor, Account account, String salt, SecondFactorForm form, String session) {
        own.require(actor, account, form.current());
        long step = device.stepOf(account.id(), salt, form.code())
                .orElseThrow(() -> Refusal.invalid("code", "not-of-this-key"));
        List<String> codes = newCodes();
        transactions.executeWithoutResult(tx -> {
            factors.set(account.id(), salt, step, hashes(account, codes));
            open.endOthers(account.id(), session);
            book.setSecondFactor(actor);
        });
        return readable(codes);
    }

    /**
     * Makes new codes on paper in place of those before; they are out everywhere else.
     *
     * @param session the id of the session that goes on
     * @return the codes, which are never shown again
     * @throws Refusal on the field that is wrong; too many, as {@link OwnPassword#require} does; when nothing is asked after
     *     their password
     */
    List<String> renew(Actor actor, Account account, CurrentPasswordForm form, String session) {
        own.require(actor, account, form.current());
        List<String> codes = newCodes();
        transactions.executeWithoutResult(tx -> {
            factors.renew(account.id(), hashes(account, codes));
            open.endOthers(account.id(), session);
            book.renewedRecoveryCodes(actor);
        });
        return readable(codes);
    }

    /**
     * Begins to ask for it from who has made a passkey, where nothing was asked before; in the transaction in which they did.
     *
     * @return the codes on paper, which are never shown again; none where they had some before
     */
    List<String> beginOnPaper(Account account) {
        List<String> codes = newCodes();
        return factors.begin(account.id(), hashes(account, codes)) ? readable(codes) : List.of();
    }

    /** Asks for it no longer from who has neither a passkey nor a device that makes codes; in the transaction that took the last. */
    void endWithoutMeans(Account account) {
        if (!asksForCode(account.id()) && passkeys.of(account.id()).isEmpty()) {
            factors.clear(account.id());
        }
    }

    private static List<String> newCodes() {
        return Stream.generate(() -> PaperCode.random(CODE_LENGTH))
                .limit(CODES_ON_PAPER)
                .toList();
    }

    private List<String> hashes(Account account, List<String> codes) {
        return codes.stream().map(code -> hash(account, code)).toList();
    }

    private static List<String> readable(List<String> codes) {
        return codes.stream().map(PaperCode::grouped).toList();
    }
}

package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Passkey;
import be.livc.cell.Passkeys;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out by a passkey who somebody is: in place of the password and of what is asked after it. */
@Component
class PasskeySignIn {

    private static final String COUNTED_AS = "passkey\n";

    private final Passkeys passkeys;
    private final PasskeyProof proof;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Attempts attempts;
    private final SignInBook book;

    PasskeySignIn(
            Passkeys passkeys,
            PasskeyProof proof,
            Accounts accounts,
            SignIn signIn,
            Attempts attempts,
            SignInBook book) {
        this.passkeys = passkeys;
        this.proof = proof;
        this.accounts = accounts;
        this.signIn = signIn;
        this.attempts = attempts;
        this.book = book;
    }

    /**
     * Judges an answer, and records it when it is refused. An unknown passkey, one that did not sign, an account that is closed
     * and a person without a running mandate all get the same answer.
     *
     * @param challenge what had to be signed; empty when this session was asked nothing, or answered before
     * @throws Refusal when too many attempts failed before
     */
    Optional<SignIn.Admitted> attempt(
            String answer, PasskeySite site, Optional<String> challenge, RequestSource source) {
        Optional<PasskeyProof.Claim> claim = proof.claim(answer);
        Optional<Passkey> known = claim.flatMap(said -> passkeys.byCredential(said.credential()));
        String named = claim.map(PasskeyProof.Claim::credential).orElse("");
        Attempts.Attempt attempt = attempts.begin(COUNTED_AS + named, source.address());
        Optional<Account> account = known.flatMap(passkey -> accounts.find(passkey.owner()));
        Optional<SignIn.Admitted> admitted = account.filter(owner -> !owner.isDisabled())
                .filter(owner -> isProved(claim.orElseThrow(), known.orElseThrow(), owner, site, challenge))
                .map(owner -> new SignIn.Admitted(owner, signIn.relations(owner, source)))
                .filter(owner -> !owner.relations().isEmpty());
        if (admitted.isPresent()) {
            attempts.succeeded(attempt);
            passkeys.used(known.orElseThrow().id(), claim.orElseThrow().uses());
        } else {
            Optional<CellId> cell = account.flatMap(owner -> signIn.cellInQuestion(owner, Optional.empty()));
            book.refusedPasskey(account, named, cell, source);
        }
        return admitted;
    }

    private boolean isProved(
            PasskeyProof.Claim claim, Passkey passkey, Account owner, PasskeySite site, Optional<String> challenge) {
        return claim.handle()
                        .filter(of -> !of.equals(PasskeyQuestion.handle(owner)))
                        .isEmpty()
                && challenge
                        .filter(asked -> proof.holds(claim, passkey, site, asked))
                        .isPresent();
    }
}

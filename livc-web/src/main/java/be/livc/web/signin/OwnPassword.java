package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks somebody who is signed in for their password once more, before what whoever finds an open screen must not do. */
@Component
class OwnPassword {

    private final Passwords passwords;
    private final Attempts attempts;

    OwnPassword(Passwords passwords, Attempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * Passes when this is what they sign in with.
     *
     * @throws Refusal on the field {@code current}; too many, as at the sign-in, since whoever finds an open screen could guess here
     */
    void require(Actor actor, Account account, String current) {
        Attempts.Attempt attempt =
                attempts.begin(account.username(), actor.source().address());
        if (!passwords.matches(current, Optional.of(account.passwordHash()))) {
            throw Refusal.invalid("current", "not-your-password");
        }
        attempts.succeeded(attempt);
    }
}

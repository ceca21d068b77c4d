package be.livc.web.signin;

import be.livc.cell.UserId;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Whoever proved to be the holder of an account. All that a session keeps of a person: their rights are asked anew at each
 * request.
 *
 * @param account id of the account
 */
record SignedIn(UUID account) implements AuthenticatedPrincipal, Serializable {

    UserId user() {
        return new UserId(account);
    }

    /** The id: it stands in the session table, where no name belongs. */
    @Override
    public String getName() {
        return account.toString();
    }
}

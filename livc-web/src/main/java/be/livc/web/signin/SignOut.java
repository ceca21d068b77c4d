package be.livc.web.signin;

import be.livc.cell.Accounts;
import be.livc.platform.CellId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Records that somebody goes out. The session ends whether that works or not. */
@Component
class SignOut implements LogoutHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

    private final Accounts accounts;
    private final SignIn signIn;
    private final SignInBook book;
    private final Sources sources;

    SignOut(Accounts accounts, SignIn signIn, SignInBook book, Sources sources) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.book = book;
        this.sources = sources;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        HttpSession session = request.getSession(false);
        if (session == null || who == null || !(who.getPrincipal() instanceof SignedIn signedIn)) {
            return;
        }
        try {
            Optional<CellId> cell = Sessions.cellOf(session);
            accounts.find(signedIn.user())
                    .flatMap(account -> cell.flatMap(id -> signIn.actor(account, id, sources.of(request))))
                    .ifPresent(actor -> book.wentOut(actor, "session"));
        } catch (RuntimeException failure) {
            LOG.warn("a sign-out could not be recorded: {}", failure.getClass().getSimpleName());
        }
    }
}

package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.platform.CellId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Begins and ends the sessions of browsers. A session keeps the id of the account and the id of one cell: one working
 * relation at a time (domain.md §10). Its own id changes whenever its rights do.
 */
@Component
class Sessions {

    private static final String CELL = "livc.cell";
    private static final String BY = "livc.signed-in-by";
    private static final String WAITS_FOR_CODE = "livc.waits-for-code";

    private final HttpSessionCsrfTokenRepository csrfTokens = new HttpSessionCsrfTokenRepository();
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SessionAuthenticationStrategy renewal = new CompositeSessionAuthenticationStrategy(
            List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    private final SignInBook book;

    Sessions(SignInBook book) {
        this.book = book;
    }

    /**
     * Lets somebody in who proved to be the holder of their account: into their cell, or to where they choose one.
     *
     * @param by what they showed; it stays with the session, for each cell that they choose in it
     * @param back the page that they were going to
     * @return where they go
     */
    String enter(
            SignIn.Admitted admitted,
            SignedInBy by,
            Optional<String> back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (admitted.relations().size() == 1) {
            begin(admitted.account(), admitted.relations().get(0).actor(), by, request, response);
            return "redirect:" + back.orElse("/");
        }
        begin(admitted.account(), request, response);
        request.getSession().setAttribute(BY, by);
        return "redirect:" + CellController.PATH + going(back);
    }

    /** Keeps who gave the right password until they give the code of their device as well; they see nothing before. */
    String askCode(Account account, Optional<String> back, HttpServletRequest request, HttpServletResponse response) {
        begin(account, request, response);
        request.getSession().setAttribute(WAITS_FOR_CODE, true);
        return "redirect:" + SecondStepController.PATH + going(back);
    }

    private static String going(Optional<String> back) {
        return back.map(path -> "?naar=" + UriUtils.encode(path, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Whether the password was right and the code was not given yet. */
    static boolean waitsForCode(HttpSession session) {
        return session.getAttribute(WAITS_FOR_CODE) != null;
    }

    private void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        Authentication who = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.id().value()), null, List.of());
        renewal.onAuthentication(who, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().removeAttribute(CELL);
        request.getSession().removeAttribute(WAITS_FOR_CODE);
    }

    /** Signs somebody in to a cell, and records it there first. */
    private void begin(
            Account account, Actor actor, SignedInBy by, HttpServletRequest request, HttpServletResponse response) {
        book.cameIn(actor, by);
        begin(account, request, response);
        request.getSession().setAttribute(BY, by);
        request.getSession().setAttribute(CELL, actor.cell().toString());
    }

    /** Signs somebody who was let in before in to one of their cells. */
    void choose(Account account, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        begin(account, actor, signedInBy(request.getSession()), request, response);
    }

    /** A session that an earlier version of the program began does not know: for it the log says no more than that it was one. */
    private static SignedInBy signedInBy(HttpSession session) {
        return Optional.ofNullable((SignedInBy) session.getAttribute(BY)).orElse(SignedInBy.PASSWORD);
    }

    /** The cell that was chosen in this session. */
    static Optional<CellId> cellOf(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(CELL)).map(CellId::of);
    }

    /** Ends the session without a word; what is recorded about it is the caller's. */
    static void end(HttpSession session) {
        session.invalidate();
        SecurityContextHolder.clearContext();
    }

    /** Where the tokens against forged requests are kept. */
    HttpSessionCsrfTokenRepository csrfTokens() {
        return csrfTokens;
    }
}

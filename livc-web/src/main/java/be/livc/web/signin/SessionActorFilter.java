package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.platform.CellId;
import be.livc.platform.RequestSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out at each request of a browser under which mandate it is made, and works for that cell until it is answered. Runs
 * again when an answer goes on in another thread.
 */
final class SessionActorFilter extends OncePerRequestFilter {

    /** However busy somebody is: after a working day they sign in again. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** What a person does who is signed in but works in no cell yet. */
    private static final Set<String> WITHOUT_CELL =
            Set.of(CellController.PATH, "/afmelden", "/taal", "/sessie", "/toegankelijkheid", "/privacy");

    /** What a person does beside the one thing that they do before anything else. */
    private static final Set<String> BESIDE_THE_FIRST = Set.of("POST /afmelden", "POST /taal", "POST /sessie");

    /** What a person does who gave their password and not the code of their device yet. */
    private static final Set<String> WITHOUT_CODE = Set.of(
            SecondStepController.PATH,
            SignInController.PATH,
            PasskeySignInController.PATH,
            "/afmelden",
            "/taal",
            "/toegankelijkheid",
            "/privacy");

    private final Accounts accounts;
    private final SignIn signIn;
    private final SecondStep step;
    private final SignInBook book;
    private final Sources sources;
    private final NotSignedIn notSignedIn;
    private final Clock clock;

    SessionActorFilter(
            Accounts accounts,
            SignIn signIn,
            SecondStep step,
            SignInBook book,
            Sources sources,
            NotSignedIn notSignedIn,
            Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.step = step;
        this.book = book;
        this.sources = sources;
        this.notSignedIn = notSignedIn;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (who == null || session == null || !(who.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Account> account = accounts.find(signedIn.user()).filter(known -> !known.isDisabled());
        if (account.isEmpty() || isTooOld(session)) {
            Sessions.end(session);
            notSignedIn.answer(request, response, NotSignedIn.Because.SESSION_ENDED);
            return;
        }
        if (Sessions.waitsForCode(session)) {
            waitForCode(request, response, chain);
            return;
        }
        CurrentActor.isOf(account.get(), request);
        Optional<CellId> cell = Sessions.cellOf(session);
        if (cell.isPresent()) {
            workIn(cell.get(), account.get(), session, request, response, chain);
        } else if (WITHOUT_CELL.contains(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            notSignedIn.leadFirstTo(CellController.PATH, request, response);
        }
    }

    private void waitForCode(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (WITHOUT_CODE.contains(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            notSignedIn.leadFirstTo(SecondStepController.PATH, request, response);
        }
    }

    private static String nameOf(HttpServletRequest request) {
        return request.getMethod() + " " + request.getServletPath();
    }

    private boolean isTooOld(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isBefore(clock.instant());
    }

    private void workIn(
            CellId cell,
            Account account,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        RequestSource source = sources.of(request);
        Optional<Actor> actor = signIn.actor(account, cell, source);
        Optional<String> first = beforeAnythingElse(account).filter(path -> !isAbout(path, request));
        if (actor.isPresent() && first.isPresent()) {
            notSignedIn.leadFirstTo(first.get(), request, response);
        } else if (actor.isPresent()) {
            CurrentActor.goOn(actor.get(), request, response, chain);
        } else {
            Sessions.end(session);
            book.mandateEnded(account.id(), cell, source);
            notSignedIn.answer(request, response, NotSignedIn.Because.MANDATE_ENDED);
        }
    }

    /** Where this person does what comes first: choosing a password that nobody else knows, then making their device known. */
    private Optional<String> beforeAnythingElse(Account account) {
        if (account.hasPasswordToChoose()) {
            return Optional.of(PasswordController.PATH);
        }
        return step.isMissing(account) ? Optional.of(SecondFactorController.PATH) : Optional.empty();
    }

    private static boolean isAbout(String path, HttpServletRequest request) {
        return request.getServletPath().equals(path)
                || BESIDE_THE_FIRST.contains(nameOf(request))
                || path.equals(SecondFactorController.PATH)
                        && request.getServletPath().startsWith(PasskeyController.PATH);
    }
}

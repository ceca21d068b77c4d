package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.platform.CurrentCell;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries who acts through one request: as request attributes under the names of the classes {@link Actor} and {@link
 * Account}, and with the cell bound to the thread. The only place in the web where a cell is bound.
 */
final class CurrentActor {

    private static final String ACTOR = Actor.class.getName();
    private static final String ACCOUNT = Account.class.getName();

    /** Brings a checked exception out of the bound cell. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final ServletException carried;

        Carried(ServletException carried) {
            super(carried);
            this.carried = carried;
        }
    }

    private CurrentActor() {}

    /** Goes on with the request on behalf of the actor; afterwards the thread works for no cell any more. */
    static void goOn(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ACTOR, actor);
        try {
            CurrentCell.run(actor.cell(), () -> carryOn(request, response, chain));
        } catch (Carried exception) {
            throw exception.carried;
        } catch (UncheckedIOException exception) {
            throw exception.getCause();
        }
    }

    private static void carryOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (ServletException exception) {
            throw new Carried(exception);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Who acts; empty where nobody is signed in, or has not chosen a cell yet. */
    static Optional<Actor> of(HttpServletRequest request) {
        return Optional.ofNullable((Actor) request.getAttribute(ACTOR));
    }

    /** Lets the rest of the request know whose it is: it speaks the language of this account. */
    static void isOf(Account account, HttpServletRequest request) {
        request.setAttribute(ACCOUNT, account);
    }

    /** The language of the signed-in person, or null where nobody is. */
    static @Nullable Locale languageOf(HttpServletRequest request) {
        return request.getAttribute(ACCOUNT) instanceof Account account
                ? Locale.forLanguageTag(account.locale())
                : null;
    }
}

package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.platform.RequestSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out at each call under which mandate it is made, from its bearer token, and works for that cell until it is answered.
 * A call without a good token goes on as nobody's, and is turned away further on.
 */
final class TokenActorFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final SignIn signIn;
    private final SignInBook book;
    private final Sources sources;

    TokenActorFilter(ApiTokens tokens, SignIn signIn, SignInBook book, Sources sources) {
        this.tokens = tokens;
        this.signIn = signIn;
        this.book = book;
        this.sources = sources;
    }

    /** The token that a call carries. */
    static Optional<String> tokenOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = tokenOf(request);
        Optional<ApiTokens.Bearer> bearer = token.flatMap(tokens::find);
        if (bearer.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        RequestSource source = sources.of(request);
        Account account = bearer.get().account();
        Optional<Actor> actor = signIn.actor(account, bearer.get().cell(), source);
        if (actor.isPresent()) {
            CurrentActor.isOf(account, request);
            letIn(new SignedIn(account.id().value()));
            CurrentActor.goOn(actor.get(), request, response, chain);
        } else {
            tokens.revoke(token.orElseThrow());
            book.mandateEnded(account.id(), bearer.get().cell(), source);
            chain.doFilter(request, response);
        }
    }

    private static void letIn(SignedIn who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}

package be.livc.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Answers a browser that asks for something without being signed in. A page leads to the sign-in page, and back to where it
 * was afterwards; a script gets 401, so that no sign-in form lands in the middle of a page and typed text stays.
 */
@Component
class NotSignedIn implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Set on a request that sent the sign-in form with a token that no longer holds: nobody is signed in by it. */
    static final String FORM_TOO_OLD = NotSignedIn.class.getName() + ".formTooOld";

    private static final Set<String> SIGN_IN_FORMS = Set.of(SignInController.PATH, PasskeySignInController.PATH);

    /** Why somebody who was signed in is so no longer; the value is what the sign-in page is told. */
    enum Because {
        NOBODY_YET(""),
        SESSION_ENDED("verlopen"),
        MANDATE_ENDED("mandaat");

        private final String parameter;

        Because(String parameter) {
            this.parameter = parameter;
        }

        /** The one that the sign-in page was told, or the first for any other word. */
        static Because of(String parameter) {
            for (Because one : values()) {
                if (one.parameter.equals(parameter)) {
                    return one;
                }
            }
            return NOBODY_YET;
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        answer(request, response, isReturning(request) ? Because.SESSION_ENDED : Because.NOBODY_YET);
    }

    /** A browser that names a session which is no longer there was signed in, or left the sign-in page open. */
    private static boolean isReturning(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    /**
     * A form without its token. From somebody who is signed in it is refused; from anybody else it is what remains of a
     * session that ended, except on the pages that need no session. The sign-in page that was left open longer than its
     * session is shown again, with the name that was typed.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        if (!signedIn && SIGN_IN_FORMS.contains(request.getServletPath())) {
            request.setAttribute(FORM_TOO_OLD, true);
            request.getRequestDispatcher(SignInController.PATH).forward(request, response);
        } else if (signedIn || SecurityChains.OPEN_FORMS.contains(request.getServletPath())) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            answer(request, response, Because.SESSION_ENDED);
        }
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Because because) throws IOException {
        if (!wantsPage(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(SignInController.PATH);
        if (!because.parameter.isEmpty()) {
            address.queryParam("reden", because.parameter);
        }
        lead(request, response, address);
    }

    /**
     * Leads somebody who gave the right password to what they do before anything else: giving a code, choosing a cell or a password of
     * their own, setting what is asked after it. A form that waits stays as it is.
     */
    void leadFirstTo(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (wantsPage(request)) {
            lead(request, response, UriComponentsBuilder.fromPath(path));
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader("HX-Request") == null && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static Optional<String> asked(HttpServletRequest request) {
        String path = request.getServletPath();
        return Optional.ofNullable(request.getQueryString())
                .flatMap(query -> LocalPath.of(path + "?" + query))
                .or(() -> LocalPath.of(path));
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, UriComponentsBuilder address) {
        boolean isPage = HttpMethod.GET.matches(request.getMethod());
        Optional<String> back = isPage ? asked(request) : Optional.empty();
        back.filter(path -> !path.equals("/")).ifPresent(path -> address.queryParam("naar", path));
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                request.getContextPath() + address.encode().build().toUriString());
    }
}

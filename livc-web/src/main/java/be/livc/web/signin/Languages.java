package be.livc.web.signin;

import be.livc.cell.Accounts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of an answer: that of the account, or before signing in the one chosen in this browser, or the one the browser
 * asks for; Dutch otherwise. Other programs may ask for another one at each call.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

    private static final String COOKIE = "livc-taal";
    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("nl"), Locale.FRENCH, Locale.ENGLISH);

    private final Accounts accounts;

    Languages(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    static Locale of(HttpServletRequest request) {
        Optional<Locale> own = Optional.ofNullable(CurrentActor.languageOf(request));
        if (request.getServletPath().startsWith("/api/")) {
            return asked(request).or(() -> own).orElse(SPOKEN.get(0));
        }
        return own.or(() -> chosen(request)).or(() -> asked(request)).orElse(SPOKEN.get(0));
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(Languages::spoken);
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> spoken(String language) {
        return SPOKEN.stream().filter(one -> one.getLanguage().equals(language)).findFirst();
    }

    /** Keeps a choice: with the account where there is one, and in this browser for its next sign-in page. */
    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        Optional<Locale> known = Optional.ofNullable(language).flatMap(one -> spoken(one.getLanguage()));
        if (known.isEmpty() || response == null) {
            return;
        }
        CurrentActor.of(request)
                .ifPresent(actor -> accounts.speak(actor.user(), known.get().getLanguage()));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, known.get().getLanguage())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}

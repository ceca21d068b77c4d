package be.livc.web.signin;

import be.livc.cell.Accounts;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The three doors: style sheets and scripts, which anybody may have; the REST calls, which carry a token and know no session;
 * and the screens.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChains {

    /** Where the first run is done; it is not known here otherwise. */
    private static final String SET_UP = "/eerste-start";

    /** Pages with a form that can be sent without being signed in. */
    static final Set<String> OPEN_FORMS = Set.of(SignInController.PATH, PasskeySignInController.PATH, SET_UP, "/taal");

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final String[] OPEN_PAGES = {
        "/error",
        "/toegankelijkheid",
        "/privacy",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
    };

    private final Accounts accounts;
    private final SignIn signIn;
    private final SecondStep step;
    private final SignInBook book;
    private final Sources sources;

    SecurityChains(Accounts accounts, SignIn signIn, SecondStep step, SignInBook book, Sources sources) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.step = step;
        this.book = book;
        this.sources = sources;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain assets(HttpSecurity http) {
        return http.securityMatcher("/assets/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(SecurityChains::headers)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain calls(HttpSecurity http, ApiTokens tokens, NoToken noToken) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(TokenController.PATH)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(noToken))
                .addFilterBefore(new TokenActorFilter(tokens, signIn, book, sources), AuthorizationFilter.class)
                .headers(SecurityChains::headers)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    SecurityFilterChain screens(
            HttpSecurity http, Sessions sessions, NotSignedIn notSignedIn, SignOut signOut, Clock clock) {
        SessionActorFilter actors = new SessionActorFilter(accounts, signIn, step, book, sources, notSignedIn, clock);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(OPEN_FORMS.toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(notSignedIn).accessDeniedHandler(notSignedIn))
                .addFilterAfter(actors, AuthorizationFilter.class)
                .headers(SecurityChains::headers)
                .csrf(csrf -> csrf.csrfTokenRepository(sessions.csrfTokens()))
                // What was asked before the sign-in may hold content: it is not kept in the session.
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.logoutUrl("/afmelden")
                        .addLogoutHandler(signOut)
                        .logoutSuccessUrl(SignInController.PATH + "?afgemeld"))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .cacheControl(Customizer.withDefaults());
    }

    /** An address that hides something (a path within the path, a parameter in it) gets an empty answer. */
    @Bean
    RequestRejectedHandler hiddenAddresses() {
        return (request, response, rejected) -> response.setStatus(HttpStatus.BAD_REQUEST.value());
    }

    /** There is none: passwords are judged by {@link SignIn}. Without this bean a default user would be made. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new IllegalStateException("nobody signs in this way");
        };
    }
}

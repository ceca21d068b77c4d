package be.livc.web.layout;

import be.livc.platform.StorageFault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * The page for who meets a full disk or a database that is away, wherever in the request that was. What was typed comes back
 * and can be sent once more from here.
 *
 * <p>Stands before the session and renders the page itself: the way to every other error page asks the database who looks. Stands
 * behind what keeps uploads unread: asked for a parameter here, the container would write the document to a file in clear.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class StorageFaultPages extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(StorageFaultPages.class);

    private static final String PAGE = "error/storage";
    private static final String SECRET = "password";

    private final ThymeleafViewResolver pages;
    private final LocaleResolver languages;

    StorageFaultPages(ThymeleafViewResolver pages, LocaleResolver languages) {
        this.pages = pages;
        this.languages = languages;
    }

    /** A field of the form that was sent. */
    record Field(String name, String value) {}

    /** The REST calls have an answer of their own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + RefusalPages.REST);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            Optional<StorageFault> fault = StorageFault.behind(failure);
            if (fault.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            // One line: while it lasts, every request meets it.
            LOG.error("the storage is {}: {}", fault.get(), StorageFault.messageOf(failure));
            show(fault.get(), request, response);
        }
    }

    private void show(StorageFault fault, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        response.resetBuffer();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        RefusalPages.withoutToken(request);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        try {
            View page = Objects.requireNonNull(pages.resolveViewName(PAGE, languages.resolveLocale(request)));
            page.render(model(fault, request), request, response);
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private static Map<String, Object> model(StorageFault fault, HttpServletRequest request) {
        boolean sent = HttpMethod.POST.matches(request.getMethod());
        return Map.of(
                "key",
                "error-page." + fault.code() + (sent ? ".sent" : ""),
                "typed",
                RefusalPages.typed(request),
                "address",
                sent ? request.getRequestURI() : withQuestion(request),
                "fields",
                sent ? fields(request) : List.of(),
                "again",
                !sent || canBeSentAgain(request));
    }

    private static String withQuestion(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** A form without a file, which would have to be chosen anew, and without a password, which is typed anew. */
    private static boolean canBeSentAgain(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && request.getParameterMap().keySet().stream()
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains(SECRET));
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
    }
}

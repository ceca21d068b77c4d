package be.livc.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;

/** A request for another page, by the same person in the same session: with nothing of the form that was sent. */
final class PageAgain extends OtherParameters {

    private final URI page;

    PageAgain(HttpServletRequest form, URI page) {
        super(form, askedIn(page));
        this.page = page;
    }

    private static Map<String, String[]> askedIn(URI page) {
        Map<String, String[]> asked = new LinkedHashMap<>();
        UriComponentsBuilder.fromUri(page)
                .build()
                .getQueryParams()
                .forEach((name, values) -> asked.put(
                        decoded(name), values.stream().map(PageAgain::decoded).toArray(String[]::new)));
        return asked;
    }

    private static String decoded(@Nullable String part) {
        return part == null ? "" : URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    @Override
    public String getMethod() {
        return HttpMethod.GET.name();
    }

    @Override
    public String getRequestURI() {
        return page.getRawPath();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(
                UriComponentsBuilder.fromUriString(super.getRequestURL().toString())
                        .replacePath(page.getRawPath())
                        .toUriString());
    }

    @Override
    public String getServletPath() {
        return page.getPath().substring(getContextPath().length());
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public @Nullable String getQueryString() {
        return page.getRawQuery();
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }
}

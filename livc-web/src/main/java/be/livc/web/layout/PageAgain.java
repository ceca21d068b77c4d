package be.livc.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;

/** A request for another page, by the same person in the same session: with nothing of the form that was sent. */
final class PageAgain extends HttpServletRequestWrapper {

    private final URI page;
    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    PageAgain(HttpServletRequest form, URI page) {
        super(form);
        this.page = page;
        UriComponentsBuilder.fromUri(page)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        decoded(name), values.stream().map(PageAgain::decoded).toArray(String[]::new)));
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
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }
}

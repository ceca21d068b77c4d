package be.livc.web.layout;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves out of what is sent by a form the signs that nobody types and nobody sees: a NUL, which the database refuses, and
 * the other control characters, which come along when a text is copied from a damaged file. Tabs and line ends stay.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrittenText extends OncePerRequestFilter {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Legible(request), response);
    }

    private static final class Legible extends HttpServletRequestWrapper {

        private Legible(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : legible(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : legible(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> all.put(name, legible(values)));
            return all;
        }

        private static String[] legible(String[] values) {
            return Arrays.stream(values).map(Legible::legible).toArray(String[]::new);
        }

        private static String legible(String value) {
            return UNSEEN.matcher(value).replaceAll("");
        }
    }
}

package be.livc.web.document;

import be.livc.web.layout.OtherParameters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Keeps the container from reading uploads of documents: it would write them to a folder for temporary files, in clear, as
 * soon as somebody asks for a parameter. Behind this filter such a request has the parameters of its address only, its body is
 * unread, and {@link Upload} streams it.
 *
 * <p>So the token against forged requests travels in the address of these forms, masked anew for every page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StreamedUploads extends OncePerRequestFilter {

    /** Where the real type of the body is found. */
    static final String TYPE = StreamedUploads.class.getName() + ".type";

    private static final Pattern UPLOADS =
            Pattern.compile("^(/api/v1/cases/[^/]+/documents|/api/v1/consultations/[^/]+/items/[^/]+/documents"
                    + "|/dossiers/[^/]+/documenten|/overleg/[^/]+/punten/[^/]+/document|/draaiboek/bestand)$");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean upload = type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && UPLOADS.matcher(request.getRequestURI()
                                .substring(request.getContextPath().length()))
                        .matches();
        chain.doFilter(upload ? new Unread(request, type) : request, response);
    }

    /** A request whose body is nobody's but the controller's. */
    private static final class Unread extends OtherParameters {

        Unread(HttpServletRequest request, String type) {
            super(request, inAddress(request));
            request.setAttribute(TYPE, type);
        }

        private static Map<String, String[]> inAddress(HttpServletRequest request) {
            Map<String, String[]> asked = new LinkedHashMap<>();
            UriComponentsBuilder.newInstance()
                    .query(request.getQueryString())
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> asked.put(name, values.toArray(String[]::new)));
            return asked;
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Content-Type") ? getContentType() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Content-Type")
                    ? Collections.enumeration(Collections.singletonList(getContentType()))
                    : super.getHeaders(name);
        }

        @Override
        public Collection<Part> getParts() {
            throw new IllegalStateException("the body of an upload is streamed");
        }

        @Override
        public Part getPart(String name) {
            throw new IllegalStateException("the body of an upload is streamed");
        }
    }
}

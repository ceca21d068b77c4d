package be.livc.web.layout;

import be.livc.cell.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.util.HtmlUtils;

/**
 * Has every form that is sent say on which page it stands, in a hidden field beside its token: no page tells the next where
 * somebody came from ({@code Referrer-Policy: no-referrer}), and a form that is refused goes back to its page. Forms of nobody, as
 * on the sign-in page, say nothing.
 */
@Component
class PageOfForm implements BeanPostProcessor {

    /** The hidden field. */
    static final String FIELD = "_page";

    /** A page of this program, as its own addresses are written. */
    private static final Pattern PAGE = Pattern.compile("/(?!api/)[\\w-]*(?:/[\\w-]+)*(?:\\?[\\w.~%&=+-]*)?");

    /** Where the page is on which somebody is, of which the scripts ask for a part. */
    private static final String SEEN = "HX-Current-URL";

    /** The page from which this form was sent; empty where it does not say so, or names something else than a page. */
    static Optional<URI> sentFrom(HttpServletRequest form) {
        return Optional.ofNullable(form.getParameter(FIELD))
                .filter(page -> PAGE.matcher(page).matches())
                .map(URI::create);
    }

    /** Where what this answer shows stands: a page that answers a form is still the page from which that was sent. */
    static Optional<String> shownOn(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return sentFrom(request).map(URI::toString);
        }
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        return Optional.ofNullable(request.getHeader(SEEN))
                .map(PageOfForm::withoutHost)
                .or(() -> Optional.of(asked))
                .filter(page -> PAGE.matcher(page).matches());
    }

    private static String withoutHost(String address) {
        return address.replaceFirst("^[a-z]+://[^/]*", "");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor tokens ? new Saying(tokens) : bean;
    }

    /** Adds the page where a form gets its token: not to forms that ask for a page. */
    private record Saying(RequestDataValueProcessor tokens) implements RequestDataValueProcessor {

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return tokens.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return tokens.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> token = tokens.getExtraHiddenFields(request);
            Optional<String> page = shownOn(request);
            boolean signedIn = request.getAttribute(Actor.class.getName()) != null;
            if (!signedIn || token == null || token.isEmpty() || page.isEmpty()) {
                return token;
            }
            Map<String, String> both = new LinkedHashMap<>(token);
            both.put(FIELD, HtmlUtils.htmlEscape(page.get()));
            return both;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return tokens.processUrl(request, url);
        }
    }
}

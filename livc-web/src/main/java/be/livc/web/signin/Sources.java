package be.livc.web.signin;

import be.livc.platform.RequestSource;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells where a request came from, in pseudonyms that are the same for the same address and browser. */
@Component
public final class Sources {

    private final DoorKey key;

    Sources(DoorKey key) {
        this.key = key;
    }

    /** Where this request came from. */
    public RequestSource of(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new RequestSource(
                key.of("address", request.getRemoteAddr()), key.of("user agent", agent == null ? "" : agent));
    }
}

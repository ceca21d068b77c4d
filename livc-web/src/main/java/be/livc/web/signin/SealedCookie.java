package be.livc.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.session.web.http.CookieSerializer;

/**
 * The session cookie: the id of the session with a seal that only this program can make. Whoever reads the session table has
 * the ids, and yet no session.
 */
final class SealedCookie implements CookieSerializer {

    private static final String LABEL = "session cookie";
    private static final char DOT = '.';

    private final CookieSerializer cookies;
    private final DoorKey key;

    SealedCookie(CookieSerializer cookies, DoorKey key) {
        this.cookies = cookies;
        this.key = key;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        String id = value.getCookieValue();
        String sealed = id.isEmpty() ? id : id + DOT + key.of(LABEL, id);
        cookies.writeCookieValue(new CookieValue(value.getRequest(), value.getResponse(), sealed));
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookies.readCookieValues(request).stream().flatMap(this::opened).toList();
    }

    private Stream<String> opened(String sealed) {
        int dot = sealed.indexOf(DOT);
        if (dot < 0) {
            return Stream.empty();
        }
        String id = sealed.substring(0, dot);
        boolean ours = MessageDigest.isEqual(bytes(key.of(LABEL, id)), bytes(sealed.substring(dot + 1)));
        return ours ? Stream.of(id) : Stream.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

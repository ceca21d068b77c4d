package be.livc.web.signin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** How sessions are kept in the database, and named in the browser. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    /**
     * What may come out of the session table: who signed in, tokens against forged requests, notices for the next page. A row
     * that somebody put there makes no other object in this program.
     */
    private static final ObjectInputFilter KNOWN_ONLY =
            ObjectInputFilter.Config.createFilter("maxdepth=20;maxrefs=1000;"
                    + "maxbytes=100000;maxarray=1000;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;be.livc.web.**;"
                    + "org.springframework.security.core.**;org.springframework.security.authentication.*;"
                    + "org.springframework.security.web.csrf.*;org.springframework.web.servlet.FlashMap;"
                    + "org.springframework.util.*;!*");

    /**
     * The cookie goes over TLS only, and to this host only ({@code __Host-}). The demo, which answers on the loopback address
     * without TLS, is the exception.
     */
    @Bean
    CookieSerializer sessionCookie(DoorKey key, @Value("${livc.cookie.secure:#{!${livc.demo:false}}}") boolean secure) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName(secure ? "__Host-livc" : "livc");
        cookies.setUseSecureCookie(secure);
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setCookiePath("/");
        return new SealedCookie(cookies, key);
    }

    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, SessionStore::write);
        conversions.addConverter(byte[].class, Object.class, SessionStore::read);
        return conversions;
    }

    private static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(value);
        } catch (IOException failure) {
            throw new UncheckedIOException("a value does not belong in a session: " + value.getClass(), failure);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) {
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            objects.setObjectInputFilter(KNOWN_ONLY);
            return objects.readObject();
        } catch (IOException | ClassNotFoundException failure) {
            throw new IllegalStateException("a session holds what it may not", failure);
        }
    }
}

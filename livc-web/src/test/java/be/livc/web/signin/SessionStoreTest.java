package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.web.layout.Notice;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;

class SessionStoreTest {

    private final ConversionService conversions = new SessionStore().springSessionConversionService();

    @Test
    void what_a_session_holds_comes_back_as_it_was() {
        SecurityContext context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(new SignedIn(UUID.randomUUID()), null, List.of()));
        FlashMap flash = new FlashMap();
        flash.put("notice", Notice.of("x.done", "D-2026-041", 3));

        assertThat(back(context)).isEqualTo(context);
        assertThat(back(flash)).isEqualTo(flash);
        assertThat(back("a cell")).isEqualTo("a cell");
        assertThat(back(new DefaultCsrfToken("h", "p", "t"))).isInstanceOf(DefaultCsrfToken.class);
    }

    @Test
    void an_object_of_any_other_kind_does_not_come_to_life() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(new File("/etc/passwd"));
        }

        assertThatThrownBy(() -> conversions.convert(bytes.toByteArray(), Object.class))
                .rootCause()
                .hasMessageContaining("REJECTED");
    }

    private Object back(Object value) {
        return conversions.convert(conversions.convert(value, byte[].class), Object.class);
    }
}

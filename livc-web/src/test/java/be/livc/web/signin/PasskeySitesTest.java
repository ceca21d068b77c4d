package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** For which site passkeys are made: the one that the program was told, whatever a request says. */
class PasskeySitesTest {

    private static MockHttpServletRequest requestTo(String host) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/aanmelden");
        request.setServerName(host);
        request.setServerPort(8080);
        return request;
    }

    @Test
    void the_address_of_the_program_is_the_site_whatever_a_request_calls_it() {
        PasskeySites sites = new PasskeySites(" https://livc.voorbeeldstad.example:8443/livc/ ");

        PasskeySite expected = new PasskeySite("livc.voorbeeldstad.example", "https://livc.voorbeeldstad.example:8443");
        assertThat(sites.of(requestTo("livc.voorbeeldstad.example"))).contains(expected);
        assertThat(sites.of(requestTo("vals.example"))).contains(expected);
        assertThat(sites.of(requestTo("localhost"))).contains(expected);
    }

    @Test
    void without_an_address_it_is_the_own_machine_alone() {
        PasskeySites sites = new PasskeySites("");

        assertThat(sites.of(requestTo("localhost"))).contains(new PasskeySite("localhost", "http://localhost:8080"));
        assertThat(sites.of(requestTo("127.0.0.1"))).isEmpty();
        assertThat(sites.of(requestTo("livc.voorbeeldstad.example"))).isEmpty();
    }

    @Test
    void an_address_without_scheme_is_refused_with_what_to_write() {
        for (String address :
                new String[] {"livc.voorbeeldstad.example", "livc.voorbeeldstad.example:8443", "https://"}) {
            assertThatThrownBy(() -> new PasskeySites(address))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new PasskeySites("livc.voorbeeldstad.example"))
                .hasMessageContaining("livc.address is written as https://livc.example.be");
    }
}

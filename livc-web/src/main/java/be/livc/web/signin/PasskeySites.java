package be.livc.web.signin;

import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Tells for which site passkeys are made: the public address of the program. Never what a request calls the program, since whoever
 * sends it chose that; but on the own machine, where nobody is between, any port is taken.
 */
@Component
class PasskeySites {

    private static final String OWN_MACHINE = "localhost";

    private final Optional<PasskeySite> configured;

    /** An address that names no site stops the start: passkeys made for it would open nothing. */
    PasskeySites(@Value("${livc.address:}") String address) {
        this.configured =
                Optional.of(address).filter(given -> !given.isBlank()).map(given -> site(URI.create(given.strip())));
    }

    private static PasskeySite site(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "livc.address is written as https://livc.example.be, with its scheme: " + address);
        }
        return new PasskeySite(address.getHost(), address.getScheme() + "://" + address.getAuthority());
    }

    /**
     * The site that this request is for.
     *
     * @throws Refusal not found, where no passkeys can be made
     */
    PasskeySite require(HttpServletRequest request) {
        return of(request).orElseThrow(Refusal::notFound);
    }

    /** The same; empty where no passkeys can be made, since the program was not told its address. */
    Optional<PasskeySite> of(HttpServletRequest request) {
        return configured.or(() -> Optional.of(request)
                .filter(asked -> asked.getServerName().equals(OWN_MACHINE))
                .map(asked -> site(ServletUriComponentsBuilder.fromContextPath(asked)
                        .build()
                        .toUri())));
    }
}

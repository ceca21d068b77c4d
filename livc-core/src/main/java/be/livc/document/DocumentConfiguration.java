package be.livc.document;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What an installation sets: the scanner, and how large a document may be. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    /** The most that is taken whatever is set: what was tried. */
    private static final DataSize MOST = DataSize.ofGigabytes(1);

    /**
     * How large a document may be.
     *
     * @param bytes the most that is taken
     */
    record Limit(long bytes) {}

    @Bean
    Scanner documentScanner(@Value("${livc.documents.clamd:}") String address) {
        if (address.isBlank()) {
            return new NoScanner();
        }
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("livc.documents.clamd is host:port");
        }
        return new Clamd(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    @Bean
    Limit documentLimit(@Value("${livc.documents.largest:50MB}") DataSize largest) {
        if (largest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("livc.documents.largest is at most 1GB");
        }
        return new Limit(largest.toBytes());
    }
}

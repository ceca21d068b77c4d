package be.livc.web.document;

import be.livc.document.DocumentReading;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Streams a document to whoever asked. No browser shows it: it is an attachment of no type, sniffing is off, and where one
 * showed it all the same it would be in a sandbox without anything.
 */
final class Downloads {

    private static final String SANDBOX = "default-src 'none'; sandbox";

    private Downloads() {}

    static void send(DocumentReading.Download download, HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(download.document().size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(download.document().name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (InputStream content = download.content()) {
            content.transferTo(response.getOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

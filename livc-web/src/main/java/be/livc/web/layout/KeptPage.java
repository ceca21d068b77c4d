package be.livc.web.layout;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.CharArrayWriter;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Keeps a page instead of sending it. */
final class KeptPage extends HttpServletResponseWrapper {

    private final CharArrayWriter text = new CharArrayWriter();
    private final PrintWriter writer = new PrintWriter(text);
    private int status = HttpStatus.OK.value();
    private String type = "";

    KeptPage(HttpServletResponse response) {
        super(response);
    }

    /** The page; empty where the answer was another one. */
    Optional<String> page() {
        writer.flush();
        boolean isPage = status == HttpStatus.OK.value() && type.startsWith(MediaType.TEXT_HTML_VALUE);
        return isPage ? Optional.of(text.toString()) : Optional.empty();
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void setContentType(@Nullable String given) {
        type = given == null ? "" : given;
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public void setStatus(int given) {
        status = given;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int given) {
        status = given;
    }

    @Override
    public void sendError(int given, String message) {
        status = given;
    }

    @Override
    public void sendRedirect(String location) {
        status = HttpStatus.FOUND.value();
    }

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void addHeader(String name, String value) {}

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void resetBuffer() {
        text.reset();
    }

    @Override
    public void reset() {
        text.reset();
    }
}

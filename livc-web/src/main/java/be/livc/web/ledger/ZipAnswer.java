package be.livc.web.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;

/**
 * Sends a zip while it is made, so that a long one needs no more memory than a short one. What it is called is said once there is
 * something to send: a refusal before that is answered as a page, not as a file.
 */
public final class ZipAnswer extends OutputStream {

    private final HttpServletResponse response;
    private final String name;

    /**
     * Begins an answer.
     *
     * @param name what the file is called where it is kept
     */
    public ZipAnswer(HttpServletResponse response, String name) {
        this.response = response;
        this.name = name;
    }

    @Override
    public void write(int one) throws IOException {
        begun().write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begun().write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        begun().flush();
    }

    private OutputStream begun() throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return response.getOutputStream();
    }
}

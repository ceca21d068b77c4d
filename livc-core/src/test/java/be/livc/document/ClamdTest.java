package be.livc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanner that is slow, silent or talks nonsense never holds an upload up for ever, and never makes a file clean. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClamdTest {

    private static final byte[] MORE_THAN_ANY_BUFFER = new byte[32 << 20];
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /** What the other side does with a connection. */
    private interface Manners {
        void meet(Socket client) throws IOException;
    }

    /** So that nobody closes what is left open. */
    private final List<Socket> held = new ArrayList<>();

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Scanner.Finding scanned(byte[] content, Manners manners) {
        Thread other = new Thread(() -> {
            try {
                manners.meet(server.accept());
            } catch (IOException gone) {
                // the test is over
            }
        });
        other.setDaemon(true);
        other.start();
        Clamd clamd = new Clamd("127.0.0.1", server.getLocalPort(), PATIENCE);
        try (Scanner.Scan scan = clamd.begin()) {
            scan.feed(content, 0, content.length);
            return scan.finish();
        }
    }

    @Test
    void one_that_takes_nothing_in_is_given_up() {
        assertThat(scanned(MORE_THAN_ANY_BUFFER, held::add)).isEqualTo(Scanner.Finding.UNKNOWN);
    }

    @Test
    void one_that_never_answers_is_given_up() {
        assertThat(scanned(
                        new byte[100], client -> client.getInputStream().transferTo(OutputStream.nullOutputStream())))
                .isEqualTo(Scanner.Finding.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stream: O",
                "stream: OKAY\0",
                "stream: OK\nstream: Evil FOUND\0",
                "OK\0",
                "stream: Size ERROR\0"
            })
    void half_an_answer_or_another_is_not_clean(String answer) {
        assertThat(scanned(new byte[100], client -> {
                    readAll(client.getInputStream());
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    client.close();
                }))
                .isNotEqualTo(Scanner.Finding.CLEAN);
    }

    @Test
    void an_answer_that_comes_before_the_file_is_in_counts_for_nothing() {
        assertThat(scanned(MORE_THAN_ANY_BUFFER, client -> {
                    client.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
                    client.close();
                }))
                .isEqualTo(Scanner.Finding.UNKNOWN);
    }

    @Test
    void one_that_answers_that_it_is_clean_is_believed() {
        assertThat(scanned(new byte[100], client -> {
                    readAll(client.getInputStream());
                    client.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
                    client.close();
                }))
                .isEqualTo(Scanner.Finding.CLEAN);
    }

    /** The command, one length, the file, and the length 0. */
    private static void readAll(InputStream in) throws IOException {
        in.readNBytes("zINSTREAM\0".length() + 4 + 100 + 4);
    }
}

package be.livc.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * The wire between one browser and the program: an address of its own, behind which every byte that the program sends, pages
 * and events alike, is kept.
 */
final class Wiretap implements AutoCloseable {

    private final ServerSocket door;
    private final int program;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private Wiretap(ServerSocket door, int program) {
        this.door = door;
        this.program = program;
    }

    static Wiretap before(String address) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
            Wiretap tap = new Wiretap(door, Integer.parseInt(address.replaceFirst(".*:", "")));
            start(tap::accept);
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** All that was received until now; what the transfer put between two chunks of a page is taken out. */
    String received() {
        synchronized (received) {
            return received.toString(StandardCharsets.UTF_8).replaceAll("\r\n[0-9a-f]{1,8}\r\n", "");
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket browser = door.accept();
                Socket server = new Socket(InetAddress.getByName("localhost"), program);
                start(() -> pump(browser, server, false));
                start(() -> pump(server, browser, true));
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pump(Socket from, Socket to, boolean keep) {
        byte[] some = new byte[16_384];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                if (keep) {
                    synchronized (received) {
                        received.write(some, 0, n);
                    }
                }
                out.write(some, 0, n);
                out.flush();
            }
        } catch (IOException ended) {
            // One of the two hung up.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wiretap");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

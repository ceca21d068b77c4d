package be.livc.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * ClamAV's daemon over TCP, by its INSTREAM command (clamd(8)):
 *
 * <pre>
 *   zINSTREAM\0  ( length, 4 bytes, network order · that many bytes )*  0000   ─▶   stream: OK\0
 *                                                                              or   stream: Name FOUND\0
 *                                                                              or   INSTREAM size limit exceeded. ERROR\0
 * </pre>
 */
final class Clamd implements Scanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(120);
    private static final int LONGEST_ANSWER = 4096;

    private final String host;
    private final int port;

    Clamd(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Scan begin() {
        try {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(host, port), (int) TO_CONNECT.toMillis());
            socket.setSoTimeout((int) TO_ANSWER.toMillis());
            Session session = new Session(socket);
            session.start();
            return session;
        } catch (IOException unreachable) {
            return new Session(null);
        }
    }

    /** One connection for one file. Once it broke it takes the rest without sending it. */
    private static final class Session implements Scan {

        private final @Nullable Socket socket;
        private @Nullable DataOutputStream out;

        Session(@Nullable Socket socket) {
            this.socket = socket;
        }

        void start() throws IOException {
            if (socket != null) {
                out = new DataOutputStream(socket.getOutputStream());
                out.write(COMMAND);
            }
        }

        @Override
        public void feed(byte[] bytes, int offset, int length) {
            if (out == null || length == 0) {
                return;
            }
            try {
                out.writeInt(length);
                out.write(bytes, offset, length);
            } catch (IOException broke) {
                out = null;
            }
        }

        @Override
        public Finding finish() {
            if (out == null || socket == null) {
                return Finding.UNKNOWN;
            }
            try {
                out.writeInt(0);
                out.flush();
                return finding(answer(socket.getInputStream()));
            } catch (IOException broke) {
                return Finding.UNKNOWN;
            }
        }

        private static String answer(InputStream in) throws IOException {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            for (int one = in.read(); one > 0 && answer.size() < LONGEST_ANSWER; one = in.read()) {
                answer.write(one);
            }
            return answer.toString(StandardCharsets.US_ASCII);
        }

        private static Finding finding(String answer) {
            if (answer.equals("stream: OK")) {
                return Finding.CLEAN;
            }
            return answer.startsWith("stream: ") && answer.endsWith(" FOUND") ? Finding.INFECTED : Finding.UNKNOWN;
        }

        @Override
        public void close() {
            if (socket != null) {
                try {
                    socket.close();
                } catch (IOException alreadyGone) {
                    out = null;
                }
            }
        }
    }
}

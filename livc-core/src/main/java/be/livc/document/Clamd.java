package be.livc.document;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** How long it may take over one piece of a file, and over its answer. */
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(120);

    private static final int LONGEST_ANSWER = 4096;

    private final String host;
    private final int port;
    private final Duration patience;

    Clamd(String host, int port) {
        this(host, port, USUAL_PATIENCE);
    }

    Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public Scan begin() {
        Session session = new Session(patience);
        session.start(new InetSocketAddress(host, port));
        return session;
    }

    /**
     * One connection for one file. Once it broke it takes the rest without sending it. Every wait has an end: a time-out of
     * {@link java.net.Socket} would hold for what is read only, and a scanner that takes nothing in would hold the upload up
     * for ever.
     */
    private static final class Session implements Scan {

        private final Duration patience;
        private @Nullable AsynchronousSocketChannel open;

        Session(Duration patience) {
            this.patience = patience;
        }

        void start(InetSocketAddress address) {
            try {
                open = AsynchronousSocketChannel.open();
                within(TO_CONNECT, open.connect(address));
                send(ByteBuffer.wrap(COMMAND));
            } catch (IOException | UnresolvedAddressException unreachable) {
                close();
            }
        }

        @Override
        public void feed(byte[] bytes, int offset, int length) {
            if (length > 0) {
                trySend(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
                trySend(ByteBuffer.wrap(bytes, offset, length));
            }
        }

        @Override
        public Finding finish() {
            trySend(ByteBuffer.allocate(Integer.BYTES));
            try {
                return open == null ? Finding.UNKNOWN : finding(answer(open));
            } catch (IOException broke) {
                return Finding.UNKNOWN;
            }
        }

        private void trySend(ByteBuffer bytes) {
            try {
                send(bytes);
            } catch (IOException broke) {
                close();
            }
        }

        private void send(ByteBuffer bytes) throws IOException {
            while (open != null && bytes.hasRemaining()) {
                within(patience, open.write(bytes));
            }
        }

        private String answer(AsynchronousSocketChannel from) throws IOException {
            ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
            int read = 0;
            while (read >= 0 && answer.hasRemaining() && !isWhole(answer)) {
                read = within(patience, from.read(answer));
            }
            int length = isWhole(answer) ? answer.position() - 1 : answer.position();
            return new String(answer.array(), 0, length, StandardCharsets.US_ASCII);
        }

        private static boolean isWhole(ByteBuffer answer) {
            return answer.position() > 0 && answer.get(answer.position() - 1) == 0;
        }

        private static <T> T within(Duration time, Future<T> answer) throws IOException {
            try {
                return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException broke) {
                throw new IOException("the scanner does not answer", broke);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("the scan was stopped", stopped);
            }
        }

        private static Finding finding(String answer) {
            if (answer.equals("stream: OK")) {
                return Finding.CLEAN;
            }
            return answer.startsWith("stream: ") && answer.endsWith(" FOUND") ? Finding.INFECTED : Finding.UNKNOWN;
        }

        @Override
        public void close() {
            AsynchronousSocketChannel closing = open;
            open = null;
            if (closing != null) {
                try {
                    closing.close();
                } catch (IOException alreadyGone) {
                    // it was to be closed
                }
            }
        }
    }
}

package be.livc.workflow.livcr;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Stands in for ClamAV's daemon, which is not here: reads {@code zINSTREAM\0}, then chunks of a length in four bytes, network
 * order, and that many bytes, to a length of zero; answers {@code stream: OK\0} or {@code stream: … FOUND\0}, as clamd(8)
 * documents. Anything that departs from it gets {@code UNKNOWN COMMAND\0}.
 */
final class ClamdStandIn {

    private static final String TRIAL = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private volatile boolean answering = true;

    private ClamdStandIn(ServerSocket server) {
        this.server = server;
    }

    static ClamdStandIn start() {
        try {
            ClamdStandIn standIn = new ClamdStandIn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(standIn::serve, "clamd");
            thread.setDaemon(true);
            thread.start();
            return standIn;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void answers(boolean does) {
        answering = does;
    }

    private void serve() {
        while (true) {
            try (Socket client = server.accept()) {
                if (answering) {
                    answer(client);
                }
            } catch (IOException gone) {
                continue;
            }
        }
    }

    private static void answer(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        byte[] command = in.readNBytes(COMMAND.length);
        String answer = "UNKNOWN COMMAND\0";
        if (Arrays.equals(command, COMMAND)) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int length = in.readInt(); length != 0; length = in.readInt()) {
                stream.write(in.readNBytes(length));
            }
            boolean found = stream.toString(StandardCharsets.ISO_8859_1).contains(TRIAL);
            answer = found ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0";
        }
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}

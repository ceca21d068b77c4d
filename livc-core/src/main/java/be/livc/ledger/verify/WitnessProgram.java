package be.livc.ledger.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The witness mode: {@code java -jar livc-web.jar witness --folder witness --name name [--port 8090] [--address 127.0.0.1]}.
 * The folder's file {@code logs} holds the verifier keys of the ledgers to watch, one a line.
 *
 * <p>Runs without the database, the keys and the network of the cell it watches; that is the point of it.
 */
public final class WitnessProgram {

    private static final int LARGEST_REQUEST = 1 << 16;

    private WitnessProgram() {}

    /** Starts it, and leaves it running. Without a folder and a name it says what it needs, and ends with 2. */
    public static void main(String[] args) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        String into = given.get("--folder");
        String name = given.get("--name");
        if (into == null || name == null) {
            // Under which name it signs stays with every checkpoint: that is not for the program to choose.
            System.err.println("witness --folder folder --name name [--port 8090] [--address 127.0.0.1];"
                    + " the file logs in the folder: the verifier keys of the ledgers to watch, one a line");
            System.exit(2);
            return;
        }
        Path folder = Path.of(into);
        Path logs = folder.resolve("logs");
        List<String> watched = Files.exists(logs)
                ? Files.readAllLines(logs).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
        Witness witness = Witness.in(folder, name, watched, Clock.systemUTC());
        HttpServer server = serve(
                witness,
                new InetSocketAddress(
                        InetAddress.getByName(given.getOrDefault("--address", "127.0.0.1")),
                        Integer.parseInt(given.getOrDefault("--port", "8090"))));
        System.out.println("http:/" + server.getAddress() + "  " + witness.verifierKey());
    }

    /** Puts a witness on the network; the caller stops what it gets. */
    public static HttpServer serve(Witness witness, InetSocketAddress address) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", exchange -> answer(exchange, witness));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, Witness witness) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean post = exchange.getRequestMethod().equals("POST");
            if (path.equals("/add-checkpoint") && post) {
                byte[] request = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
                Witness.Answer answer = witness.add(request);
                send(
                        exchange,
                        answer.status(),
                        answer.status() == 409 ? "text/x.tlog.size" : "text/plain",
                        answer.body());
            } else if (path.equals("/") && !post) {
                String seen = witness.seen().values().stream().collect(Collectors.joining("\n"));
                send(exchange, 200, "text/plain; charset=utf-8", witness.verifierKey() + "\n\n" + seen);
            } else {
                send(exchange, 404, "text/plain", "");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

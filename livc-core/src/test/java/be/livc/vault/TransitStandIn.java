package be.livc.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as the documentation of HashiCorp Vault's transit engine says that it does, for one key: paths, methods, headers, fields
 * and status codes of its HTTP interface. Not Vault itself.
 */
final class TransitStandIn implements AutoCloseable {

    static final String TOKEN = "s.a-token-of-a-test";

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final TreeMap<Integer, Key> keys = new TreeMap<>(Map.of(1, Key.of(Key.fresh())));
    private final List<String> requests = new ArrayList<>();
    private int minDecryption = 1;
    private int minEncryption;
    private int minAvailable;
    private Optional<String> only = Optional.empty();

    TransitStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transit/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was asked, a line each: method, path, body. */
    List<String> requests() {
        return requests;
    }

    /** From now on, whatever is asked. */
    synchronized void answersOnly(String body) {
        only = Optional.of(body);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {

        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (only.isPresent()) {
                send(exchange, 200, only.get());
                return;
            }
            requests.add(exchange.getRequestMethod() + " " + path + " " + body);
            if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                send(exchange, 403, "{\"errors\":[\"permission denied\"]}\n");
                return;
            }
            JsonNode asked = body.isEmpty() ? json.createObjectNode() : json.readTree(body);
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /v1/transit/keys/livc" -> send(exchange, 200, key());
                case "POST /v1/transit/encrypt/livc" -> send(exchange, 200, encrypted(asked));
                case "POST /v1/transit/decrypt/livc" -> decrypted(exchange, asked);
                case "POST /v1/transit/keys/livc/rotate" -> {
                    keys.put(keys.lastKey() + 1, Key.of(Key.fresh()));
                    send(exchange, 204, "");
                }
                case "POST /v1/transit/keys/livc/config" -> {
                    minDecryption = asked.path("min_decryption_version").asInt(minDecryption);
                    minEncryption = asked.path("min_encryption_version").asInt(minEncryption);
                    send(exchange, 204, "");
                }
                case "POST /v1/transit/keys/livc/trim" ->
                    trim(exchange, asked.get("min_available_version").asInt());
                default -> send(exchange, 404, "{\"errors\":[]}\n");
            }
        }
    }

    private String key() {
        String versions = keys.keySet().stream()
                .filter(version -> version >= minDecryption)
                .map(version -> "\"" + version + "\":1442851412")
                .collect(Collectors.joining(","));
        return "{\"data\":{\"type\":\"aes256-gcm96\",\"deletion_allowed\":false,\"derived\":false,\"exportable\":false,"
                + "\"allow_plaintext_backup\":false,\"keys\":{" + versions + "},\"latest_version\":" + keys.lastKey()
                + ",\"min_available_version\":" + minAvailable + ",\"min_decryption_version\":" + minDecryption
                + ",\"min_encryption_version\":" + minEncryption + ",\"name\":\"livc\",\"supports_encryption\":true,"
                + "\"supports_decryption\":true,\"supports_derivation\":true,\"supports_signing\":false}}\n";
    }

    private String encrypted(JsonNode asked) {
        byte[] plain = Base64.getDecoder().decode(asked.get("plaintext").asString());
        byte[] sealed = keys.lastEntry().getValue().seal(plain, new byte[0]);
        return "{\"data\":{\"ciphertext\":\"vault:v" + keys.lastKey() + ":"
                + Base64.getEncoder().encodeToString(sealed) + "\",\"key_version\":" + keys.lastKey() + "}}\n";
    }

    private void decrypted(HttpExchange exchange, JsonNode asked) throws IOException {
        String[] parts = asked.get("ciphertext").asString().split(":", 3);
        Key with = keys.get(Integer.parseInt(parts[1].substring(1)));
        try {
            if (with == null || Integer.parseInt(parts[1].substring(1)) < minDecryption) {
                throw new GeneralSecurityException("too old");
            }
            byte[] plain = with.open(Base64.getDecoder().decode(parts[2]), new byte[0]);
            send(
                    exchange,
                    200,
                    "{\"data\":{\"plaintext\":\"" + Base64.getEncoder().encodeToString(plain) + "\"}}\n");
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            send(exchange, 400, "{\"errors\":[\"invalid ciphertext: unable to decrypt\"]}\n");
        }
    }

    private void trim(HttpExchange exchange, int least) throws IOException {
        if (minDecryption == 0 || minEncryption == 0 || least > Math.min(minDecryption, minEncryption)) {
            send(exchange, 400, "{\"errors\":[\"minimum available version cannot be set\"]}\n");
            return;
        }
        minAvailable = least;
        keys.headMap(least).clear();
        send(exchange, 204, "");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

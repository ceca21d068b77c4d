package be.livc.web.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST contract with a token, which keeps its connection and does little work of its own. */
final class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String root;
    private final String token;

    private Caller(String root, String token) {
        this.root = root;
        this.token = token;
    }

    /** Signs in with the password of the demo. */
    static Caller signedIn(int port, String username, String password) throws IOException {
        Caller nobody = new Caller("http://127.0.0.1:" + port + "/api/v1", "");
        String answer =
                nobody.post("/tokens", JSON.writeValueAsString(Map.of("username", username, "password", password)));
        return new Caller(nobody.root, JSON.readTree(answer).get("token").asString());
    }

    /** Calls to another service that asks for no token. */
    static Caller at(String root) {
        return new Caller(root, "");
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    String get(String path) throws IOException {
        return answer(connection(path));
    }

    String post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    String put(String path, String body) throws IOException {
        return send("PUT", path, body);
    }

    private String send(String method, String path, String body) throws IOException {
        HttpURLConnection connection = connection(path);
        connection.setRequestMethod(method);
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return answer(connection);
    }

    private HttpURLConnection connection(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(root + path).toURL().openConnection();
        connection.setRequestProperty("Content-Type", "application/json");
        if (!token.isEmpty()) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        return connection;
    }

    /** Reads to the end, so that the connection can be used again. */
    private static String answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status >= 400) {
                throw new IOException(status + " " + body);
            }
            return body;
        }
    }
}

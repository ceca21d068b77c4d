package be.livc.browser;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The REST calls of one person: what a test arranges before people come to their screens. */
final class Calls {

    private static final Gson GSON = new Gson();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final String token;

    private Calls(String root, String token) {
        this.root = root;
        this.token = token;
    }

    static Calls of(Stage stage, String username) {
        Calls nobody = new Calls(stage.program().address() + "/api/v1", "");
        JsonObject answer = nobody.post("/tokens", Map.of("username", username, "password", "livc-demo"));
        return new Calls(nobody.root, answer.get("token").getAsString());
    }

    /** The mandate that these calls are made under. */
    String mandate() {
        return send(HttpRequest.newBuilder(URI.create(root + "/me")).GET(), 200)
                .getAsJsonObject()
                .get("mandate")
                .getAsString();
    }

    JsonArray list(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET(), 200)
                .getAsJsonObject()
                .getAsJsonArray("items");
    }

    JsonObject post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(GSON.toJson(body))), 299)
                .getAsJsonObject();
    }

    /** Whether it was taken. */
    boolean tries(String path, Object body) {
        return answer(json(path).POST(BodyPublishers.ofString(GSON.toJson(body))))
                        .statusCode()
                < 300;
    }

    void put(String path, Object body) {
        send(json(path).PUT(BodyPublishers.ofString(GSON.toJson(body))), 299);
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/json");
    }

    private JsonElement send(HttpRequest.Builder request, int atMost) {
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() > atMost) {
            throw new AssertionError(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonParser.parseString(answer.body());
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package be.livc.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Another program that calls the REST contract, with a token or without. */
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final String root;
    private final Map<String, String> headers;

    private Api(String root, Map<String, String> headers) {
        this.root = root;
        this.headers = headers;
    }

    /** Calls to the program at this port, by nobody yet. */
    public static Api at(int port) {
        return new Api("http://localhost:" + port + "/api/v1", Map.of());
    }

    /** The same with a token. */
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with one more header. */
    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(root, more);
    }

    /** GET of a path below {@code /api/v1}. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** DELETE of a path below {@code /api/v1}. */
    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** POST of a value that becomes JSON, or of a text that is JSON already. */
    public Answer post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(json(body))));
    }

    /** POST of a form with a file; fields go before it. */
    public Answer upload(String path, String fileName, byte[] content, String... fields) {
        return send(request(path)
                .setHeader("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofByteArray(Multipart.body("file", fileName, content, fields))));
    }

    /** PUT of the same. */
    public Answer put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(json(body))));
    }

    private static String json(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

package be.livc.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program answered. */
public record Answer(HttpResponse<byte[]> response) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The status code. */
    public int status() {
        return response.statusCode();
    }

    /** The body as it came. */
    public byte[] bytes() {
        return response.body();
    }

    /** The body as text. */
    public String body() {
        return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** The code of a problem. */
    public String code() {
        return json().get("code").asString();
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** Every header of this name. */
    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** Where it leads, without scheme and host. */
    public String location() {
        return header("Location")
                .orElseThrow(() -> new AssertionError("leads nowhere: " + status()))
                .replaceFirst("^https?://[^/]+", "");
    }

    /** The first group of the first match in the body. */
    public Optional<String> find(String pattern) {
        return Pattern.compile(pattern).matcher(body()).results().findFirst().map(match -> match.group(1));
    }
}

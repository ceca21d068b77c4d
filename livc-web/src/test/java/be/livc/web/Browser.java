package be.livc.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A browser without script: keeps cookies, sends the token of the last page along with every form, and follows no redirect by
 * itself.
 */
public final class Browser {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String root;
    private Optional<String> csrf = Optional.empty();

    private Browser(String root) {
        this.root = root;
    }

    /** A new browser, with nobody signed in. */
    public static Browser at(int port) {
        return new Browser("http://localhost:" + port);
    }

    /** Signs in on the sign-in page, and gives its answer: a redirect when it went well. */
    public Answer signIn(String username, String password) {
        get("/aanmelden");
        return post("/aanmelden", "username", username, "password", password);
    }

    /** GET of a page; {@code headers} are names and values in turn. */
    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Follows a redirect. */
    public Answer follow(Answer answer) {
        return get(answer.location());
    }

    /** POST of a form with the token of the last page; {@code fields} are names and values in turn. */
    public Answer post(String path, String... fields) {
        List<String> all = new ArrayList<>(Arrays.asList(fields));
        csrf.ifPresent(token -> all.addAll(List.of("_csrf", token)));
        return postWithoutToken(path, all.toArray(String[]::new));
    }

    /** POST of a form with a file in the field {@code file}; see {@link #uploadAs}. */
    public Answer upload(String path, String fileName, byte[] content, String... fields) {
        return uploadAs("file", path, fileName, content, fields);
    }

    /** The same for a field of another name. The token stands in the address, as in the page; fields go before the file. */
    public Answer uploadAs(String field, String path, String fileName, byte[] content, String... fields) {
        String token = csrf.map(value -> "?_csrf=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElse("");
        return send(request(path + token)
                .setHeader("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofByteArray(Multipart.body(field, fileName, content, fields))));
    }

    /** The same without the token. */
    public Answer postWithoutToken(String path, String... fields) {
        return send(request(path)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** POST as the scripts of a page do it: with the token as a header, and no wish for a page. */
    public Answer postAsScript(String path, String... fields) {
        HttpRequest.Builder request = request(path)
                .setHeader("Accept", "*/*")
                .setHeader("HX-Request", "true")
                .setHeader("Content-Type", "application/x-www-form-urlencoded");
        csrf.ifPresent(token -> request.setHeader("X-CSRF-TOKEN", token));
        return send(request.POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** The cookie of this name. */
    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** Puts a cookie there, in place of the one of that name. */
    public void setCookie(String name, String value) {
        cookie(name).ifPresent(before -> cookies.getCookieStore().remove(null, before));
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(root), cookie);
    }

    private static String encoded(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < fields.length; at += 2) {
            pairs.add(URLEncoder.encode(fields[at], StandardCharsets.UTF_8)
                    + '='
                    + URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
        }
        return pairs.stream().collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "nl");
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            Answer answer = new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
            csrf = answer.find("name=\"csrf-token\" content=\"([^\"]+)\"").or(() -> csrf);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

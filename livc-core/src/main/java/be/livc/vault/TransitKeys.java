package be.livc.vault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The master keys in HashiCorp Vault's transit engine: they never leave it. Each version of one named key is a master key; it is
 * to be an {@code aes256-gcm96} key that is made there beforehand and is not exportable.
 *
 * <p>Uses what the documentation of the engine's HTTP interface has said since version 0.11: read, encrypt, decrypt, rotate,
 * config and trim. What a key is bound to goes into the plaintext as a digest, since the associated data of that interface came
 * later.
 */
final class TransitKeys implements MasterKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DIGEST_BYTES = 32;
    private static final String TAKE_CARE =
            "see that it is reached and unsealed, and that livc.vault.token may use the key";

    private record Versions(int newest, Set<Integer> all) {}

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = new JsonMapper();
    private final URI address;
    private final String token;
    private final String mount;
    private final String key;
    private volatile Versions versions;

    /**
     * Reads the key.
     *
     * @throws KeysetProblem when it is not there or not to be reached
     */
    TransitKeys(URI address, String token, String mount, String key) {
        this.address = address;
        this.token = token;
        this.mount = mount;
        this.key = key;
        this.versions = read();
    }

    /** Itself, when it has all master keys that the database has been used with; a {@link KeysetProblem} otherwise. */
    TransitKeys requireAll(Set<String> used) {
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(names());
        if (!missing.isEmpty()) {
            throw new KeysetProblem(
                    "the transit key " + key + " is not the one that the database has been used with: it lacks "
                            + String.join(", ", missing),
                    "point livc.vault.address and livc.vault.key to the right one");
        }
        return this;
    }

    private String name(int version) {
        return "transit-" + key + "-v" + version;
    }

    @Override
    public String current() {
        return name(versions.newest());
    }

    @Override
    public Set<String> names() {
        return versions.all().stream().map(this::name).collect(Collectors.toSet());
    }

    @Override
    public Wrapped wrap(byte[] secret, byte[] associatedData) {
        byte[] plain = concatenated(digest(associatedData), secret);
        String ciphertext = text(answered("encrypt/" + key, Map.of("plaintext", base64(plain))), "ciphertext");
        return new Wrapped(ciphertext.getBytes(StandardCharsets.US_ASCII), name(versionOf(ciphertext)));
    }

    /** {@code vault:v3:…} was made by version 3. */
    private static int versionOf(String ciphertext) {
        String[] parts = ciphertext.split(":", 3);
        if (parts.length != 3 || !parts[0].equals("vault") || !parts[1].matches("v\\d{1,9}")) {
            throw new KeysetProblem("Vault gave a ciphertext of an unknown form", TAKE_CARE);
        }
        return Integer.parseInt(parts[1].substring(1));
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
        HttpResponse<String> answer =
                post("decrypt/" + key, Map.of("ciphertext", new String(wrapped, StandardCharsets.US_ASCII)));
        if (answer.statusCode() == 400) {
            throw new GeneralSecurityException("not wrapped by this key, or altered");
        }
        byte[] plain = decoded(text(good(answer), "plaintext"));
        byte[] bound = Arrays.copyOf(plain, Math.min(plain.length, DIGEST_BYTES));
        if (!MessageDigest.isEqual(bound, digest(associatedData))) {
            throw new GeneralSecurityException("wrapped for something else");
        }
        return Arrays.copyOfRange(plain, DIGEST_BYTES, plain.length);
    }

    @Override
    public String renew(Set<String> ever) {
        answered("keys/" + key + "/rotate", Map.of());
        versions = read();
        return current();
    }

    /** Versions go from the oldest on: one waits until every older one may go too. */
    @Override
    public boolean destroy(String name) {
        versions = read();
        if (current().equals(name)) {
            throw new IllegalStateException("the master key that wraps now cannot be destroyed");
        }
        if (!names().contains(name)) {
            return true;
        }
        int oldest = versions.all().stream().min(Integer::compare).orElseThrow();
        if (!name(oldest).equals(name)) {
            return false;
        }
        answered(
                "keys/" + key + "/config",
                Map.of("min_decryption_version", oldest + 1, "min_encryption_version", oldest + 1));
        answered("keys/" + key + "/trim", Map.of("min_available_version", oldest + 1));
        versions = read();
        return true;
    }

    @Override
    public void dropExpired() {
        versions = read();
    }

    private Versions read() {
        JsonNode found = data(good(send(request("keys/" + key).GET())));
        int least = Math.max(
                found.path("min_decryption_version").asInt(1),
                found.path("min_available_version").asInt(0));
        Set<Integer> all = found.path("keys").propertyNames().stream()
                .filter(version -> version.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(version -> version >= least)
                .collect(Collectors.toCollection(TreeSet::new));
        if (all.isEmpty()) {
            throw unknownForm();
        }
        return new Versions(all.stream().max(Integer::compare).orElseThrow(), all);
    }

    private String answered(String path, Map<String, Object> body) {
        return good(post(path, body));
    }

    private HttpResponse<String> post(String path, Map<String, Object> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve("/v1/" + mount + "/" + path))
                .timeout(PATIENCE)
                .header("X-Vault-Token", token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new KeysetProblem("Vault at " + address + " is not reached", TAKE_CARE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while Vault was asked", stopped);
        }
    }

    /** The answer of a call that was carried out; what Vault says of one that was not may hold what was sent, and is not told. */
    private String good(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new KeysetProblem("Vault at " + address + " refused: status " + answer.statusCode(), TAKE_CARE);
        }
        return answer.body();
    }

    private JsonNode data(String body) {
        try {
            return json.readTree(body).path("data");
        } catch (JacksonException noJson) {
            throw new KeysetProblem("Vault at " + address + " gave no JSON", TAKE_CARE);
        }
    }

    private String text(String body, String name) {
        JsonNode found = data(body).path(name);
        if (!found.isString()) {
            throw unknownForm();
        }
        return found.stringValue();
    }

    private byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException cutShort) {
            throw unknownForm();
        }
    }

    private KeysetProblem unknownForm() {
        return new KeysetProblem("Vault at " + address + " gave an answer of an unknown form", TAKE_CARE);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] digest(byte[] associatedData) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(associatedData);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("SHA-256 is not to be had on this Java", failure);
        }
    }
}

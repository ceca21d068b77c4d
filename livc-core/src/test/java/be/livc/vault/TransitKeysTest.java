package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The master keys in HashiCorp Vault's transit engine, as its documentation says it answers; against a stand-in, not Vault. */
class TransitKeysTest {

    private static final byte[] FOR = "v1|cell_key|x|1".getBytes(StandardCharsets.UTF_8);

    private TransitStandIn vault;

    @BeforeEach
    void start() throws IOException {
        vault = new TransitStandIn();
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    private TransitKeys keys() {
        return new TransitKeys(vault.address(), TransitStandIn.TOKEN, "transit", "livc");
    }

    @Test
    void what_it_wrapped_it_unwraps_for_the_same_use_only() throws GeneralSecurityException {
        byte[] key = Key.fresh();

        MasterKeys.Wrapped wrapped = keys().wrap(key, FOR);

        assertThat(wrapped.by()).isEqualTo("transit-livc-v1");
        assertThat(new String(wrapped.bytes(), StandardCharsets.US_ASCII)).startsWith("vault:v1:");
        assertThat(keys().unwrap(wrapped.bytes(), FOR)).isEqualTo(key);
        assertThatThrownBy(() -> keys().unwrap(wrapped.bytes(), "v1|cell_key|y|1".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
        byte[] altered = wrapped.bytes().clone();
        altered[20] = (byte) (altered[20] == 'A' ? 'B' : 'A');
        assertThatThrownBy(() -> keys().unwrap(altered, FOR)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void it_asks_what_the_documentation_says_byte_for_byte() {
        byte[] key = new byte[32];

        TransitKeys keys = keys();
        keys.wrap(key, FOR);
        keys.renew(Set.of());
        keys.destroy("transit-livc-v1");

        assertThat(vault.requests()).hasSize(8).first().isEqualTo("GET /v1/transit/keys/livc ");
        assertThat(vault.requests().get(1))
                .matches("POST /v1/transit/encrypt/livc \\{\"plaintext\":\"[A-Za-z0-9+/]{86}==\"}");
        assertThat(vault.requests().get(2)).isEqualTo("POST /v1/transit/keys/livc/rotate {}");
        assertThat(vault.requests())
                .anyMatch(one -> one.startsWith("POST /v1/transit/keys/livc/config {")
                        && one.contains("\"min_decryption_version\":2")
                        && one.contains("\"min_encryption_version\":2"))
                .contains("POST /v1/transit/keys/livc/trim {\"min_available_version\":2}");
        assertThat(vault.requests().toString())
                .doesNotContain(Base64.getEncoder().encodeToString(FOR));
    }

    @Test
    void a_renewed_key_wraps_and_the_old_one_unwraps_until_it_is_destroyed() throws GeneralSecurityException {
        TransitKeys keys = keys();
        byte[] key = Key.fresh();
        byte[] old = keys.wrap(key, FOR).bytes();

        assertThat(keys.renew(Set.of())).isEqualTo("transit-livc-v2");
        assertThat(keys.wrap(key, FOR).by()).isEqualTo("transit-livc-v2");
        assertThat(keys.unwrap(old, FOR)).isEqualTo(key);
        assertThat(keys.destroy("transit-livc-v1")).isTrue();

        assertThat(keys.names()).containsExactly("transit-livc-v2");
        assertThatThrownBy(() -> keys.unwrap(old, FOR)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> keys.destroy("transit-livc-v2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_version_waits_for_the_older_ones() {
        TransitKeys keys = keys();
        keys.renew(Set.of());
        keys.renew(Set.of());

        assertThat(keys.destroy("transit-livc-v2")).isFalse();
        assertThat(keys.names()).hasSize(3);
    }

    @Test
    void a_wrong_token_another_key_and_a_vault_that_is_away_are_told() {
        assertThatThrownBy(() -> new TransitKeys(vault.address(), "s.wrong", "transit", "livc"))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("403");
        assertThatThrownBy(() -> keys().requireAll(Set.of("keyset-1")))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("keyset-1");
        assertThatThrownBy(() -> new TransitKeys(URI.create("http://127.0.0.1:1"), "t", "transit", "livc"))
                .isInstanceOf(KeysetProblem.class)
                .hasMessageContaining("is not reached");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"errors\":[]}",
                "{\"data\":{}}",
                "{\"data\":null}",
                "{\"data\":{\"ciphertext\":\"vault:v\",\"plaintext\":\"%%%\",\"keys\":{}}}",
                "{\"data\":{\"ciphertext\":7,\"plaintext\":7,\"keys\":7}}"
            })
    void half_an_answer_is_told_as_such_and_shows_nothing(String half) {
        TransitKeys keys = keys();
        byte[] wrapped = keys.wrap(Key.fresh(), FOR).bytes();

        vault.answersOnly(half);

        assertThatThrownBy(() -> keys.wrap(Key.fresh(), FOR)).isInstanceOf(KeysetProblem.class);
        assertThatThrownBy(() -> keys.unwrap(wrapped, FOR)).isInstanceOf(KeysetProblem.class);
        assertThatThrownBy(keys::dropExpired).isInstanceOf(KeysetProblem.class);
        assertThat(keys.current()).isEqualTo("transit-livc-v1");
    }
}

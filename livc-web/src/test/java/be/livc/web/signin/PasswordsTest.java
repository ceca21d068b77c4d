package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private final Passwords inUse = new Passwords(false);
    private final Passwords inDemo = new Passwords(true);

    @Test
    void a_password_is_right_for_its_own_hash_only() {
        String hash = inUse.chosen("password", "an", "een zin van vier woorden");

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(inUse.matches("een zin van vier woorden", Optional.of(hash))).isTrue();
        assertThat(inUse.matches("een zin van vijf woorden", Optional.of(hash))).isFalse();
        assertThat(inUse.matches("een zin van vier woorden", Optional.empty())).isFalse();
        assertThat(inUse.matches("x", Optional.of("{noop}x"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "an, elf tekens., password-too-short",
        "an, aaaaaaaaaaaaaaaaaaaa, password-too-simple",
        "annelies, Annelies2026!, password-too-simple",
        "een zin van vier, Een zin van vier, password-too-simple",
        "an, livc-demo, password-too-short",
        "an, livc-demo-2026, password-too-simple"
    })
    void weak_ones_are_not_taken(String username, String password, String code) {
        assertThatThrownBy(() -> inUse.chosen("password", username, password))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field()).contains("password");
                });
    }

    @Test
    void the_password_of_the_demo_opens_nothing_outside_the_demo() {
        String hash = inDemo.chosen("password", "coordinator", Passwords.OF_THE_DEMO);

        assertThat(inDemo.matches(Passwords.OF_THE_DEMO, Optional.of(hash))).isTrue();
        assertThat(inUse.matches(Passwords.OF_THE_DEMO, Optional.of(hash))).isFalse();
    }
}

package be.livc.web.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class StartSettingsTest {

    @TempDir
    Path folder;

    @Test
    void without_a_database_it_is_the_demo_on_the_loopback_interface() {
        MockEnvironment settings = embedded();

        StartSettings.addTo(settings);

        assertThat(settings.getProperty("livc.demo")).isEqualTo("true");
        assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(settings.getProperty("livc.keyset.file")).isEqualTo(folder + "/secrets/master.keyset");
    }

    @Test
    void the_keyset_password_is_made_when_first_asked_for_and_stays() throws Exception {
        MockEnvironment settings = embedded();
        StartSettings.addTo(settings);
        Path file = folder.resolve("secrets/keyset-password");
        assertThat(file).doesNotExist();

        String password = settings.getProperty("livc.keyset.password");

        assertThat(password).hasSize(43);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        MockEnvironment nextStart = embedded();
        StartSettings.addTo(nextStart);
        assertThat(nextStart.getProperty("livc.keyset.password")).isEqualTo(password);
    }

    @Test
    void what_a_person_sets_comes_first() {
        MockEnvironment settings = embedded()
                .withProperty("server.address", "0.0.0.0")
                .withProperty("livc.keyset.password", "from the environment");

        StartSettings.addTo(settings);

        assertThat(settings.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(settings.getProperty("livc.keyset.password")).isEqualTo("from the environment");
        assertThat(folder.resolve("secrets")).doesNotExist();
    }

    @Test
    void an_own_database_without_the_demo_answers_the_network() {
        MockEnvironment settings = embedded().withProperty("livc.demo", "false");

        StartSettings.addTo(settings);

        assertThat(settings.getProperty("server.address")).isNull();
    }

    @Test
    void a_named_database_is_never_the_demo_by_itself() {
        MockEnvironment settings = named();

        StartSettings.addTo(settings);

        assertThat(settings.getProperty("livc.demo")).isEqualTo("false");
        assertThat(settings.getProperty("server.address")).isNull();
    }

    @Test
    void a_named_database_needs_its_keyset_named_too() {
        assertRefused(named().withProperty("livc.keyset.password", ""), "LIVC_KEYSET_PASSWORD");
        assertRefused(named().withProperty("livc.keyset.file", ""), "LIVC_KEYSET_FILE");
        assertRefused(named().withProperty("spring.flyway.user", ""), "SPRING_FLYWAY_USER");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_encrypted_setting_asks_for_its_password() {
        assertRefused(embedded().withProperty("spring.mail.password", "ENC(abc)"), "LIVC_CONFIG_PASSWORD");
    }

    private static void assertRefused(MockEnvironment settings, String variable) {
        assertThatThrownBy(() -> StartSettings.addTo(settings))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.remedy())
                        .contains(variable));
    }

    private MockEnvironment embedded() {
        return new MockEnvironment().withProperty("livc.data", folder.toString());
    }

    private MockEnvironment named() {
        return embedded()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/livc")
                .withProperty("spring.flyway.user", "livc_owner")
                .withProperty("livc.keyset.file", "/run/secrets/master.keyset")
                .withProperty("livc.keyset.password", "from the environment");
    }
}

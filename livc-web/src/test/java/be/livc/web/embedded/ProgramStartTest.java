package be.livc.web.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ulisesbocchio.jasyptspringbootstarter.JasyptSpringBootAutoConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.jasypt.iv.RandomIvGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The program's settings and its database under Spring, without the rest of the program. */
@ExtendWith(OutputCaptureExtension.class)
class ProgramStartTest {

    private static final List<String> ANSWERS_AT_STOP = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void the_pool_works_as_the_program_the_migrations_as_the_owner_and_the_server_stops_last() throws Exception {
        DataFolders.prepare(folder);

        try (ConfigurableApplicationContext program = start(WithDatabase.class)) {
            JdbcTemplate jdbc = program.getBean(JdbcTemplate.class);
            assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo("livc_app");
            assertThat(jdbc.queryForList(
                            "select distinct tableowner::text from pg_tables where schemaname = 'public'",
                            String.class))
                    .containsExactly("livc_owner");
        }

        assertThat(ANSWERS_AT_STOP).containsExactly("livc_app");
        assertThat(Leftovers.of(folder.resolve("postgres/cluster")).includeServer())
                .isFalse();
        DataFolders.forgetBinaries(folder);
    }

    @Test
    void an_encrypted_setting_is_opened(CapturedOutput output) {
        String sealed = "ENC(" + encryptor("of the environment").encrypt("smtp secret") + ")";

        try (ConfigurableApplicationContext program = start(
                WithoutDatabase.class, "--LIVC_CONFIG_PASSWORD=of the environment", "--mail.password=" + sealed)) {
            assertThat(program.getEnvironment().getProperty("mail.password")).isEqualTo("smtp secret");
        }
        assertThat(output).doesNotContain("smtp secret");
    }

    @Test
    void a_wrong_password_for_encrypted_settings_is_said_in_one_sentence(CapturedOutput output) {
        assertDoesNotOpen(encryptor("another one").encrypt("smtp secret"), output);
    }

    @Test
    void a_wrong_password_that_fits_by_chance_is_said_too(CapturedOutput output) {
        assertDoesNotOpen(encryptor("of the environment").encrypt("\u0003\uFFFDq\uFFFD"), output);
    }

    private void assertDoesNotOpen(String sealed, CapturedOutput output) {
        assertThatThrownBy(() -> start(
                WithAMailPassword.class,
                "--LIVC_CONFIG_PASSWORD=of the environment",
                "--mail.password=ENC(" + sealed + ")"));
        assertThat(output)
                .contains("A setting written as ENC(...) does not open")
                .doesNotContain("\tat ");
    }

    @Test
    void a_missing_password_stops_the_start_in_one_sentence(CapturedOutput output) {
        assertThatThrownBy(() -> start(
                WithoutDatabase.class,
                "--spring.datasource.url=jdbc:postgresql://db/livc",
                "--spring.flyway.user=livc_owner",
                "--livc.keyset.password=",
                "--livc.keyset.file=/run/secrets/master.keyset"));

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "Set the environment variable LIVC_KEYSET_PASSWORD")
                .doesNotContain("\tat ");
    }

    private ConfigurableApplicationContext start(Class<?> program, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--livc.data=" + folder);
        SpringApplication application = new SpringApplicationBuilder(program)
                .web(WebApplicationType.NONE)
                .build();
        return application.run(arguments.toArray(String[]::new));
    }

    private static StandardPBEStringEncryptor encryptor(String password) {
        StandardPBEStringEncryptor encryptor = new StandardPBEStringEncryptor();
        encryptor.setAlgorithm("PBEWITHHMACSHA512ANDAES_256");
        encryptor.setKeyObtentionIterations(210_000);
        encryptor.setIvGenerator(new RandomIvGenerator());
        encryptor.setPassword(password);
        return encryptor;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        EmbeddedDatabaseAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JasyptSpringBootAutoConfiguration.class
    })
    static class WithDatabase {

        @Bean
        DisposableBean lastQuestion(DataSource dataSource) {
            return () -> ANSWERS_AT_STOP.add(
                    new JdbcTemplate(dataSource).queryForObject("select current_user", String.class));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({JasyptSpringBootAutoConfiguration.class, EncryptedSettingsAutoConfiguration.class})
    static class WithoutDatabase {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({JasyptSpringBootAutoConfiguration.class, EncryptedSettingsAutoConfiguration.class})
    static class WithAMailPassword {

        @Bean
        String mailPassword(Environment settings) {
            return settings.getRequiredProperty("mail.password");
        }
    }
}

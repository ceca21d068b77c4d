package be.livc.web.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.env.MockEnvironment;

/** The files a hoster starts from, held against what the program asks for. */
class DeploymentFilesTest {

    private static final Path DEPLOY = Path.of("..", "deploy");

    @Test
    void the_compose_file_gives_the_program_all_it_asks_for() throws IOException {
        EnumerablePropertySource<?> compose = compose();
        MockEnvironment settings = new MockEnvironment();
        for (String name : compose.getPropertyNames()) {
            String variable = name.substring(name.lastIndexOf('.') + 1);
            if (name.startsWith("services.livc.environment.")) {
                settings.setProperty(variable.toLowerCase().replace('_', '.'), text(compose, name));
            } else if (name.startsWith("services.livc.secrets[") && name.endsWith("].target")) {
                settings.setProperty(text(compose, name), "from a file");
            }
        }

        StartSettings.addTo(settings);

        assertThat(settings.getProperty("livc.demo")).isEqualTo("false");
    }

    @Test
    void the_compose_file_holds_no_password_and_writes_only_to_volumes() throws IOException {
        EnumerablePropertySource<?> compose = compose();

        for (String name : compose.getPropertyNames()) {
            if (name.toLowerCase().contains("password")) {
                assertThat(text(compose, name)).matches("(/run|[.])/secrets/.+");
            }
        }
        for (String service : List.of("db", "livc")) {
            assertThat(text(compose, "services." + service + ".read_only")).isEqualTo("true");
            assertThat(text(compose, "services." + service + ".cap_drop[0]")).isEqualTo("ALL");
        }
    }

    @Test
    void the_service_leaves_the_end_of_the_database_to_the_program() throws IOException {
        assertThat(Files.readAllLines(DEPLOY.resolve("livc.service")))
                .contains("KillMode=mixed", "User=livc", "NoNewPrivileges=yes", "ProtectSystem=strict");
    }

    @Test
    void the_builder_of_the_image_is_sent_nothing_but_the_program() throws IOException {
        List<String> rules = Files.readAllLines(DEPLOY.resolve("Dockerfile.dockerignore")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> copied = Files.readAllLines(DEPLOY.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> "!" + line.split(" ")[1])
                .toList();

        assertThat(rules).first().isEqualTo("*");
        assertThat(rules.subList(1, rules.size())).isEqualTo(copied);
    }

    private static EnumerablePropertySource<?> compose() throws IOException {
        return (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("compose", new FileSystemResource(DEPLOY.resolve("compose.yaml")))
                .get(0);
    }

    private static String text(EnumerablePropertySource<?> source, String name) {
        return String.valueOf(source.getProperty(name));
    }
}

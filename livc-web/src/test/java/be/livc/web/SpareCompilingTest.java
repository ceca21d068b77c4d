package be.livc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the machine makes of the list of what only a start does often. */
class SpareCompilingTest {

    @AfterEach
    void compileAgain() throws Exception {
        SpareCompiling.tell("compilerDirectivesClear");
    }

    @Test
    void the_machine_takes_every_line_of_the_list() throws Exception {
        Path list =
                Path.of(SpareCompiling.class.getResource("/only-at-start.json").toURI());

        assertThat(SpareCompiling.tell("compilerDirectivesAdd", list.toString()))
                .contains("1 compiler directives added");
        assertThat(SpareCompiling.tell("compilerDirectivesPrint"))
                .contains("org/springframework/beans/factory/*.*", "sun/util/locale/*.*");
    }

    @Test
    void a_start_gives_it_the_list() throws Exception {
        SpareCompiling.begin();

        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!SpareCompiling.tell("compilerDirectivesPrint").contains("org/springframework/beans/factory/*.*")) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.sleep(20);
        }
    }
}

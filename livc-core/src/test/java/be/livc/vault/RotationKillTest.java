package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** A program that renews keys is killed as the system kills (SIGKILL), at random moments; another goes on where it was. */
@EnabledIfSystemProperty(named = "livc.drills", matches = "true")
class RotationKillTest extends RotationTestBase {

    private static final int KILLS = Integer.getInteger("drill.rounds", 10);
    private static final int LONGEST_MILLIS = 4_000;
    private static final int RECORDS = 300;

    @Autowired
    CellKeys cellKeys;

    private final Random random = new Random(KILLS);

    @Test
    void killed_at_random_moments_it_always_goes_on_to_the_same_plaintext() throws Exception {
        Map<UUID, Sealed> values = new LinkedHashMap<>();
        for (int n = 0; n < RECORDS; n++) {
            UUID id = aCase();
            values.put(id, sealed("tekst van " + id, noteOf(id)));
        }
        int left = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            clock.set(killedWhileRotating());
            caseKeys.dropAll();
            cellKeys.dropAll();
            left += Integer.parseInt(DATABASE.ask("select count(*) from case_key k where cell_key_version <"
                            + " (select max(version) from cell_key c where c.cell_id = k.cell_id)")
                    .get(0));

            rotation.goOn();

            values.forEach((id, value) -> assertThat(open(value, id)).isEqualTo("tekst van " + id));
            assertThat(DATABASE.ask("select id from master_key where destroyed_at is null"))
                    .hasSameElementsAs(masterKeys.names());
        }
        System.out.printf(
                "%d kills while keys were renewed: nothing lost; %d keys were left half-way and wrapped anew%n",
                KILLS, left);
    }

    /** Gives the day that the killed program had come to. */
    private Instant killedWhileRotating() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                RotatingProgram.class.getName(),
                clock.instant().toString()));
        DATABASE.settings((name, value) -> command.add("--" + name + "=" + value));
        command.add("--livc.keys.batch=5");
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(program.getInputStream()))) {
            Instant today = clock.instant();
            boolean doomed = false;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(RotatingProgram.TODAY)) {
                    today = Instant.parse(line.substring(RotatingProgram.TODAY.length()));
                    if (!doomed) {
                        doomed = true;
                        killLater(program);
                    }
                }
            }
            program.waitFor();
            return today;
        } finally {
            program.destroyForcibly();
        }
    }

    private void killLater(Process program) {
        int millis = random.nextInt(LONGEST_MILLIS);
        Thread killer = new Thread(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            program.destroyForcibly();
        });
        killer.setDaemon(true);
        killer.start();
    }
}

package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A program that renews keys is killed as the system kills (SIGKILL): every other time in the middle of a batch, as seen in the
 * database, and else at any moment; another goes on where it was.
 */
@EnabledIfSystemProperty(named = "livc.drills", matches = "true")
class RotationKillTest extends RotationTestBase {

    private static final int KILLS = Integer.getInteger("drill.rounds", 10);
    private static final int LONGEST_MILLIS = 4_000;
    private static final int BATCHES_BEFORE = 20;
    private static final int RECORDS = 300;
    private static final int SOME = 30;
    private static final long BETWEEN_LOOKS = 300_000;
    private static final String BATCH_UNDERWAY =
            "select query_start from pg_stat_activity where datname = current_database() and state <> 'idle'"
                    + " and query like 'update case_key set wrapped%'";

    @Autowired
    CellKeys cellKeys;

    private final Random random = new Random(KILLS);

    @Test
    void killed_in_batches_and_between_them_it_always_goes_on_to_the_same_plaintext() throws Exception {
        Map<UUID, Sealed> values = new LinkedHashMap<>();
        for (int n = 0; n < RECORDS; n++) {
            UUID id = aCase();
            values.put(id, sealed("tekst van " + id, noteOf(id)));
        }
        int left = 0;
        int halfWay = 0;
        AtomicInteger inABatch = new AtomicInteger();
        for (int kill = 0; kill < KILLS; kill++) {
            clock.set(killedWhileRotating(
                    kill % 2 == 0 ? program -> killInABatch(program, inABatch) : this::killAnytime));
            caseKeys.dropAll();
            cellKeys.dropAll();
            values.entrySet().stream().limit(SOME).forEach(one -> assertThat(open(one.getValue(), one.getKey()))
                    .isEqualTo("tekst van " + one.getKey()));
            int older = Integer.parseInt(DATABASE.ask("select count(*) from case_key k where cell_key_version <"
                            + " (select max(version) from cell_key c where c.cell_id = k.cell_id)")
                    .get(0));
            System.out.printf("kill %d of %d: %d keys are still under the older key%n", kill + 1, KILLS, older);
            left += older;
            halfWay += older > 0 && older < RECORDS ? 1 : 0;
            caseKeys.dropAll();

            rotation.goOn();

            values.forEach((id, value) -> assertThat(open(value, id)).isEqualTo("tekst van " + id));
            assertThat(DATABASE.ask("select id from master_key where destroyed_at is null"))
                    .hasSameElementsAs(masterKeys.names());
        }
        System.out.printf(
                "%d kills while keys were renewed, %d of them inside the transaction of a batch: nothing lost;"
                        + " %d times some keys were wrapped anew and others not yet, %d keys in all, and it went on%n",
                KILLS, inABatch.get(), halfWay, left);
        assertThat(inABatch.get()).isPositive();
        assertThat(halfWay).isPositive();
    }

    /** Gives the day that the killed program had come to. */
    private Instant killedWhileRotating(Consumer<Process> killer) throws IOException, InterruptedException {
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
                        aside(() -> killer.accept(program));
                    }
                }
            }
            program.waitFor();
            return today;
        } finally {
            program.destroyForcibly();
        }
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void killAnytime(Process program) {
        try {
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        program.destroyForcibly();
    }

    /** Lets some batches pass, and kills as soon as the next is seen with its transaction open. */
    private void killInABatch(Process program, AtomicInteger inABatch) {
        int passing = random.nextInt(BATCHES_BEFORE);
        Set<String> seen = new HashSet<>();
        try (Connection connection = DATABASE.asSuperuser();
                PreparedStatement look = connection.prepareStatement(BATCH_UNDERWAY)) {
            while (program.isAlive() && seen.size() <= passing) {
                try (ResultSet underway = look.executeQuery()) {
                    if (underway.next()) {
                        seen.add(underway.getString(1));
                    }
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            inABatch.addAndGet(seen.size() > passing && program.isAlive() ? 1 : 0);
            program.destroyForcibly();
        }
    }
}

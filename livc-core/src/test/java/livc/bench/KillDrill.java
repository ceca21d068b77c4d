package livc.bench;

import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.RequestSource;
import be.livc.testing.ACell;
import be.livc.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Kills the program and PostgreSQL with SIGKILL at random moments while disclosures are recorded by several threads, and then
 * asks: is every acknowledged one there with its entry, is there no entry without its change, does the tree verify?
 *
 * <p>{@code mvn -P drills verify}; {@code -Ddrill.rounds=200} for the long one. It stops in time ({@code -Ddrill.minutes=}) and says
 * how many rounds it ran; each round is told as it goes.
 */
final class KillDrill {

    private static final int ROUNDS = Integer.getInteger("drill.rounds", 20);
    private static final int NAP_MILLIS = 20;
    private static final int MOST_MILLIS = 120_000;
    private static final long MINUTES = Long.getLong("drill.minutes", 40);
    private static final int WRITERS = 4;

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Random random = new Random(Long.getLong("drill.seed", 6962));
    private final List<String> settings = new ArrayList<>(List.of(
            "--spring.main.web-application-type=none",
            "--logging.level.root=off",
            "--spring.datasource.hikari.connection-timeout=5000"));

    /** The drill; or, with a cell as the first argument, the program that it kills. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].startsWith("--")) {
            write(arguments);
        } else {
            System.exit(new KillDrill().run(Path.of(arguments[0])) ? 0 : 1);
        }
    }

    private boolean run(Path folder) throws Exception {
        Files.createDirectories(folder);
        TestDatabase.register((name, value) -> settings.add("--" + name + "=" + value.get()));
        try (ConfigurableApplicationContext program =
                SpringApplication.run(BenchApplication.class, settings.toArray(String[]::new))) {
            CellId cell = ACell.aCell().foundedIn(program).id();
            TestDatabase.executeAsSuperuser(
                    "create table drill_change (cell_id uuid, id uuid primary key); grant insert on drill_change to livc_app");
            Process writer = writer(cell);
            long begun = System.nanoTime();
            int rounds = 0;
            while (rounds < ROUNDS && minutesSince(begun) < MINUTES) {
                awaitMoreThan(acknowledged.size());
                Thread.sleep(random.nextInt(400));
                boolean killsProgram = random.nextInt(4) == 0;
                if (killsProgram) {
                    writer.destroyForcibly().waitFor();
                    writer = writer(cell);
                } else {
                    killPostgres();
                }
                System.out.printf(
                        "round %d of %d: killed %s; %d acknowledged; %d s%n",
                        ++rounds,
                        ROUNDS,
                        killsProgram ? "the program" : "PostgreSQL",
                        acknowledged.size(),
                        (System.nanoTime() - begun) / 1_000_000_000);
            }
            awaitMoreThan(acknowledged.size());
            writer.destroyForcibly().waitFor();
            return isWhole(rounds, program, cell, folder.resolve("drill.zip"));
        }
    }

    private static long minutesSince(long begun) {
        return (System.nanoTime() - begun) / 60_000_000_000L;
    }

    /** Counts its own naps, not the clock: the drill may be held still for a while to let something else be measured. */
    private void awaitMoreThan(int count) throws InterruptedException {
        for (int naps = 0; acknowledged.size() <= count; naps++) {
            if (naps * NAP_MILLIS > MOST_MILLIS) {
                throw new IllegalStateException("nothing was recorded for two minutes");
            }
            Thread.sleep(NAP_MILLIS);
        }
    }

    private Process writer(CellId cell) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KillDrill.class.getName(),
                "--cell=" + cell));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread reader = new Thread(() -> acknowledgements(process));
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    /** A line that was cut by the kill is no acknowledgement. */
    private void acknowledgements(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("done [0-9a-f-]{36}\\.")) {
                    acknowledged.add(UUID.fromString(line.substring(5, 41)));
                }
            }
        } catch (IOException killed) {
            // what it had acknowledged is counted
        }
    }

    private static void write(String[] arguments) {
        CellId cell = CellId.of(arguments[0].substring("--cell=".length()));
        ConfigurableApplicationContext program = SpringApplication.run(BenchApplication.class, arguments);
        JdbcTemplate jdbc = program.getBean(JdbcTemplate.class);
        Ledger ledger = program.getBean(Ledger.class);
        TransactionTemplate transactions = program.getBean(TransactionTemplate.class);
        LedgerActor actor = LedgerActor.of(Ids.next(), "COORDINATOR");
        for (int n = 0; n < WRITERS; n++) {
            new Thread(() -> CurrentCell.run(cell, () -> {
                        while (true) {
                            UUID id = Ids.next();
                            try {
                                transactions.executeWithoutResult(status -> {
                                    jdbc.update(
                                            "insert into drill_change (cell_id, id) values (?, ?)", cell.value(), id);
                                    ledger.append(Entry.by(actor, RequestSource.PROGRAM)
                                            .did(Action.DISCLOSE)
                                            .on("disclosure", id)
                                            .forPurpose("drill"));
                                });
                                System.out.println("done " + id + ".");
                                System.out.flush();
                            } catch (RuntimeException databaseIsGone) {
                                pause();
                            }
                        }
                    }))
                    .start();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The postmaster alone: its children notice and end; then the same command again, as the same user. */
    private static void killPostgres() throws Exception {
        Path data = Path.of(value("show data_directory"));
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        List<String> command = new ArrayList<>(asItsUser(pid));
        command.addAll(
                List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0")));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(30, TimeUnit.SECONDS);
        Path log = data.resolveSibling("drill-postgres.log");
        for (int attempt = 0; attempt < 60; attempt++) {
            Thread.sleep(300); // the children hold the shared memory until they notice
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            for (int wait = 0; wait < 300 && started.isAlive(); wait++) {
                Thread.sleep(100);
                if (answers()) {
                    return;
                }
            }
        }
        throw new IllegalStateException("PostgreSQL did not come back: " + Files.readString(log));
    }

    /**
     * PostgreSQL does not run as root. What starts it for tests gives it, where that runs as root, a name space of users of its
     * own: seen from here it is root's all the same.
     */
    private static List<String> asItsUser(long pid) throws IOException {
        String[] ids = Files.readString(Path.of("/proc/" + pid + "/status"))
                .replaceAll("(?s).*\nUid:\t(\\d+)\t.*\nGid:\t(\\d+)\t.*", "$1 $2")
                .split(" ");
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        return ids[0].equals("0")
                ? List.of("unshare", "-U")
                : List.of("setpriv", "--reuid=" + ids[0], "--regid=" + ids[1], "--clear-groups");
    }

    private static boolean answers() {
        try {
            return value("select 'yes'").equals("yes");
        } catch (SQLException notYet) {
            return false;
        }
    }

    private boolean isWhole(int rounds, ConfigurableApplicationContext program, CellId cell, Path file)
            throws Exception {
        Set<UUID> changes = ids("select id from drill_change");
        Set<UUID> entries = ids("select (leaf::jsonb #>> '{object,id}')::uuid from ledger_entry where cell_id = '"
                + cell + "' and action = 'disclose'");
        LedgerBook book = program.getBean(LedgerBook.class);
        try (OutputStream out = Files.newOutputStream(file)) {
            CurrentCell.run(cell, () -> book.export(out));
        }
        Verdict verdict = VerifyExport.check(file, Optional.empty(), Optional.empty());
        boolean whole = changes.containsAll(acknowledged)
                && changes.equals(entries)
                && verdict.outcome() == Verdict.Outcome.COMPLETE;
        System.out.printf(
                "%d of %d rounds, %d acknowledged, %d changes, %d entries, verifier: %s: %s%n",
                rounds,
                ROUNDS,
                acknowledged.size(),
                changes.size(),
                entries.size(),
                verdict.outcome(),
                whole ? "whole" : "NOT WHOLE");
        return whole;
    }

    private static Set<UUID> ids(String sql) throws SQLException {
        return TestDatabase.askAsSuperuser(sql).stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    private static String value(String sql) throws SQLException {
        return TestDatabase.askAsSuperuser(sql).get(0);
    }
}

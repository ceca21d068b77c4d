package be.livc.web.bench;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.web.LivcApplication;
import be.livc.web.signin.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The whole measuring: seeds, calls, starts again, and prints. */
final class Bench {

    private static final int WARM_UP = Integer.getInteger("bench.warmUp", 400);
    private static final int CALLS = Integer.getInteger("bench.calls", 300);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int CASES = Integer.getInteger("bench.cases", 1_000);
    private static final int CLIENTS = 4;

    /** For who looks for the reason of a figure: go on with the data of the last run, and name the costliest statements. */
    private static final boolean KEEP = Boolean.getBoolean("bench.keep");

    private static final int COSTLIEST = Integer.getInteger("bench.statements", 0);

    private final Path data;
    private final List<String> discussed = new ArrayList<>();
    private final List<String> items = new ArrayList<>();

    private Bench(Path data) {
        this.data = data;
    }

    /**
     * Runs it.
     *
     * @param arguments the packaged program, and a folder for the data of this run, which is emptied first
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        if (!KEEP) {
            FileSystemUtils.deleteRecursively(folder);
        }
        Files.createDirectories(folder);
        Bench bench = new Bench(folder.resolve("data"));
        Report.machine();
        bench.measureCalls();
        bench.measureStart(Path.of(arguments[0]), folder.resolve("program.log"));
        System.exit(0);
    }

    private void measureCalls() throws Exception {
        try (ConfigurableApplicationContext program = programOn(data)) {
            CellId cell = Town.found(program).orElseGet(() -> seed(program));
            int port = ((WebServerApplicationContext) program).getWebServer().getPort();
            Caller caller = Caller.signedIn(port, Town.COORDINATOR, Passwords.OF_THE_DEMO);
            chooseCases(caller);
            fillInClear(program, cell, caller);
            Report.line(
                    "%-58s p50 %.2f ms, p95 %.2f ms",
                    "Floor: one row, one commit on the disk", commit(program, 50), commit(program, 95));
            workList(caller);
            measure("Case page (case and timeline)", n -> {
                caller.get(discussed.get(n % discussed.size()));
                caller.get(discussed.get(n % discussed.size()) + "/timeline");
            });
            measure(
                    "Recording a disclosure",
                    n -> caller.post(items.get(n % items.size()) + "/disclosures", aDisclosure(n)));
        }
    }

    /** The program in this process, with the parts that are measured, on the data of this folder. */
    static ConfigurableApplicationContext programOn(Path data) {
        return SpringApplication.run(
                LivcApplication.class,
                "--spring.config.location=classpath:/application.properties",
                "--livc.data=" + data,
                "--livc.bench=true",
                "--server.port=0",
                "--logging.level.root=warn");
    }

    private static CellId seed(ConfigurableApplicationContext program) {
        long begun = System.nanoTime();
        Town town = Town.foundedIn(program);
        new Seeding(town, program).make(CASES);
        Report.line("Seeded %d cases in %d s", CASES, (System.nanoTime() - begun) / 1_000_000_000);
        return town.id();
    }

    /** Cases with a full timeline, and the items of consultations that are open. */
    private void chooseCases(Caller caller) throws IOException {
        for (String phase : List.of("PLAN_ACTIVE", "FOLLOW_UP", "CLOSED")) {
            for (JsonNode one :
                    Caller.tree(caller.get("/cases?limit=200&phase=" + phase)).get("items")) {
                discussed.add("/cases/" + one.get("id").asString());
            }
        }
        Collections.shuffle(discussed, new Random(1));
        for (JsonNode one : Caller.tree(caller.get("/consultations?limit=200")).get("items")) {
            for (int n = 1;
                    n <= Seeding.ON_AN_AGENDA && one.get("state").asString().equals("OPEN");
                    n++) {
                items.add("/consultations/" + one.get("id").asString() + "/items/" + n);
            }
        }
    }

    /** From the answers of the work list itself; then both answers must be the same, byte for byte. */
    private static void fillInClear(ConfigurableApplicationContext program, CellId cell, Caller caller)
            throws Exception {
        TableInClear table =
                new TableInClear(program.getBean(JdbcTemplate.class), program.getBean(TransactionTemplate.class));
        table.make(program.getBean(FlywayConnectionDetails.class));
        String next = "";
        int rows = 0;
        do {
            TaskInClear.Tasks page = Caller.read(caller.get("/tasks?limit=200&after=" + next), TaskInClear.Tasks.class);
            CurrentCell.run(cell, () -> table.fill(page.items()));
            rows += page.items().size();
            next = page.next();
        } while (next != null);
        String sealed = caller.get("/tasks");
        if (!sealed.equals(caller.get(CallInClear.PATH))) {
            throw new IllegalStateException("the two work lists do not give the same answer");
        }
        Report.line("Work list of the coordinator: %d steps; a page is 50 rows, %d bytes", rows, sealed.length());
    }

    /** What a durable commit costs on this disk: insert of one small row by JDBC, and nothing else. */
    private static double commit(ConfigurableApplicationContext program, int percent) throws SQLException {
        FlywayConnectionDetails owner = program.getBean(FlywayConnectionDetails.class);
        List<Long> taken = new ArrayList<>();
        try (Connection connection =
                DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
            connection.createStatement().execute("create table if not exists bench_floor (n int)");
            try (PreparedStatement insert = connection.prepareStatement("insert into bench_floor values (1)")) {
                for (int n = 0; n < WARM_UP; n++) {
                    long begun = System.nanoTime();
                    insert.execute();
                    taken.add(System.nanoTime() - begun);
                }
            }
        }
        return Figures.of(taken).percentile(percent);
    }

    private static void workList(Caller caller) throws Exception {
        Round.Call sealed = n -> caller.get("/tasks");
        Round.Call clear = n -> caller.get(CallInClear.PATH);
        Round.of(1, WARM_UP, sealed, clear);
        for (int clients : List.of(1, CLIENTS)) {
            List<Figures> ofSealed = new ArrayList<>();
            List<Figures> ofClear = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Figures> both = Round.of(clients, CALLS, sealed, clear);
                ofSealed.add(both.get(0));
                ofClear.add(both.get(1));
                ratios.add(both.get(0).percentile(95) / both.get(1).percentile(95));
            }
            Report.rounds("Work list, " + clients(clients), ofSealed);
            Report.rounds("The same in clear, " + clients(clients), ofClear);
            Report.goal("Work list against clear, p95, " + clients(clients), Report.middle(ratios), 1.3, "×");
        }
        shares("Work list", sealed);
        shares("The same in clear", clear);
    }

    private static void measure(String what, Round.Call call) throws Exception {
        Round.of(1, WARM_UP, call);
        for (int clients : List.of(1, CLIENTS)) {
            List<Figures> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.addAll(Round.of(clients, CALLS, call));
            }
            Report.rounds(what + ", " + clients(clients), rounds);
        }
        shares(what, call);
    }

    private static String clients(int clients) {
        return clients == 1 ? "1 client" : clients + " clients";
    }

    private static void shares(String what, Round.Call call) throws Exception {
        Round.of(1, 50, call);
        Stopwatch.start();
        Round.of(1, CALLS, call);
        Shares shares = Stopwatch.stop();
        Report.line("   %s, per request: %s", what, shares);
        shares.statements().stream().limit(COSTLIEST).forEach(one -> Report.line("      %s", one));
    }

    private static String aDisclosure(int n) {
        return Caller.json(Map.of("text", Sentences.about(n, 20), "secret", true));
    }

    private void measureStart(Path jar, Path log) throws IOException, InterruptedException {
        try (PackagedProgram program = PackagedProgram.start(jar, data, log)) {
            Caller caller = Caller.signedIn(program.port(), Town.COORDINATOR, Passwords.OF_THE_DEMO);
            for (int n = 0; n < 50; n++) {
                caller.get("/tasks");
                caller.get("/cases");
                caller.get(discussed.get(n));
                caller.get(discussed.get(n) + "/timeline");
                caller.post(items.get(n % items.size()) + "/disclosures", aDisclosure(n));
            }
            Report.goal("From start to ready, existing data", program.secondsToReady(), 15, "s");
            Report.goal("Resident memory after the walk", program.residentMegabytes(), 600, "MB");
        }
    }
}

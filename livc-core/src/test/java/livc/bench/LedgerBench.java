package livc.bench;

import be.livc.ledger.Action;
import be.livc.ledger.BasisRef;
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
import jakarta.persistence.EntityManager;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole measuring of the ledger. */
final class LedgerBench {

    private static final long LARGE = Long.getLong("bench.entries", 10_000_000);
    private static final int SMALL = 10_000;
    private static final int PROOFS = 3_000;
    private static final int VERIFIED = 200_000;

    private static final LedgerActor ACTOR = LedgerActor.of(Ids.next(), Ids.next(), "COORDINATOR", Ids.next());
    private static final RequestSource SOURCE = new RequestSource("q0Yt3mC0m1cV7b2s4t8w9x", "k3J8s0d7f6g5h4j3k2l1m0");

    /** A table without any of a ledger's guarantees: its text and what it is filtered by, in one row. */
    private static final String PLAIN = "insert into bench_plain (cell_id, seq, time, entry) values (?, ?, ?, ?)";

    private static final String INDEXED =
            "insert into bench_indexed (cell_id, seq, time, entry, action, case_id, actor_user, result)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final AtomicLong next = new AtomicLong();
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final Ledger ledger;
    private final LedgerBook book;
    private final ConfigurableApplicationContext program;

    private LedgerBench(ConfigurableApplicationContext program) {
        this.program = program;
        this.transactions = program.getBean(TransactionTemplate.class);
        this.jdbc = program.getBean(JdbcTemplate.class);
        this.ledger = program.getBean(Ledger.class);
        this.book = program.getBean(LedgerBook.class);
    }

    /** Runs it; the argument is a folder for the export that is verified. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        line(
                "Ledger on %d cores, load %s, durable commits; %s",
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try (ConfigurableApplicationContext plain = start(false);
                ConfigurableApplicationContext envers = start(true)) {
            LedgerBench bench = new LedgerBench(plain);
            bench.makeTables();
            bench.race(1, 0.8);
            bench.race(16, 0.9);
            bench.raceEnvers(envers, 1);
            bench.raceEnvers(envers, 16);
            bench.verification(folder.resolve("export.zip"));
            bench.proofs();
        }
        System.exit(0);
    }

    private static ConfigurableApplicationContext start(boolean envers) {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.main.web-application-type=none",
                "--logging.level.root=warn",
                "--spring.datasource.hikari.maximum-pool-size=20",
                "--spring.jpa.properties.hibernate.integration.envers.enabled=" + envers));
        TestDatabase.register((name, value) -> settings.add("--" + name + "=" + value.get()));
        return SpringApplication.run(BenchApplication.class, settings.toArray(String[]::new));
    }

    private void makeTables() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table bench_plain (cell_id uuid, seq bigint, time timestamptz, entry text, primary key (cell_id, seq));
                    create table bench_indexed (cell_id uuid, seq bigint, time timestamptz, entry text, action text,
                        case_id uuid, actor_user uuid, result text, primary key (cell_id, seq));
                    create index on bench_indexed (cell_id, actor_user, seq);
                    create index on bench_indexed (cell_id, case_id, seq);
                    create table bench_change (id uuid primary key, case_id uuid, action text, purpose text, at timestamptz);
                    create table revinfo (rev int primary key, revtstmp bigint);
                    create sequence revinfo_seq increment 50;
                    create table bench_change_aud (id uuid, rev int references revinfo, revtype smallint, case_id uuid,
                        action text, purpose text, at timestamptz, primary key (rev, id));
                    grant select, insert on bench_plain, bench_indexed, bench_change, revinfo, bench_change_aud to livc_app;
                    grant usage on revinfo_seq to livc_app""");
        }
    }

    private void race(int clients, double goal) throws Exception {
        Map<String, double[]> found = new Race(this::newCell)
                .with("plain", () -> inTransaction(this::insertPlain))
                .with("indexed", () -> inTransaction(this::insertIndexed))
                .with("ledger", () -> inTransaction(() -> ledger.append(aRead())))
                .run(clients);
        found.forEach((way, rounds) -> line("  %-8s %2d clients: %8.0f per second", way, clients, Race.middle(rounds)));
        goal(
                "Ledger against a plain row, " + clients + " clients",
                Race.ratio(found.get("ledger"), found.get("plain")),
                goal);
        line(
                "  against a row with the same columns and indexes: %.2f×",
                Race.ratio(found.get("ledger"), found.get("indexed")));
    }

    private void raceEnvers(ConfigurableApplicationContext envers, int clients) throws Exception {
        LedgerBench audited = new LedgerBench(envers);
        Map<String, double[]> found = new Race(this::newCell)
                .with(
                        "ledger",
                        () -> inTransaction(() -> {
                            change();
                            ledger.append(aRead());
                        }))
                .with("envers", () -> audited.inTransaction(audited::change))
                .run(clients);
        found.forEach((way, rounds) ->
                line("  change with %-8s %2d clients: %8.0f per second", way, clients, Race.middle(rounds)));
        goal(
                "A change with ledger against Envers, " + clients + " clients",
                Race.ratio(found.get("ledger"), found.get("envers")),
                1);
    }

    private CellId newCell() {
        return ACell.aCell().foundedIn(program).id();
    }

    private void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    private void insertPlain() {
        jdbc.update(
                PLAIN, CurrentCell.require().value(), next.incrementAndGet(), Timestamp.from(Instant.now()), text());
    }

    private void insertIndexed() {
        jdbc.update(
                INDEXED,
                CurrentCell.require().value(),
                next.incrementAndGet(),
                Timestamp.from(Instant.now()),
                text(),
                "read",
                Ids.next(),
                ACTOR.user(),
                "ok");
    }

    /** As long as an entry, and as new each time. */
    private static String text() {
        return "{\"case\":\"" + UUID.randomUUID() + "\",\"rest\":\"" + "x".repeat(540) + "\"}";
    }

    private void change() {
        program.getBean(EntityManager.class)
                .persist(new AuditedChange(Ids.next(), Ids.next(), "UPDATE", "follow-up", Instant.now()));
    }

    private static Entry aRead() {
        UUID id = Ids.next();
        return Entry.by(ACTOR, SOURCE)
                .did(Action.READ)
                .on("case", id)
                .forPurpose("follow-up")
                .inCase(id)
                .under(BasisRef.of("LAW", id))
                .because("COORDINATOR_OF_CELL");
    }

    private void verification(Path file) throws Exception {
        CellId cell = newCell();
        CurrentCell.run(cell, () -> {
            for (int n = 0; n < VERIFIED; n += 1_000) {
                List<Entry> thousand =
                        IntStream.range(0, 1_000).mapToObj(i -> aRead()).toList();
                inTransaction(() -> ledger.append(thousand));
            }
        });
        try (OutputStream out = Files.newOutputStream(file)) {
            CurrentCell.run(cell, () -> book.export(out));
        }
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            Verdict verdict = VerifyExport.check(file, Optional.empty(), Optional.empty());
            double seconds = (System.nanoTime() - begun) / 1e9;
            line("Full verification: %s, %.0f entries per second", verdict.outcome(), VERIFIED / seconds);
        }
    }

    private void proofs() throws Exception {
        CellId small = new CellId(Ids.next());
        CellId large = new CellId(Ids.next());
        long begun = System.nanoTime();
        BigLedger.fill(small, SMALL);
        BigLedger.fill(large, LARGE);
        line("Filled %d entries in %d s", LARGE, (System.nanoTime() - begun) / 1_000_000_000);
        Random random = new Random(6962);
        double[] ofSmall = new double[PROOFS];
        double[] ofLarge = new double[PROOFS];
        for (int n = -500; n < PROOFS; n++) {
            double one = proof(small, random.nextInt(SMALL), SMALL);
            double other = proof(large, (long) (random.nextDouble() * LARGE), LARGE);
            if (n >= 0) {
                ofSmall[n] = one;
                ofLarge[n] = other;
            }
        }
        Arrays.sort(ofSmall);
        Arrays.sort(ofLarge);
        int p95 = PROOFS * 95 / 100;
        line(
                "Inclusion proof, p50/p95: %.2f/%.2f ms at %d, %.2f/%.2f ms at %d; p95 goal 5 ms: %s",
                ofSmall[PROOFS / 2],
                ofSmall[p95],
                SMALL,
                ofLarge[PROOFS / 2],
                ofLarge[p95],
                LARGE,
                ofLarge[p95] < 5 ? "met" : "NOT met");
        line(
                "  ratio of p95: %.2f×, goal at most 1.5: %s",
                ofLarge[p95] / ofSmall[p95], ofLarge[p95] <= 1.5 * ofSmall[p95] ? "met" : "NOT met");
    }

    private double proof(CellId cell, long index, long size) {
        long begun = System.nanoTime();
        CurrentCell.run(cell, () -> book.inclusion(index, size));
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void goal(String what, double found, double least) {
        line("%-58s %8.2f ×    goal at least %.1f: %s", what, found, least, found >= least ? "met" : "NOT met");
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

package be.livc.web.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * For who looks for the reason of a figure of {@link FlowBench}: only our side, in this process. How many flows a second and
 * with how much processor time, what a flow leaves in the database, and what each of its calls costs.
 */
final class FlowCosts {

    private static final int FLOWS = Integer.getInteger("bench.flows", 200);
    private static final int WARM_UP = Integer.getInteger("bench.warmUpFlows", 200);
    private static final int ALONE = Integer.getInteger("bench.aloneFlows", 40);
    private static final int COSTLIEST = Integer.getInteger("bench.statements", 10);

    private FlowCosts() {}

    /**
     * Runs it.
     *
     * @param arguments a folder for the data of this run, which is emptied first
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        Report.machine();
        try (ConfigurableApplicationContext program = Bench.programOn(data)) {
            var towns = FlowBench.towns(
                    ((WebServerApplicationContext) program).getWebServer().getPort());
            WholeFlow cases = FlowBench.alternating(towns);
            FlowBench.rate(cases, WARM_UP);
            together(cases, data);
            alone(cases, data);
        }
        System.exit(0);
    }

    private static void together(WholeFlow cases, Path data) throws Exception {
        SharedServer server = new SharedServer(data);
        Map<String, Long> before = server.packed(SharedServer.OF_THE_PROGRAM);
        long ofProgram = ProcessorTime.ofThisProcess();
        long compiling = ProcessorTime.ofCompiler();
        long ofDatabase = ProcessorTime.ofDatabase(data);
        double rate = FlowBench.rate(cases, FLOWS);
        Report.line(
                "Complete flows a second: %.2f; processor time of a flow: program and clients %.1f ms (and %.1f ms during which a compiler ran, threads added up),"
                        + " PostgreSQL %.1f ms",
                rate,
                (ProcessorTime.ofThisProcess() - ofProgram) / 1e6 / FLOWS,
                (ProcessorTime.ofCompiler() - compiling) / 1e6 / FLOWS,
                (ProcessorTime.ofDatabase(data) - ofDatabase) / 1e6 / FLOWS);
        FlowBench.sizes("LIVC", before, server.packed(SharedServer.OF_THE_PROGRAM), FLOWS);
    }

    private static void alone(WholeFlow cases, Path data) throws Exception {
        Round.of(1, ALONE, cases);
        Stopwatch.start(() -> ProcessorTime.ofDatabase(data));
        Round.of(1, ALONE, cases);
        Shares shares = Stopwatch.stop();
        Report.line("A call of a flow, one client, on average: %s", shares);
        statements(shares.statements());
        Stopwatch.kinds().forEach((kind, costs) -> {
            Report.line("%-55s %s", kind, costs);
            statements(costs.statements());
            Report.line("   most repeated:");
            statements(costs.repeated());
        });
    }

    private static void statements(Iterable<Shares.Statement> statements) {
        int left = COSTLIEST;
        for (Shares.Statement one : statements) {
            if (left-- > 0) {
                Report.line("   %s", one);
            }
        }
    }
}

package be.livc.web.bench;

import be.livc.web.signin.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.springframework.util.FileSystemUtils;

/**
 * Complete flows a second, and what a finished one leaves in the database: the packaged program from signal to erasure, beside
 * Flowable's REST service (livc-web/peer) over a bare process with as many user tasks. Each in a process of its own, on the
 * same PostgreSQL, in turn, driven over REST by as many clients.
 */
final class FlowBench {

    private static final int CLIENTS = 4;
    private static final int FLOWS = Integer.getInteger("bench.flows", 200);
    private static final int WARM_UP = Integer.getInteger("bench.warmUpFlows", 200);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    private static final int LARGEST = Integer.getInteger("bench.largest", 6);

    private FlowBench() {}

    /**
     * Runs it.
     *
     * @param arguments the packaged program, the packaged peer, and a folder for the data of this run, which is emptied first
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        Report.machine();
        try (PackagedProgram program =
                PackagedProgram.start(Path.of(arguments[0]), data, folder.resolve("program.log"))) {
            SharedServer server = new SharedServer(data);
            try (PackagedProgram peer = PackagedProgram.start(
                    Path.of(arguments[1]), folder.resolve("peer.log"), BareFlow.WELL_AT, server.forThePeer())) {
                compare(program, peer, server);
            }
        }
        System.exit(0);
    }

    private static void compare(PackagedProgram program, PackagedProgram peer, SharedServer server) throws Exception {
        List<CaseFlowOverRest> towns = towns(program.port());
        WholeFlow cases = alternating(towns);
        BareFlow bare = new BareFlow(peer.port());
        Report.line(
                "A flow: LIVC %d user tasks, %d calls (two cells, each consultation with one case and five people); peer %d"
                        + " user tasks, %d calls (no sign-in, no content)",
                cases.userTasks(), cases.calls(), bare.userTasks(), bare.calls());
        rate(cases, WARM_UP);
        rate(bare, WARM_UP);
        towns.forEach(CaseFlowOverRest::forget);
        Map<String, Long> ours = server.packed(SharedServer.OF_THE_PROGRAM);
        Map<String, Long> theirs = server.packed(SharedServer.OF_THE_PEER);
        List<Double> ratios = new ArrayList<>();
        List<Double> ofCases = new ArrayList<>();
        List<Double> ofBare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofCases.add(rate(cases, FLOWS));
            ofBare.add(rate(bare, FLOWS));
            ratios.add(ofCases.get(round) / ofBare.get(round));
        }
        bare.requireEnded();
        Report.line("Complete flows a second, %d clients, LIVC: %s", CLIENTS, rounds(ofCases));
        Report.line("Complete flows a second, %d clients, engine alone: %s", CLIENTS, rounds(ofBare));
        Report.goalAtLeast("LIVC against the engine alone, flows a second", Report.middle(ratios), 1, "×");
        sizes("LIVC", ours, server.packed(SharedServer.OF_THE_PROGRAM), FLOWS * ROUNDS);
        sizes("Engine alone", theirs, server.packed(SharedServer.OF_THE_PEER), FLOWS * ROUNDS);
        perCall(towns);
    }

    static List<CaseFlowOverRest> towns(int port) throws Exception {
        List<CaseFlowOverRest> towns = new ArrayList<>();
        for (String suffix : List.of("", "2")) {
            CaseFlowOverRest town = new CaseFlowOverRest(port, suffix, Passwords.OF_THE_DEMO);
            town.check();
            towns.add(town);
        }
        return towns;
    }

    /** Half of the cases in the one cell, half in the other. */
    static WholeFlow alternating(List<CaseFlowOverRest> towns) {
        return new WholeFlow() {

            @Override
            public void make(int n) throws IOException {
                towns.get(n % towns.size()).make(n);
            }

            @Override
            public int userTasks() {
                return towns.get(0).userTasks();
            }

            @Override
            public int calls() {
                return towns.get(0).calls();
            }
        };
    }

    static double rate(WholeFlow flow, int times) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        Round.of(CLIENTS, times, flow);
        return times / ((System.nanoTime() - begun) / 1e9);
    }

    private static String rounds(List<Double> rates) {
        return String.format(
                Locale.ROOT,
                "%.2f (%d rounds of %d, %.2f–%.2f)",
                Report.middle(rates),
                rates.size(),
                FLOWS,
                rates.stream().min(Double::compare).orElseThrow(),
                rates.stream().max(Double::compare).orElseThrow());
    }

    static void sizes(String whose, Map<String, Long> before, Map<String, Long> after, double flows) {
        Map<String, Double> grown = new HashMap<>();
        after.forEach((table, bytes) -> grown.put(table, (bytes - before.getOrDefault(table, 0L)) / flows));
        Report.line(
                "Database per finished case, %s: %.0f bytes",
                whose, grown.values().stream().mapToDouble(Double::doubleValue).sum());
        grown.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(LARGEST)
                .forEach(table -> Report.line("   %-45s %8.0f", table.getKey(), table.getValue()));
    }

    private static void perCall(List<CaseFlowOverRest> towns) {
        towns.get(0).perCall().entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Figures> one) -> -one.getValue().percentile(50)))
                .forEach(one -> Report.line("   %-20s %s", one.getKey(), one.getValue()));
    }
}

package livc.bench;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Lets several ways of writing run in turn, each client in a cell of its own, and counts what they commit per second. */
final class Race {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final long TURN_MILLIS = Long.getLong("bench.turn", 2_000);

    private final Supplier<CellId> newCell;
    private final Map<String, Runnable> ways = new LinkedHashMap<>();

    /** Races in cells that this founds: an entry is sealed with its cell's key. */
    Race(Supplier<CellId> newCell) {
        this.newCell = newCell;
    }

    /** One way: a transaction of its own. */
    Race with(String name, Runnable transaction) {
        ways.put(name, transaction);
        return this;
    }

    /** For each way, what each round committed per second. */
    Map<String, double[]> run(int clients) throws Exception {
        List<CellId> cells =
                IntStream.range(0, clients).mapToObj(n -> newCell.get()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        Map<String, double[]> perSecond = new LinkedHashMap<>();
        ways.keySet().forEach(way -> perSecond.put(way, new double[ROUNDS]));
        try {
            for (int round = -2; round < ROUNDS; round++) {
                for (Map.Entry<String, Runnable> way : ways.entrySet()) {
                    CpuOfBoth before = CpuOfBoth.now();
                    double count = turn(threads, cells, way.getValue());
                    if (round >= 0) {
                        perSecond.get(way.getKey())[round] = count;
                    }
                    if (round == ROUNDS - 1) {
                        CpuOfBoth used = CpuOfBoth.now().since(before);
                        double each = 1e6 / (count * TURN_MILLIS / 1e3);
                        System.out.printf(
                                "  %-8s %2d clients: %.0f µs of processor in the program, %.0f µs in PostgreSQL%n",
                                way.getKey(), clients, used.program() * each, used.server() * each);
                    }
                }
            }
        } finally {
            threads.shutdown();
        }
        return perSecond;
    }

    private static double turn(ExecutorService threads, List<CellId> cells, Runnable transaction) throws Exception {
        long begun = System.nanoTime();
        long end = begun + TURN_MILLIS * 1_000_000;
        List<Callable<Long>> work = new ArrayList<>();
        for (CellId cell : cells) {
            work.add(() -> CurrentCell.in(cell, () -> {
                long done = 0;
                while (System.nanoTime() < end) {
                    transaction.run();
                    done++;
                }
                return done;
            }));
        }
        long done = 0;
        for (Future<Long> client : threads.invokeAll(work)) {
            done += client.get();
        }
        return done * 1e9 / (System.nanoTime() - begun);
    }

    /** The middle of the rounds' ratios: what disturbs the machine disturbs both halves of a round. */
    static double ratio(double[] one, double[] other) {
        return middle(IntStream.range(0, one.length)
                .mapToDouble(round -> one[round] / other[round])
                .toArray());
    }

    static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

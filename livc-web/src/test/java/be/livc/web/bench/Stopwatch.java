package be.livc.web.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Divides the time of each request among the layers: a layer's time ends where another begins inside it, so that the shares
 * add up to the whole. Does nothing until it is switched on.
 */
final class Stopwatch {

    /** Work that is timed. */
    interface Work<T extends @Nullable Object> {
        T run() throws Throwable;
    }

    private static volatile boolean on;
    private static final ThreadLocal<@Nullable Stopwatch> RUNNING = new ThreadLocal<>();
    private static final Map<Layer, LongAdder> NANOS = new EnumMap<>(Layer.class);
    private static final Map<String, Kind> KINDS = new ConcurrentHashMap<>();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static volatile LongSupplier databaseNanos = () -> 0;

    static {
        for (Layer layer : Layer.values()) {
            NANOS.put(layer, new LongAdder());
        }
    }

    private final Deque<Layer> layers = new ArrayDeque<>();
    private final Kind kind;
    private long since = System.nanoTime();

    private Stopwatch(Kind kind) {
        this.kind = kind;
        layers.push(Layer.REST);
    }

    static boolean isOn() {
        return on;
    }

    /** Forgets what was counted and counts from now on. */
    static void start() {
        start(() -> 0);
    }

    /**
     * The same, for one client.
     *
     * @param processor how many nanoseconds of processor time the database used until now
     */
    static void start(LongSupplier processor) {
        databaseNanos = processor;
        NANOS.values().forEach(LongAdder::reset);
        KINDS.clear();
        on = true;
    }

    /** Stops, and gives what one request took on average. */
    static Shares stop() {
        on = false;
        double requests = Math.max(
                1,
                KINDS.values().stream().mapToLong(kind -> kind.requests.sum()).sum());
        Map<Layer, Double> millis = new EnumMap<>(Layer.class);
        NANOS.forEach((layer, nanos) -> millis.put(layer, nanos.sum() / requests / 1e6));
        Map<String, Statement> all = new HashMap<>();
        KINDS.values()
                .forEach(kind -> kind.statements.forEach((sql, one) ->
                        all.computeIfAbsent(sql, text -> new Statement()).add(one)));
        return new Shares(millis, statements(all, requests));
    }

    /** What was counted of each kind of call, by its name. */
    static Map<String, CallCosts> kinds() {
        Map<String, CallCosts> costs = new TreeMap<>();
        KINDS.forEach((name, kind) -> costs.put(name, kind.costs()));
        return costs;
    }

    /** Times a whole request of this kind. */
    static <T extends @Nullable Object> T request(String name, Work<T> work) throws Throwable {
        Kind kind = KINDS.computeIfAbsent(name, text -> new Kind());
        long ofDatabase = databaseNanos.getAsLong();
        long ofProgram = THREADS.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        Stopwatch watch = new Stopwatch(kind);
        RUNNING.set(watch);
        try {
            return work.run();
        } finally {
            RUNNING.remove();
            watch.lap();
            kind.wall.add(System.nanoTime() - begun);
            kind.program.add(THREADS.getCurrentThreadCpuTime() - ofProgram);
            kind.database.add(databaseNanos.getAsLong() - ofDatabase);
            kind.requests.increment();
        }
    }

    /** Times a part of a request that belongs to a layer. */
    static <T extends @Nullable Object> T in(Layer layer, Work<T> work) throws Throwable {
        Stopwatch watch = RUNNING.get();
        if (watch == null) {
            return work.run();
        }
        watch.lap();
        watch.layers.push(layer);
        try {
            return work.run();
        } finally {
            watch.lap();
            watch.layers.pop();
        }
    }

    /** Times a statement: it belongs to the layer that makes it. */
    static <T extends @Nullable Object> T statement(String sql, Work<T> work) throws Throwable {
        Stopwatch watch = RUNNING.get();
        if (watch == null) {
            return work.run();
        }
        long begun = System.nanoTime();
        try {
            return watch.layers.getFirst() == Layer.REST ? in(Layer.SQL, work) : work.run();
        } finally {
            watch.kind.statements.computeIfAbsent(sql, text -> new Statement()).add(1, System.nanoTime() - begun);
        }
    }

    private static final class Kind {

        private final LongAdder requests = new LongAdder();
        private final LongAdder wall = new LongAdder();
        private final LongAdder program = new LongAdder();
        private final LongAdder database = new LongAdder();
        private final Map<String, Statement> statements = new ConcurrentHashMap<>();

        private CallCosts costs() {
            double times = Math.max(1, requests.sum());
            return new CallCosts(
                    requests.sum(),
                    wall.sum() / times / 1e6,
                    program.sum() / times / 1e6,
                    database.sum() / times / 1e6,
                    Stopwatch.statements(statements, times));
        }
    }

    private static final class Statement {

        private final LongAdder times = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        private void add(long more, long taken) {
            times.add(more);
            nanos.add(taken);
        }

        private void add(Statement other) {
            add(other.times.sum(), other.nanos.sum());
        }
    }

    private static List<Shares.Statement> statements(Map<String, Statement> counted, double requests) {
        return counted.entrySet().stream()
                .map(one -> new Shares.Statement(
                        one.getKey(),
                        one.getValue().times.sum() / requests,
                        one.getValue().nanos.sum() / requests / 1e6))
                .sorted(Comparator.comparing(Shares.Statement::millis).reversed())
                .toList();
    }

    private void lap() {
        long now = System.nanoTime();
        counter(layers.getFirst()).add(now - since);
        since = now;
    }

    private static LongAdder counter(Layer layer) {
        return NANOS.get(layer);
    }
}

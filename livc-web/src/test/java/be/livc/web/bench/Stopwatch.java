package be.livc.web.bench;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
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
    private static final Map<String, Statement> STATEMENTS = new ConcurrentHashMap<>();
    private static final LongAdder REQUESTS = new LongAdder();

    static {
        for (Layer layer : Layer.values()) {
            NANOS.put(layer, new LongAdder());
        }
    }

    private final Deque<Layer> layers = new ArrayDeque<>();
    private long since = System.nanoTime();

    private Stopwatch() {
        layers.push(Layer.REST);
    }

    static boolean isOn() {
        return on;
    }

    /** Forgets what was counted and counts from now on. */
    static void start() {
        NANOS.values().forEach(LongAdder::reset);
        STATEMENTS.clear();
        REQUESTS.reset();
        on = true;
    }

    /** Stops, and gives what one request took on average. */
    static Shares stop() {
        on = false;
        double requests = Math.max(1, REQUESTS.sum());
        Map<Layer, Double> millis = new EnumMap<>(Layer.class);
        NANOS.forEach((layer, nanos) -> millis.put(layer, nanos.sum() / requests / 1e6));
        return new Shares(millis, statements(requests));
    }

    /** Times a whole request. */
    static <T extends @Nullable Object> T request(Work<T> work) throws Throwable {
        Stopwatch watch = new Stopwatch();
        RUNNING.set(watch);
        try {
            return work.run();
        } finally {
            RUNNING.remove();
            watch.lap();
            REQUESTS.increment();
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
            STATEMENTS.computeIfAbsent(sql, text -> new Statement()).add(System.nanoTime() - begun);
        }
    }

    private static final class Statement {

        private final LongAdder times = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        private void add(long taken) {
            times.increment();
            nanos.add(taken);
        }
    }

    private static List<Shares.Statement> statements(double requests) {
        return STATEMENTS.entrySet().stream()
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

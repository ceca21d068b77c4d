package be.livc.web.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes calls and takes their times. Two kinds of call in turn meet the same conditions. */
final class Round {

    /** One call, or the few that make one page. */
    interface Call {
        void make(int n) throws IOException;
    }

    private Round() {}

    /**
     * Makes each of these calls so many times, in turn, by so many clients at once.
     *
     * @return the figures of each kind of call
     */
    static List<Figures> of(int clients, int times, Call... calls) throws InterruptedException, ExecutionException {
        List<Queue<Long>> taken = new ArrayList<>();
        for (int i = 0; i < calls.length; i++) {
            taken.add(new ConcurrentLinkedQueue<>());
        }
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(workers.submit(() -> {
                    for (int n = next.getAndIncrement(); n < times * calls.length; n = next.getAndIncrement()) {
                        long begun = System.nanoTime();
                        calls[n % calls.length].make(n / calls.length);
                        taken.get(n % calls.length).add(System.nanoTime() - begun);
                    }
                    return true;
                }));
            }
            for (Future<Boolean> one : running) {
                one.get();
            }
        } finally {
            workers.shutdownNow();
        }
        return taken.stream().map(Figures::of).toList();
    }
}

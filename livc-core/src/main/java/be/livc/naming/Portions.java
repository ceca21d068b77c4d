package be.livc.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Lock;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Work in portions, of which other processors may do some meanwhile. Gives the same as one thread alone, in the same order.
 *
 * <p>Waits for nobody: a portion that another thread has begun and not finished when nothing else is left is done here again. So
 * work takes no longer where the other processors are busy, and a portion must change nothing but its own answer.
 *
 * @param <T> what a portion gives
 */
final class Portions<T> {

    private static final int OTHER_PROCESSORS = Runtime.getRuntime().availableProcessors() - 1;

    /** Some for each of many processors, and small enough that one is soon done twice. */
    private static final int USUAL = 8;

    /**
     * Does a stretch of a range; for one thread.
     *
     * @param <T> what a stretch gives
     */
    interface Stretch<T> {
        T from(int begin, int end);
    }

    private final Supplier<IntFunction<T>> workers;
    private final AtomicReferenceArray<T> done;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Does one share of some pieces of work; for one thread.
     *
     * @param <T> what a share gives
     */
    interface Share<T> {
        T of(int piece, int share, int shares);
    }

    /**
     * Ready to begin.
     *
     * @param workers one for each thread, that does a portion
     */
    Portions(int count, Supplier<IntFunction<T>> workers) {
        this.workers = workers;
        this.done = new AtomicReferenceArray<>(count);
    }

    /**
     * A range from zero on, in one stretch where it is small and in some where it is worth while to call another processor.
     *
     * @param workers one for each thread
     */
    static <T> Portions<T> ofRange(int size, boolean large, Supplier<Stretch<T>> workers) {
        return ofPieces(1, large, () -> {
            Stretch<T> worker = workers.get();
            return (piece, share, shares) -> worker.from(size * share / shares, size * (share + 1) / shares);
        });
    }

    /**
     * Pieces of work, each as a whole where they are small and in shares where it is worth while to call another processor: all
     * shares of one piece, then those of the next.
     *
     * @param workers one for each thread
     */
    static <T> Portions<T> ofPieces(int pieces, boolean large, Supplier<Share<T>> workers) {
        int shares = large ? USUAL : 1;
        return new Portions<>(pieces * shares, () -> {
            Share<T> worker = workers.get();
            return at -> worker.of(at / shares, at % shares, shares);
        });
    }

    /**
     * What all portions give.
     *
     * @param reading held by this thread, and by another while it works, so that nothing changes what it reads
     */
    List<T> all(Lock reading) {
        for (int i = 1; i < done.length() && i <= OTHER_PROCESSORS; i++) {
            ForkJoinPool.commonPool().execute(() -> aside(reading));
        }
        IntFunction<T> here = workers.get();
        work(here);
        List<T> all = new ArrayList<>(done.length());
        for (int i = 0; i < done.length(); i++) {
            T made = done.get(i);
            all.add(made != null ? made : here.apply(i));
        }
        return all;
    }

    private void aside(Lock reading) {
        if (next.get() < done.length() && reading.tryLock()) {
            try {
                // Once the lock was free for a change there is nothing left to do.
                if (next.get() < done.length()) {
                    work(workers.get());
                }
            } finally {
                reading.unlock();
            }
        }
    }

    private void work(IntFunction<T> worker) {
        for (int i = next.getAndIncrement(); i < done.length(); i = next.getAndIncrement()) {
            done.set(i, worker.apply(i));
        }
    }
}

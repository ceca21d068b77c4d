package be.livc.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work that is shared gives what it gives alone, whatever becomes of those who help. */
class PortionsTest {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @Test
    void portions_come_in_their_order_whoever_did_them() {
        for (int count = 1; count < 200; count++) {
            assertThat(new Portions<>(count, () -> at -> at * at).all(lock.readLock()))
                    .isEqualTo(IntStream.range(0, count).mapToObj(at -> at * at).toList());
        }
    }

    @Test
    void every_share_of_every_piece_comes_once_all_of_one_before_those_of_the_next() {
        for (boolean large : new boolean[] {false, true}) {
            List<String> shares = Portions.ofPieces(
                            3, large, () -> (piece, share, of) -> piece + ": " + share + " of " + of)
                    .all(lock.readLock());
            int of = large ? 8 : 1;

            assertThat(shares)
                    .isEqualTo(IntStream.range(0, 3 * of)
                            .mapToObj(at -> at / of + ": " + at % of + " of " + of)
                            .toList());
        }
        assertThat(Portions.ofPieces(0, true, () -> (piece, share, of) -> piece).all(lock.readLock()))
                .isEmpty();
    }

    @Test
    void who_does_not_finish_is_not_waited_for() throws InterruptedException {
        Thread here = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        IntFunction<String> slow = at -> {
            begun.countDown();
            wait(released);
            return "late";
        };
        IntFunction<String> quick = at -> {
            if (Runtime.getRuntime().availableProcessors() > 1) {
                wait(begun);
            }
            return "in time";
        };

        assertThat(new Portions<>(8, () -> Thread.currentThread() == here ? quick : slow).all(lock.readLock()))
                .hasSize(8)
                .containsOnly("in time");

        released.countDown();
        Lock writing = lock.writeLock();
        assertThat(writing.tryLock(1, TimeUnit.MINUTES))
                .as("let go by who helped")
                .isTrue();
        writing.unlock();
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

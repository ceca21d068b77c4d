package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is held in memory goes from it again and again, whatever went wrong once. */
class ForgettingTest {

    @Test
    void one_that_could_not_let_go_once_is_asked_again_and_keeps_no_other_from_it() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(3);
        CountDownLatch other = new CountDownLatch(3);
        Expiring failing = () -> {
            asked.countDown();
            throw new KeysetProblem("Vault is not reached", "try again");
        };

        Forgetting forgetting = new Forgetting(List.of(failing, other::countDown), Duration.ofMillis(5));
        boolean again = asked.await(30, TimeUnit.SECONDS);
        boolean others = other.await(30, TimeUnit.SECONDS);
        forgetting.destroy();

        assertThat(again).isTrue();
        assertThat(others).isTrue();
    }
}

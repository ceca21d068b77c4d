package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.Refusal;
import be.livc.testing.MutableClock;
import be.livc.web.WebTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class AttemptsTest extends WebTest {

    private final MutableClock clock = new MutableClock();
    private final String account = UUID.randomUUID().toString();
    private final String home = UUID.randomUUID().toString();

    private Attempts attempts;

    @BeforeEach
    void begin() {
        attempts = new Attempts(bean(JdbcTemplate.class), bean(DoorKey.class), clock);
    }

    @Test
    void each_failure_after_the_fifth_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        fail(account, home, 5);

        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            assertThat(secondsToWait(account, home)).isEqualTo(minutes * 60 + 1);
            clock.advance(Duration.ofMinutes(minutes));
            fail(account, home, 1);
        }
    }

    @Test
    void an_hour_of_rest_forgets() {
        fail(account, home, 5);
        clock.advance(Duration.ofMinutes(61));

        fail(account, home, 4);

        assertThatCode(() -> attempt(account, home)).doesNotThrowAnyException();
    }

    @Test
    void a_refused_attempt_does_not_lengthen_the_wait() {
        fail(account, home, 5);
        clock.advance(Duration.ofSeconds(30));

        assertThat(secondsToWait(account, home)).isEqualTo(31);
        assertThat(secondsToWait(account, home)).isEqualTo(31);
    }

    @Test
    void guesses_from_many_addresses_close_the_account_but_not_where_its_owner_is_known() {
        succeed(account, home);
        for (int at = 0; at < 20; at++) {
            fail(account, UUID.randomUUID().toString(), 1);
        }

        assertThat(secondsToWait(account, UUID.randomUUID().toString())).isEqualTo(61);
        succeed(account, home);
        assertThat(secondsToWait(account, UUID.randomUUID().toString())).isEqualTo(61);
    }

    @Test
    void one_address_that_tries_many_accounts_is_closed_but_not_for_whoever_is_known_there() {
        succeed(account, home);
        for (int at = 0; at < 100; at++) {
            fail(UUID.randomUUID().toString(), home, 1);
        }

        assertThat(secondsToWait(UUID.randomUUID().toString(), home)).isEqualTo(61);
        succeed(account, home);
    }

    @Test
    void signing_in_forgets_the_failures_before_it() {
        fail(account, home, 4);
        succeed(account, home);

        fail(account, home, 4);

        assertThatCode(() -> attempt(account, home)).doesNotThrowAnyException();
    }

    @Test
    void many_at_once_are_not_let_through() throws InterruptedException {
        AtomicInteger let = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(12);
        for (int at = 0; at < 12; at++) {
            threads.execute(() -> {
                try {
                    start.await();
                    attempt(account, home);
                    let.incrementAndGet();
                } catch (Refusal | InterruptedException refused) {
                    // One of those that have to wait.
                }
            });
        }
        start.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(let.get()).isEqualTo(5);
    }

    private void fail(String name, String address, int times) {
        for (int at = 0; at < times; at++) {
            attempt(name, address);
        }
    }

    private void succeed(String name, String address) {
        Attempts.Attempt attempt = attempt(name, address);
        bean(TransactionTemplate.class).executeWithoutResult(status -> attempts.succeeded(attempt));
    }

    /** In a transaction, as the program's own is. */
    private Attempts.Attempt attempt(String name, String address) {
        return bean(TransactionTemplate.class).execute(status -> attempts.begin(name, address));
    }

    private long secondsToWait(String name, String address) {
        AtomicInteger seconds = new AtomicInteger();
        assertThatThrownBy(() -> attempt(name, address))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> seconds.set(Integer.parseInt(SignIn.secondsToWait(refusal))));
        return seconds.get();
    }
}

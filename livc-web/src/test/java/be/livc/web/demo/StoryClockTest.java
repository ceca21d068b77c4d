package be.livc.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A story has days of its own, and nobody else has them. */
class StoryClockTest {

    private final StoryClock clock = new StoryClock();
    private final Instant lastMonth = Instant.now().minus(Duration.ofDays(30));

    @Test
    void in_a_story_it_is_then_and_after_it_now() {
        Instant told = clock.from(lastMonth, () -> {
            clock.pass();
            return clock.instant();
        });

        assertThat(told).isAfter(lastMonth).isBefore(lastMonth.plus(Duration.ofHours(1)));
        assertThat(clock.instant()).isAfter(lastMonth.plus(Duration.ofDays(29)));
    }

    @Test
    void for_others_it_is_now_while_a_story_is_told() {
        Instant elsewhere = clock.from(
                lastMonth, () -> CompletableFuture.supplyAsync(clock::instant).join());

        assertThat(elsewhere).isAfter(lastMonth.plus(Duration.ofDays(29)));
    }

    @Test
    void a_story_does_not_go_back() {
        Instant told = clock.from(lastMonth, () -> {
            clock.turnTo(lastMonth.minus(Duration.ofDays(3)));
            return clock.instant();
        });

        assertThat(told).isEqualTo(lastMonth);
    }

    @Test
    void a_story_does_not_go_past_now() {
        Instant told = clock.from(lastMonth, () -> {
            clock.turnTo(Instant.now().plus(Duration.ofDays(3)));
            return clock.instant();
        });

        assertThat(told).isBeforeOrEqualTo(Instant.now());
    }
}

package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long and how many keys stay in memory. */
class KeyCacheTest {

    private final MutableClock clock = new MutableClock();
    private final KeyCache<String, String> cache = new KeyCache<>(2, Duration.ofMinutes(2), clock);

    @Test
    void a_key_is_given_for_as_long_as_its_time_and_then_neither_given_nor_held() {
        cache.put("one", "key");

        clock.advance(Duration.ofMinutes(2));
        cache.dropExpired();
        assertThat(cache.get("one")).contains("key");
        assertThat(cache.getAll(List.of("one", "other"))).isEqualTo(Map.of("one", "key"));

        clock.advance(Duration.ofMillis(1));
        assertThat(cache.get("one")).isEmpty();
        assertThat(cache.getAll(List.of("one"))).isEmpty();
        cache.dropExpired();
        assertThat(cache.size()).isZero();
    }

    @Test
    void there_are_never_more_than_so_many_and_the_one_used_least_lately_leaves_first() {
        cache.put("first", "1");
        cache.put("second", "2");
        assertThat(cache.get("first")).contains("1");

        cache.put("third", "3");

        assertThat(cache.getAll(List.of("first", "second", "third"))).isEqualTo(Map.of("first", "1", "third", "3"));
    }
}

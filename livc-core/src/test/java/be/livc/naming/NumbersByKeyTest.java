package be.livc.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A number is found by its key as long as it is there. */
class NumbersByKeyTest {

    private static final long SEED = 20261127;

    private final NumbersByKey numbers = new NumbersByKey();

    @Test
    void numbers_are_found_by_key_as_a_map_of_lists_finds_them() {
        Random random = new Random(SEED);
        Map<Integer, List<Integer>> known = new HashMap<>();
        int most = 0;
        int there = 0;
        for (int step = 0; step < 20_000; step++) {
            int key = (random.nextInt(400) - 200) << random.nextInt(20);
            List<Integer> under = known.computeIfAbsent(key, same -> new ArrayList<>());
            boolean grows = step % 4_000 < 2_500;
            if (!under.isEmpty() && random.nextInt(3) > (grows ? 1 : 0)) {
                numbers.remove(under.remove(random.nextInt(under.size())));
                there--;
            } else if (grows || under.isEmpty()) {
                under.add(numbers.add(key));
                there++;
            }
            most = Math.max(most, there);
        }

        assertThat(numbers.room())
                .as("numbers of those that went are given again")
                .isEqualTo(most);
        known.forEach((key, under) ->
                assertThat(found(key)).as("key %d, seed %d", key, SEED).containsExactlyInAnyOrderElementsOf(under));
        assertThat(found(12_345)).isEmpty();
    }

    private List<Integer> found(int key) {
        List<Integer> found = new ArrayList<>();
        for (int number = numbers.first(key); number != NumbersByKey.NONE; number = numbers.next(number)) {
            assertThat(numbers.key(number)).isEqualTo(key);
            found.add(number);
        }
        return found;
    }
}

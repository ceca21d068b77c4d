package be.livc.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left out at a glance is what comparing with care would leave out. */
class SieveTest {

    private static final long SEED = 20261126;

    private final Random random = new Random(SEED);

    @Test
    void pairs_counted_for_all_words_at_once_are_those_counted_one_by_one() {
        long[] words = new long[500];
        SharedPairs pairs = new SharedPairs((one, other) -> (Math.min(one, other) + 1) / 2);
        for (int step = 0; step < 3_000; step++) {
            int place = random.nextInt(words.length);
            long now = random.nextInt(5) == 0 ? 0 : random.nextLong() & random.nextLong() & random.nextLong();
            pairs.change(place, words[place], now);
            words[place] = now;
        }

        for (int search = 0; search < 50; search++) {
            long asked = random.nextLong() & random.nextLong() & random.nextLong();
            long[] marks = new long[(words.length + Long.SIZE - 1) / Long.SIZE];
            pairs.mark(asked, marks);

            for (int place = 0; place < words.length; place++) {
                int least = Math.min(Long.bitCount(asked), Long.bitCount(words[place]));
                boolean shares = words[place] != 0 && Long.bitCount(asked & words[place]) >= (least + 1) / 2;
                assertThat(marks[place / Long.SIZE] >>> place & 1)
                        .as("asked %x, word %x, seed %d", asked, words[place], SEED)
                        .isEqualTo(shares ? 1 : 0);
            }
        }
    }

    @Test
    void a_distance_found_within_limits_is_the_distance_and_never_less_than_the_least() {
        List<byte[]> words = NamePairs.of(NamePairs.Half.TUNING, SEED).stream()
                .limit(150)
                .map(pair -> SoundDistance.coded(Sounds.of(pair.known().toLowerCase(Locale.ROOT))))
                .toList();
        for (byte[] from : words) {
            SoundDistance distance = new SoundDistance(from, false);
            LeastDistance least = new LeastDistance(from);
            for (byte[] to : words) {
                int far = slowly(from, to);
                int most = random.nextInt(far + 100);
                int[] rest = Arrays.copyOf(least.to(to, 0, to.length), to.length + 1);

                assertThat(rest[0]).isLessThanOrEqualTo(far);
                int within = distance.to(to, most, rest);
                assertThat(within <= most ? within : far).isEqualTo(far);
                assertThat(within <= most).as("seed %d", SEED).isEqualTo(far <= most);
            }
        }
    }

    /** The whole table, without a limit. */
    private static int slowly(byte[] from, byte[] to) {
        return new SoundDistance(from, false).to(to, 1 << 20);
    }
}

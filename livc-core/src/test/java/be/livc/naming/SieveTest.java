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
    void a_distance_found_within_limits_is_the_distance() {
        List<byte[]> words = words();
        for (byte[] from : words) {
            SoundDistance distance = new SoundDistance(from, false);
            for (byte[] to : words) {
                int far = slowly(from, to);
                int most = random.nextInt(far + 100);

                int within = distance.to(to, most);
                assertThat(within <= most ? within : far).isEqualTo(far);
                assertThat(within <= most).as("seed %d", SEED).isEqualTo(far <= most);
            }
        }
    }

    @Test
    void a_word_in_two_halves_is_as_far_as_it_is_in_one() {
        List<byte[]> words = words();
        HalvedWords halved = new HalvedWords();
        byte[][] held = new byte[words.size()][];
        for (byte[] from : words) {
            for (int place = 0; place < held.length; place++) {
                byte[] some = words.get(place);
                held[place] =
                        random.nextInt(3) == 0 ? garbled(from) : Arrays.copyOf(some, 1 + random.nextInt(some.length));
                halved.put(place, held[place]);
            }
            DistanceByHalves distance = new DistanceByHalves(from, halved);
            for (int place = 0; place < held.length; place++) {
                byte[] to = held[place];
                assertThat(halved.isHalved(place)).isEqualTo(to.length > 1);
                if (halved.isHalved(place)) {
                    int far = slowly(from, to);
                    for (int most : new int[] {far - 1, far, random.nextInt(far + 100)}) {
                        assertThat(distance.isWithin(most, place))
                                .as("%s, %s, %d, seed %d", Arrays.toString(from), Arrays.toString(to), most, SEED)
                                .isEqualTo(far <= most);
                    }
                }
            }
        }
    }

    @Test
    void a_beginning_is_forgotten_with_the_last_word_that_has_it() {
        SoundTree tree = new SoundTree();
        int moha = tree.add(SoundCosts.coded("moha"), 0, 4);
        int mona = tree.add(SoundCosts.coded("anom"), 3, -1);
        int room = tree.room();
        assertThat(tree.parent(tree.parent(mona))).isEqualTo(tree.parent(tree.parent(moha)));

        tree.remove(moha);
        assertThat(tree.sound(moha)).isZero();
        assertThat((char) tree.sound(mona)).isEqualTo('a');

        int mohu = tree.add(SoundCosts.coded("mohu"), 0, 4);
        assertThat((char) tree.sound(mohu)).isEqualTo('u');
        assertThat(tree.room()).as("numbers of those that went are given again").isEqualTo(room);
    }

    private static List<byte[]> words() {
        return NamePairs.of(NamePairs.Half.TUNING, SEED).stream()
                .limit(150)
                .map(pair -> SoundCosts.coded(Sounds.of(pair.known().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** With some neighbours swapped and a sound taken for another. */
    private byte[] garbled(byte[] word) {
        byte[] garbled = word.clone();
        for (int swaps = random.nextInt(3); swaps >= 0; swaps--) {
            int at = random.nextInt(word.length - 1);
            byte sound = garbled[at];
            garbled[at] = garbled[at + 1];
            garbled[at + 1] = sound;
        }
        garbled[random.nextInt(word.length)] = word[random.nextInt(word.length)];
        return garbled;
    }

    /** The whole table, without a limit. */
    private static int slowly(byte[] from, byte[] to) {
        return new SoundDistance(from, false).to(to, 1 << 20);
    }
}

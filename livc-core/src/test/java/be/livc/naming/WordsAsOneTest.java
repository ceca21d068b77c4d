package be.livc.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody may write as one word is tried as one, and what nobody writes so is not. */
class WordsAsOneTest {

    private static final long SEED = 20261128;
    private static final int NAMES = 2_000;
    private static final int OTHERS_OF_EACH = 20;

    @ParameterizedTest
    @CsvSource({
        "Karima El Amrani, elamrani",
        "Jan van Dyck, vandyck",
        "Chantal Van der Straeten, vander vanderstraeten derstraeten",
        "Nour al Din, noural nouraldin aldin",
        "Abdelaziz al Ghamdi, alghamdi",
        "Ahmed ben Mohamed, benmohamed",
        "Mehmet oglu Hasan, mehmetoglu mehmetogluhasan ogluhasan",
        "Le Thi Anh, lethi lethianh",
        "Karima Amrani, ''"
    })
    void of_a_known_name_is_kept_what_may_be_one_word(String name, String asOne) {
        assertThat(String.join(
                        " ",
                        WordsAsOne.kept(PersonName.of(name)).stream()
                                .map(WordsAsOne.Span::letters)
                                .toList()))
                .isEqualTo(asOne);
    }

    @Test
    void the_glance_leaves_out_no_word_that_comparing_with_care_would_join() {
        Random random = new Random(SEED);
        List<String> known = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (NamePairs.Half half : NamePairs.Half.values()) {
            NamePairs.of(half, SEED).forEach(pair -> {
                known.add(pair.known());
                asked.add(pair.asked());
            });
        }
        Townspeople people = new Townspeople(SEED);
        people.people(NAMES).forEach(one -> {
            known.add(one.name());
            asked.add(people.asked(one).name());
        });
        int joined = 0;
        for (int i = 0; i < known.size(); i++) {
            joined += joinedWithoutALook(PersonName.of(asked.get(i)), PersonName.of(known.get(i)));
            for (int n = 0; n < OTHERS_OF_EACH; n++) {
                PersonName other = PersonName.of(known.get(random.nextInt(known.size())));
                joined += joinedWithoutALook(PersonName.of(asked.get(i)), other);
            }
        }
        assertThat(joined).as("words that are joined, seed %d", SEED).isGreaterThan(100);
    }

    /** How many spans are a word of the other name. */
    private static int joinedWithoutALook(PersonName whole, PersonName name) {
        int joined = 0;
        for (int from = 0; from < name.size(); from++) {
            for (int to = from + 1; to < WordsAsOne.end(name, from); to++) {
                for (Word word : whole.words()) {
                    if (word.isFull() && isOneWord(name.joined(from, to), word)) {
                        joined++;
                        assertThat(WordsAsOne.mayBeIn(whole, name, from, to))
                                .as("%s of %s, seed %d", name.joined(from, to).plain(), word.plain(), SEED)
                                .isTrue();
                    }
                }
            }
        }
        return joined;
    }

    private static boolean isOneWord(Word joined, Word word) {
        Optional<WordLikeness.Likeness> likeness = WordLikeness.of(joined, word);
        return likeness.filter(found -> found.alike() >= WordLikeness.LEAST_JOINED && found.why() != Difference.PART)
                .isPresent();
    }
}

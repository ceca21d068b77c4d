package be.livc.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The index answers fast what comparing with everybody answers slowly, and keeps nothing of whom it lost. */
class NameIndexTest {

    private final NameIndex<Integer> index = new NameIndex<>();
    private final Map<Integer, NameIndex.Listed<Integer>> listed = new HashMap<>();

    @Test
    void the_best_of_the_index_is_the_best_of_all() {
        List<NamePairs.Pair> pairs = NamePairs.of(NamePairs.Half.TUNING, 7).stream()
                .filter(NamePairs.Pair::same)
                .toList();
        List<PersonName> all = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            put(i, pairs.get(i).known());
            all.add(PersonName.of(pairs.get(i).known()));
        }

        int asked = 0;
        int agreed = 0;
        for (int i = 0; i < pairs.size(); i += 5) {
            PersonName name = PersonName.of(pairs.get(i).asked());
            Match best = all.stream()
                    .map(known -> NameLikeness.of(name, known))
                    .max(Comparator.comparingDouble(Match::score))
                    .orElseThrow();
            if (best.isFound()) {
                List<NameIndex.Found<Integer>> found =
                        index.find(name, who -> true, who -> 0, 200).found();
                asked++;
                agreed += !found.isEmpty() && found.get(0).match().score() > best.score() - 0.01 ? 1 : 0;
            }
        }

        assertThat(asked).isGreaterThan(200);
        assertThat(agreed / (double) asked).as("of %d searches", asked).isGreaterThan(0.985);
    }

    @Test
    void somebody_removed_is_gone_and_everybody_else_is_not() {
        long seed = 20261125;
        Random random = new Random(seed);
        List<String> names = NamePairs.of(NamePairs.Half.TUNING, seed).stream()
                .map(NamePairs.Pair::known)
                .limit(300)
                .toList();
        Map<Integer, String> there = new HashMap<>();
        for (int step = 0; step < 1_500; step++) {
            int who = random.nextInt(names.size());
            if (random.nextInt(3) == 0) {
                remove(who);
                there.remove(who);
            } else {
                String name = names.get(random.nextInt(names.size()));
                put(who, name);
                there.put(who, name);
            }
        }

        assertThat(index.size()).isEqualTo(there.size());
        for (int who = 0; who < names.size(); who++) {
            int sought = who;
            String name = there.getOrDefault(who, names.get(who));
            assertThat(index.find(PersonName.of(name), one -> one == sought, one -> 0, 1)
                            .found())
                    .as("%s, seed %d", name, seed)
                    .hasSize(there.containsKey(who) ? 1 : 0);
        }
        there.keySet().forEach(this::remove);
        assertThat(index.find(PersonName.of(names.get(0)), one -> true, one -> 0, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void those_whom_nobody_may_see_take_no_place_of_those_who_are_seen() {
        for (int i = 0; i < 1_000; i++) {
            put(i, "Mohamed Benali");
        }
        put(1_000, "Mohammed Ben Ali");

        assertThat(index.find(PersonName.of("Mohamed Benali"), who -> who == 1_000, who -> 0, 10)
                        .found())
                .extracting(NameIndex.Found::who)
                .containsExactly(1_000);
    }

    @Test
    void a_name_whose_letters_were_read_otherwise_when_it_was_sealed_gets_codes_of_those_it_is_read_by_now() {
        String name = "Grzegorz Krawczyk";
        Map<String, int[]> before = PersonName.phoneticCodes(List.of("Grregorr Krawczyk"));
        index.add(1, NameIndex.read(List.of(name), before));

        assertThat(index.find(PersonName.of("Gzhegozh Kravchyk"), who -> true, who -> 0, 200)
                        .found())
                .as("of whom one name is like the other by its codes only")
                .hasSize(1);
    }

    @Test
    void a_family_name_in_german_letters_is_found_in_others_among_many_of_the_same_given_name() {
        for (int i = 0; i < 300; i++) {
            put(
                    i,
                    "Vladimir " + "bdfgklmnprst".charAt(i % 12) + "ad" + "aeiou".charAt(i % 5) + "m"
                            + "aeiou".charAt(i / 60));
        }
        put(1_000, "Wladimir Schukow");
        put(1_001, "Wladimir Jakowlew");

        assertThat(index.find(PersonName.of("Vladimir Zhukov"), who -> true, who -> 0, 200)
                        .found())
                .extracting(NameIndex.Found::who)
                .containsExactly(1_000);
        assertThat(index.find(PersonName.of("Vladimir Iakovlev"), who -> true, who -> 0, 200)
                        .found())
                .extracting(NameIndex.Found::who)
                .containsExactly(1_001);
    }

    @Test
    void who_is_not_seen_changes_neither_an_answer_nor_the_work_it_takes() {
        List<String> known = NamePairs.of(NamePairs.Half.TUNING, 7).stream()
                .map(NamePairs.Pair::known)
                .limit(1_000)
                .toList();
        NameIndex<Integer> alone = new NameIndex<>();
        for (int i = 0; i < known.size(); i++) {
            put(i, known.get(i));
            if (i % 10 == 0) {
                alone.add(i, NameIndex.read(List.of(known.get(i)), PersonName.phoneticCodes(List.of(known.get(i)))));
            }
        }

        for (int i = 0; i < known.size(); i += 3) {
            PersonName asked = PersonName.of(known.get(i));
            assertThat(index.find(asked, who -> who % 10 == 0, who -> 0, 200))
                    .as(known.get(i))
                    .isEqualTo(alone.find(PersonName.of(known.get(i)), who -> true, who -> 0, 200));
        }
    }

    @Test
    void a_large_index_gives_the_same_to_each_of_several_who_search_while_others_come_and_go() {
        List<Townspeople.Someone> people = new Townspeople(7).people(15_000);
        Map<String, int[]> codes = PersonName.phoneticCodes(
                people.stream().map(Townspeople.Someone::name).toList());
        for (int i = 0; i < people.size(); i++) {
            index.add(i, NameIndex.read(List.of(people.get(i).name()), codes));
        }
        List<NameIndex.Ranking<Integer>> alone = IntStream.range(0, 100)
                .mapToObj(i -> rankingOf(people.get(i).name()))
                .toList();

        NameIndex.Read nobody = NameIndex.read(List.of("Nobody Else"), codes);
        List<NameIndex.Ranking<Integer>> together = IntStream.range(0, 800)
                .parallel()
                .mapToObj(i -> {
                    index.remove(index.add(-1, nobody));
                    return rankingOf(people.get(i % 100).name());
                })
                .toList();

        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % 100));
        }
    }

    private NameIndex.Ranking<Integer> rankingOf(String name) {
        return index.find(PersonName.of(name), who -> who >= 0, who -> 0, 200);
    }

    @Test
    void a_text_that_names_somebody_is_known_and_another_is_not() {
        put(1, "Youssef El Amrani");
        put(2, "Katrien Van den Berghe");

        for (String text : List.of(
                "Gisteren belde joesoef el amrani met de school.",
                "Wat met Amrani?",
                "De broer van Katrien, mevrouw Vandenberghe, kwam langs.",
                "Встреча с Юсефом: Юсеф Амрани")) {
            assertThat(index.namedIn(text, who -> true)).as(text).isNotEmpty();
            assertThat(index.namedIn(text, who -> false)).as(text).isEmpty();
        }
        assertThat(index.namedIn("Hoe nodigt de burgemeester een school uit voor het overleg?", who -> true))
                .isEmpty();
    }

    private void put(int who, String name) {
        NameIndex.Read read = NameIndex.read(List.of(name), PersonName.phoneticCodes(List.of(name)));
        listed.compute(who, (same, before) -> before == null ? index.add(who, read) : index.replace(before, who, read));
    }

    /** Twice, of which the second changes nothing. */
    private void remove(int who) {
        NameIndex.Listed<Integer> gone = listed.remove(who);
        if (gone != null) {
            index.remove(gone);
            index.remove(gone);
        }
    }
}

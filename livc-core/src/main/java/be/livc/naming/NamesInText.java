package be.livc.naming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Looks through a running text for the names of people. */
final class NamesInText {

    /** The last word of a person's name that was met, and where. */
    private record Met(Word word, int at) {}

    /** How far apart the words of one name stand at most. */
    private static final int NEAR = 4;

    private static final int SHORTEST = 3;
    private static final int SHORTEST_ALONE = 4;
    private static final float LEAST_ALIKE = 0.8f;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");

    private final List<Romaniser.Romanised> words;
    private final Set<String> capitalised = new HashSet<>();
    private final Vocabulary vocabulary;

    NamesInText(String text, Vocabulary vocabulary) {
        this.words = Romaniser.words(text);
        this.vocabulary = vocabulary;
        for (String word : BETWEEN_WORDS.split(text)) {
            if (!word.isEmpty() && Character.isUpperCase(word.codePointAt(0))) {
                Romaniser.words(word).forEach(part -> capitalised.add(part.letters()));
            }
        }
    }

    boolean isAnyNamed(IntPredicate may) {
        Map<Integer, Met> met = new HashMap<>();
        Map<String, List<Vocabulary.Alike>> known = new HashMap<>();
        boolean named = false;
        for (int at = 0; at < words.size(); at++) {
            Romaniser.Romanised read = words.get(at);
            if (read.letters().length() >= SHORTEST) {
                List<Vocabulary.Alike> alike = known.computeIfAbsent(
                        read.letters(),
                        letters ->
                                vocabulary.alike(Word.of(letters, Word.Kind.FULL, read.vowelless(), BeiderMorse.NONE)));
                named |= names(read.letters(), at, alike, met, may);
            }
        }
        return named;
    }

    private boolean names(
            String letters, int at, List<Vocabulary.Alike> alike, Map<Integer, Met> met, IntPredicate may) {
        boolean named = false;
        for (Vocabulary.Alike one : alike) {
            boolean alone = letters.length() >= SHORTEST_ALONE
                    && capitalised.contains(letters)
                    && one.entry().word().plain().equals(Sounds.plain(letters));
            boolean counts =
                    one.likeness().alike() >= LEAST_ALIKE && one.likeness().why() != Difference.PART;
            for (int person : counts ? one.entry().people() : new int[0]) {
                Met before = met.put(person, new Met(one.entry().word(), at));
                boolean near = before != null
                        && before.at() != at
                        && at - before.at() < NEAR
                        && before.word() != one.entry().word();
                named |= (alone || near) && may.test(person);
            }
        }
        return named;
    }
}

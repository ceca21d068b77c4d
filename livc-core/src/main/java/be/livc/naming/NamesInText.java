package be.livc.naming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

    /** Those whom the text names, of whom it may. */
    Set<Integer> named(IntPredicate may) {
        Map<Integer, Met> met = new HashMap<>();
        Map<String, List<Vocabulary.Alike>> known = new HashMap<>();
        Set<Integer> named = new LinkedHashSet<>();
        for (int at = 0; at < words.size(); at++) {
            Romaniser.Romanised read = words.get(at);
            if (read.letters().length() >= SHORTEST) {
                List<Vocabulary.Alike> alike = known.computeIfAbsent(read.letters(), letters -> vocabulary
                        .alike(List.of(Word.of(letters, Word.Kind.FULL, read.vowelless(), BeiderMorse.NONE)), may)
                        .get(0));
                note(read.letters(), at, alike, met, may, named);
            }
        }
        return named;
    }

    private void note(
            String letters,
            int at,
            List<Vocabulary.Alike> alike,
            Map<Integer, Met> met,
            IntPredicate may,
            Set<Integer> named) {
        for (Vocabulary.Alike one : alike) {
            Word word = one.entry().word();
            boolean alone = letters.length() >= SHORTEST_ALONE
                    && capitalised.contains(letters)
                    && word.plain().equals(Sounds.plain(letters));
            boolean counts =
                    one.likeness().alike() >= LEAST_ALIKE && one.likeness().why() != Difference.PART;
            for (int i = 0; counts && i < one.entry().count(); i++) {
                int person = one.entry().person(i);
                Met before = met.put(person, new Met(word, at));
                boolean near = before != null && before.at() != at && at - before.at() < NEAR && before.word() != word;
                if ((alone || near) && may.test(person)) {
                    named.add(person);
                }
            }
        }
    }
}

package be.livc.vault;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike two names are, from 0 to 1. Case, accents and the order of the words do not count; one typing error in a word
 * and the usual ways of writing the same sound count little.
 */
final class NameMatcher {

    /** A word of a name, as written and as it sounds. */
    private record Word(String plain, String sound, double weight) {}

    /** A name made ready to compare. */
    static final class Name {
        private final List<Word> words;

        private Name(List<Word> words) {
            this.words = words;
        }
    }

    private static final double SAME = 1;
    private static final double SAME_SOUND = 0.95;
    private static final double TYPING_ERROR = 0.85;
    private static final double TYPING_ERROR_IN_SOUND = 0.8;
    private static final int SHORTEST_WITH_ERROR = 4;
    private static final int SHORTEST_WITH_ENDING = 5;

    /** In a text: how far apart the words of one name stand at most, and how long a word is that names somebody alone. */
    private static final int NEAR = 4;

    private static final int SHORTEST_ALONE = 4;

    /** How much of a score hangs on the words that only the known name has. */
    private static final double PART_OF_THE_REST = 0.1;

    private static final double WEIGHT_OF_A_PARTICLE = 0.3;
    private static final Set<String> PARTICLES = Set.of(
            "van", "vande", "vanden", "de", "den", "der", "ten", "ter", "le", "la", "du", "des", "el", "al", "ben",
            "bin", "ibn", "bint", "abu", "von");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

    /** Letters that have no accent to take off. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "đ", "d", "ı", "i");

    /** Ways of writing one sound, in this order. */
    private static final List<Map.Entry<String, String>> SOUNDS = List.of(
            Map.entry("ij", "i"),
            Map.entry("y", "i"),
            Map.entry("sch", "sg"),
            Map.entry("ch", "g"),
            Map.entry("gh", "g"),
            Map.entry("ck", "k"),
            Map.entry("c", "k"),
            Map.entry("qu", "kw"),
            Map.entry("q", "k"),
            Map.entry("x", "ks"),
            Map.entry("ph", "f"),
            Map.entry("th", "t"),
            Map.entry("dt", "t"),
            Map.entry("ae", "a"),
            Map.entry("oe", "u"),
            Map.entry("ou", "u"),
            Map.entry("z", "s"));

    private NameMatcher() {}

    static Name prepare(String name) {
        List<Word> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(plain(name))) {
            if (!word.isEmpty()) {
                words.add(new Word(word, sound(word), PARTICLES.contains(word) ? WEIGHT_OF_A_PARTICLE : 1));
            }
        }
        return new Name(List.copyOf(words));
    }

    /** A running text made ready to be looked through; words that it writes with a capital may be names. */
    record Text(Name words, Set<String> capitalised) {}

    static Text text(String text) {
        Set<String> capitalised = new HashSet<>();
        for (String word : BETWEEN_WORDS.split(APOSTROPHES.matcher(text).replaceAll(""))) {
            if (!word.isEmpty() && Character.isUpperCase(word.codePointAt(0))) {
                capitalised.add(plain(word));
            }
        }
        return new Text(prepare(text), capitalised);
    }

    /**
     * Whether a text names this person: two words of the name near each other, in any order and with the usual errors, or one
     * word of it alone that is written with a capital.
     */
    static boolean isNamedIn(Text text, Name known) {
        List<Word> words = text.words().words;
        for (int i = 0; i < words.size(); i++) {
            Set<Word> near = new HashSet<>();
            for (int j = i; j < Math.min(words.size(), i + NEAR); j++) {
                for (Word word : known.words) {
                    if (word.weight() == 1 && similarity(words.get(j), word) > 0) {
                        near.add(word);
                        break;
                    }
                }
            }
            if (near.size() > 1 || isNamedAlone(words.get(i), known, text.capitalised())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamedAlone(Word word, Name known, Set<String> capitalised) {
        return word.plain().length() >= SHORTEST_ALONE
                && capitalised.contains(word.plain())
                && known.words.stream()
                        .anyMatch(name -> name.weight() == 1 && name.plain().equals(word.plain()));
    }

    private static String plain(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        plain = APOSTROPHES.matcher(plain).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }

    private static String sound(String word) {
        String sound = word;
        for (Map.Entry<String, String> way : SOUNDS) {
            sound = sound.replace(way.getKey(), way.getValue());
        }
        sound = DOUBLED.matcher(sound).replaceAll("$1");
        return sound.length() > SHORTEST_WITH_ENDING && sound.endsWith("s")
                ? sound.substring(0, sound.length() - 1)
                : sound;
    }

    /** Each sought word with the most alike word of the known name that is still free. 0 when nothing was sought. */
    static double score(Name sought, Name known) {
        boolean[] taken = new boolean[known.words.size()];
        double matched = 0;
        double asked = 0;
        for (Word word : sought.words) {
            asked += word.weight();
            matched += word.weight() * take(word, known.words, taken);
        }
        return asked == 0 ? 0 : matched / asked * (1 - PART_OF_THE_REST * restOf(known.words, taken));
    }

    private static double take(Word word, List<Word> known, boolean[] taken) {
        int best = -1;
        double alike = 0;
        for (int i = 0; i < taken.length; i++) {
            double similarity = taken[i] ? 0 : similarity(word, known.get(i));
            if (similarity > alike) {
                best = i;
                alike = similarity;
            }
        }
        if (best >= 0) {
            taken[best] = true;
        }
        return alike;
    }

    private static double restOf(List<Word> known, boolean[] taken) {
        double all = 0;
        double rest = 0;
        for (int i = 0; i < taken.length; i++) {
            all += known.get(i).weight();
            rest += taken[i] ? 0 : known.get(i).weight();
        }
        return all == 0 ? 0 : rest / all;
    }

    private static double similarity(Word one, Word other) {
        if (one.plain().equals(other.plain())) {
            return SAME;
        }
        if (one.sound().equals(other.sound())) {
            return SAME_SOUND;
        }
        if (isOneErrorApart(one.plain(), other.plain())) {
            return TYPING_ERROR;
        }
        return isOneErrorApart(one.sound(), other.sound()) ? TYPING_ERROR_IN_SOUND : 0;
    }

    /** One letter too many, too few, another, or two swapped, in words long enough to bear it. */
    static boolean isOneErrorApart(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (shorter.length() < SHORTEST_WITH_ERROR || longer.length() - shorter.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        if (longer.length() > shorter.length()) {
            return shorter.regionMatches(same, longer, same + 1, shorter.length() - same);
        }
        int rest = shorter.length() - same - 1;
        return rest < 0
                || shorter.regionMatches(same + 1, longer, same + 1, rest)
                || (rest > 0
                        && shorter.charAt(same) == longer.charAt(same + 1)
                        && shorter.charAt(same + 1) == longer.charAt(same)
                        && shorter.regionMatches(same + 2, longer, same + 2, rest - 1));
    }
}

package be.livc.naming;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the letters of a word as sounds, one character each. Where the same letters stand for different sounds in Dutch,
 * French, Turkish, Slavic and Arabic names ({@code ch}, {@code j}, {@code c}), they get a character of their own, and {@link
 * SoundDistance} says what it is near to: no guess about the language is made, so none can be wrong.
 *
 * <pre>
 *   S sh   Z zh   C ch in "church"   J dj   x kh   G gh   T th   D dh   c ts
 *   X ch   $ sch  K c   s c before e, i   Q g before e, i   j j   y y
 *   E ei, ij, ai  A auw       O eu, ö   U ü   0 oe   4 ae
 * </pre>
 */
final class Sounds {

    /** Spelling and sound; the longest that fits is read. {@code >}: only before e, i or y, which are read after it. */
    private static final String SPELLINGS =
            """
            dsch J, tsch C, tsj C, tch C, tsh C, dzh J, dzj J, dsj J, dj J, dz J, xh J, gj J, ajj aJ, ejj eJ, khw x, dž J, dż J, ǆ J, đ J, zh Z, zj Z, ž Z, ż Z, ź Z,
            shch S, chtch S, sjtsj S, stsj S, szcz S, schtsch S, sch $, sh S, sj S, ş S, ș S, š S, sz S, ś S, cz C, č C,
            ć C, ç C, ch X, kh x, gh G, ğ G, ġ G, rh G, ph f, th T, þ T, dh D, ð D, ḏ D, ṯ T, dt t, ck k, cq k, cc K,
            qu> q, gu> g, q q, c> c, c K, g> Q, ts c, tz c, ţ c, ț c, x ks, ḥ h, ḫ x, ẖ x, ß s, ł l, ñ n, ń n, ɩ i, ƽ x, ȣ G,
            ou u, oe 0, eu O, ö O, ø O, œ O, ü U, ae 4, ä 4, æ 4, ee e, ie i, ii i, iy i, yy i, ı i, aa a, oo o, uu u,
            auw A, ouw A, aou au
            """;

    /** Read as one sound unless a vowel follows: in "Najib" and "Ayoub" the second letter begins a syllable. */
    private static final Set<String> DIPHTHONGS =
            Set.of("ei", "ey", "ai", "ay", "aj", "ej", "ij", "aij", "eij", "aï", "eï");

    /** At the beginning of a word the way Greek writes b, d and g. */
    private static final String[][] GREEK_STARTS = {{"mp", "b"}, {"nt", "d"}, {"gk", "g"}};

    /** Letters that spell one sound, and that a name may be cut short to: "Ph. Noirhomme", "Kh Saidov"; and "Chr". */
    static final Set<String> ONE_SOUND = Set.of(
            "th", "ph", "ch", "sh", "kh", "zh", "gh", "dh", "ts", "dz", "dj", "sj", "zj", "tj", "dzh", "tch", "tsj",
            "sch", "chr");

    private static final String FRONT = "eiyéèêëîï";
    private static final String VOWELS = "aeiouyéèêëîïâàáãåäöüıóòôõúùûíìæøœ";
    private static final char FIRST_BEYOND_ASCII = 0x80;

    /** The end of the letters that a spelling may begin with. */
    private static final int LAST_KNOWN = 0x2000;

    private static final String BEFORE_RUSSIAN_ENDING = "aeiou";
    private static final String GLIDES = "yjiï";
    private static final Pattern AFTER_RUSSIAN_ENDING = Pattern.compile("a?$|ich|its|itch|na$");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Spelling[] NONE = {};

    /** By its first letter, the longest first. */
    private static final Spelling[][] FROM = new Spelling[LAST_KNOWN][];

    static {
        Arrays.fill(FROM, NONE);
        Stream.concat(
                        Arrays.stream(SPELLINGS.strip().split(",\\s*")).map(Spelling::of),
                        DIPHTHONGS.stream().map(letters -> new Spelling(letters, "E", Before.NO_VOWEL)))
                .sorted(Comparator.comparing((Spelling one) -> -one.letters.length())
                        .thenComparing(Spelling::before))
                .collect(Collectors.groupingBy(one -> one.letters.charAt(0)))
                .forEach((first, all) -> FROM[first] = all.toArray(Spelling[]::new));
    }

    /** Where a spelling has its sound, by what follows it; of one spelling the first that fits. */
    private enum Before {
        FRONT_VOWEL,
        ANYTHING,
        NO_VOWEL
    }

    private record Spelling(String letters, String sound, Before before) {

        static Spelling of(String rule) {
            String[] sides = rule.split(" ");
            return sides[0].endsWith(">")
                    ? new Spelling(sides[0].substring(0, sides[0].length() - 1), sides[1], Before.FRONT_VOWEL)
                    : new Spelling(sides[0], sides[1], Before.ANYTHING);
        }

        boolean isAt(int at, String word) {
            int end = at + letters.length();
            // They share their first letter already: most are told apart by the last.
            return end <= word.length()
                    && letters.charAt(letters.length() - 1) == word.charAt(end - 1)
                    && word.startsWith(letters, at)
                    && switch (before) {
                        case FRONT_VOWEL -> isOneOf(FRONT, word, end);
                        case ANYTHING -> true;
                        case NO_VOWEL -> !isOneOf(VOWELS, word, end);
                    };
        }
    }

    private Sounds() {}

    /** The sounds of a romanised word, doubled ones once. */
    static String of(String letters) {
        StringBuilder sounds = new StringBuilder(letters.length());
        int at = 0;
        for (String[] start : GREEK_STARTS) {
            if (letters.startsWith(start[0])) {
                sounds.append(start[1]);
                at = start[0].length();
            }
        }
        while (at < letters.length()) {
            at += read(letters, at, sounds);
        }
        return once(sounds);
    }

    /** The sounds of a word in which no two vowels stand for one, for letters that only a slip brought together. */
    static String letterByLetter(String plain) {
        StringBuilder sounds = new StringBuilder(plain.length());
        int at = 0;
        while (at < plain.length()) {
            if (isOneOf(VOWELS, plain, at)) {
                sounds.append(plain.charAt(at++));
            } else {
                at += read(plain, at, sounds);
            }
        }
        return sounds.toString();
    }

    /** Any sound that follows itself is heard once, so that words can be joined by their sounds too. */
    static String once(CharSequence sounds) {
        StringBuilder once = new StringBuilder(sounds.length());
        for (int i = 0; i < sounds.length(); i++) {
            if (i == 0 || sounds.charAt(i) != sounds.charAt(i - 1)) {
                once.append(sounds.charAt(i));
            }
        }
        return once.toString();
    }

    /** Without accents, in the letters a to z. */
    static String plain(String letters) {
        if (isAscii(letters)) {
            return letters;
        }
        String decomposed = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("");
        StringBuilder plain = new StringBuilder(decomposed.length() + 2);
        for (char letter : decomposed.toCharArray()) {
            switch (letter) {
                case 'ß' -> plain.append("ss");
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'đ', 'ð' -> plain.append('d');
                case 'ı' -> plain.append('i');
                case 'ɩ' -> plain.append('l');
                case 'ƽ' -> plain.append('s');
                case 'ȣ' -> plain.append('b');
                default -> plain.append(letter);
            }
        }
        return plain.toString();
    }

    private static boolean isAscii(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static int read(String letters, int at, StringBuilder into) {
        char first = letters.charAt(at);
        int ending = BEFORE_RUSSIAN_ENDING.indexOf(first) < 0 ? 0 : russianEnding(letters, at + 1);
        if (ending > 0) {
            into.append(first);
            return ending - at;
        }
        for (Spelling spelling : first < LAST_KNOWN ? FROM[first] : NONE) {
            if (spelling.isAt(at, letters)) {
                into.append(spelling.sound);
                return spelling.letters.length();
            }
        }
        if (first < FIRST_BEYOND_ASCII) {
            into.append(first);
        } else {
            into.append(plain(letters.substring(at, at + 1)));
        }
        return 1;
    }

    /**
     * Where the ending -ev begins after a vowel, with the glide that is written between them or not; else 0. "Dudaev" is Dudajew, and
     * its ae is not the one of Dutch, nor the oe of "Tsoroev": е after a vowel is ye (BGN/PCGN).
     */
    private static int russianEnding(String letters, int at) {
        int from = isOneOf(GLIDES, letters, at) ? at + 1 : at;
        boolean ends = isOneOf("e", letters, from)
                && isOneOf("vw", letters, from + 1)
                && AFTER_RUSSIAN_ENDING
                        .matcher(letters)
                        .region(from + 2, letters.length())
                        .lookingAt();
        return ends ? from : 0;
    }

    private static boolean isOneOf(String those, String letters, int at) {
        return at < letters.length() && those.indexOf(letters.charAt(at)) >= 0;
    }
}

package be.livc.naming;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Splits a name into words in Latin letters, whatever script it was written in. Letters of Latin orthographies that carry a
 * sound of their own (ş, ç, ö, ı, …) stay as they are: {@link Sounds} reads them.
 */
final class Romaniser {

    /**
     * One word.
     *
     * @param letters lower case, Latin, composed
     * @param vowelless whether the script it came from writes no short vowels (Arabic, Hebrew)
     */
    record Romanised(String letters, boolean vowelless) {}

    private static final char FIRST_BEYOND_ASCII = 0x80;
    private static final char FIRST_BEYOND_LATIN = 0x250;

    private static final Pattern WITHIN_A_WORD = Pattern.compile("['’‘ʼʻʿʾ`´ʹʺ·_]|\\p{Cf}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** By script, the transliterations of CLDR that follow how people write such names here; any other script: the general one. */
    private static final Map<UnicodeScript, String> WAYS = Map.of(
            UnicodeScript.CYRILLIC, "Russian-Latin/BGN; Any-Latin",
            UnicodeScript.GREEK, "Greek-Latin/UNGEGN; Any-Latin");

    /** What CLDR reads letter by letter, though it is one sound or a letter of another language of the same script. */
    private static final List<Map.Entry<String, String>> BEFORE = List.of(
            Map.entry("ة", "ا"),
            Map.entry("ى", "ا"),
            Map.entry("آ", "ا"),
            Map.entry("أ", "ا"),
            Map.entry("إ", "ا"),
            Map.entry("ء", ""),
            Map.entry("ع", ""),
            Map.entry("ئ", "ي"),
            Map.entry("ؤ", "و"),
            Map.entry("ں", "ن"),
            Map.entry("гӏ", "г"),
            Map.entry("хӏ", "х"),
            Map.entry("кӏ", "к"),
            Map.entry("пӏ", "п"),
            Map.entry("тӏ", "т"),
            Map.entry("цӏ", "ц"),
            Map.entry("чӏ", "ч"),
            Map.entry("ӏ", ""),
            Map.entry("кх", "к"),
            Map.entry("къ", "к"),
            Map.entry("хь", "х"),
            Map.entry("аь", "а"),
            Map.entry("оь", "о"),
            Map.entry("уь", "у"),
            Map.entry("ў", "в"),
            Map.entry("і", "и"),
            Map.entry("ї", "йи"),
            Map.entry("є", "йе"),
            Map.entry("ђ", "дж"),
            Map.entry("џ", "дж"),
            Map.entry("ћ", "ч"),
            Map.entry("ј", "й"),
            Map.entry("љ", "л"),
            Map.entry("њ", "н"));

    private static final Map<String, Transliterator> MADE = new ConcurrentHashMap<>();

    private Romaniser() {}

    static List<Romanised> words(String name) {
        if (name.chars().allMatch(letter -> letter < FIRST_BEYOND_ASCII)) {
            return plainWords(name);
        }
        String whole = WITHIN_A_WORD
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        List<Romanised> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(lower(whole))) {
            if (!word.isEmpty()) {
                romanise(word, words);
            }
        }
        return words;
    }

    /** The short way for the many names that need nothing of the long one. */
    private static List<Romanised> plainWords(String name) {
        List<Romanised> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= name.length(); i++) {
            char letter = i < name.length() ? Character.toLowerCase(name.charAt(i)) : ' ';
            if (Character.isLetterOrDigit(letter)) {
                word.append(letter);
            } else if (letter != '\'' && letter != '`' && letter != '_' && !word.isEmpty()) {
                words.add(new Romanised(word.toString(), false));
                word.setLength(0);
            }
        }
        return words;
    }

    /** Lower case without the dot that Turkish İ leaves behind. */
    private static String lower(String text) {
        return text.replace('İ', 'i').toLowerCase(Locale.ROOT);
    }

    private static void romanise(String word, List<Romanised> into) {
        if (isLatin(word)) {
            into.add(new Romanised(word, false));
            return;
        }
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        String latin = transliterator(WAYS.getOrDefault(script, "Any-Latin")).transliterate(prepared(word));
        String plain =
                MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
        boolean vowelless = script == UnicodeScript.ARABIC || script == UnicodeScript.HEBREW;
        for (String part :
                BETWEEN_WORDS.split(lower(WITHIN_A_WORD.matcher(plain).replaceAll("")))) {
            if (!part.isEmpty()) {
                into.add(new Romanised(part, vowelless));
            }
        }
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(letter -> letter < FIRST_BEYOND_LATIN);
    }

    private static String prepared(String word) {
        String text = MARKS.matcher(word).replaceAll("").replace('Ӏ', 'ӏ');
        for (Map.Entry<String, String> rule : BEFORE) {
            text = text.replace(rule.getKey(), rule.getValue());
        }
        return text;
    }

    /** Thread-safe once made; making one takes some tens of milliseconds, the first time a script is met. */
    private static Transliterator transliterator(String way) {
        return MADE.computeIfAbsent(way, Transliterator::getInstance);
    }
}

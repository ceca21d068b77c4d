package be.livc.naming;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
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
     * @param cutShort whether it is two or three letters with a full stop before the next word: "Chr. Smolders", "Yu. Sokolova"
     */
    record Romanised(String letters, boolean vowelless, boolean cutShort) {}

    private static final char FIRST_BEYOND_ASCII = 0x80;
    private static final char FIRST_BEYOND_LATIN = 0x250;

    private static final Pattern WITHIN_A_WORD = Pattern.compile("['’‘ʼʻʿʾ`´ʹʺ·_]|\\p{Cf}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** By script, the transliterations of CLDR that follow how people write such names here; any other script: the general one. */
    private static final Map<UnicodeScript, String> WAYS = Map.of(
            UnicodeScript.CYRILLIC, "Russian-Latin/BGN; Any-Latin",
            UnicodeScript.GREEK, "Greek-Latin/UNGEGN; Any-Latin");

    /** Scripts that write vowels as marks on a consonant; elsewhere a mark is one that people leave out. */
    private static final Set<UnicodeScript> MARKS_ARE_VOWELS = Set.of(
            UnicodeScript.DEVANAGARI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.BENGALI,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.THAI,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /**
     * What CLDR reads letter by letter, though it is one sound, and letters of other languages of the same script that it leaves as
     * they are or reads otherwise: of Sorani and Uyghur, Urdu and Pashto, the Maghreb (Unicode core specification, ch. 9.2), Kazakh,
     * Uzbek, Tajik, Azeri, Bashkir and Macedonian (BGN/PCGN romanization systems).
     */
    private static final List<Map.Entry<String, String>> BEFORE = List.of(
            Map.entry("ة", "ا"),
            Map.entry("ى", "ا"),
            Map.entry("آ", "ا"),
            Map.entry("أ", "ا"),
            Map.entry("إ", "ا"),
            Map.entry("ء", ""),
            Map.entry("ض", "ذ"),
            Map.entry("ظ", "ذ"),
            Map.entry("ڭ", "گ"),
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
            Map.entry("њ", "н"),
            Map.entry("ھ", "ه"),
            Map.entry("ە", ""),
            Map.entry("ڕ", "ر"),
            Map.entry("ڵ", "ل"),
            Map.entry("ۆ", "و"),
            Map.entry("ۇ", "و"),
            Map.entry("ۈ", "و"),
            Map.entry("ێ", "ي"),
            Map.entry("ښ", "ش"),
            Map.entry("ٱ", "ا"),
            Map.entry("ڨ", "گ"),
            Map.entry("ݣ", "گ"),
            Map.entry("ڥ", "ف"),
            Map.entry("қ", "к"),
            Map.entry("ҡ", "к"),
            Map.entry("ҳ", "х"),
            Map.entry("ҷ", "дж"),
            Map.entry("җ", "дж"),
            Map.entry("ҹ", "дж"),
            Map.entry("ҝ", "г"),
            Map.entry("ҫ", "с"),
            Map.entry("ѓ", "дж"),
            Map.entry("ѕ", "дз"));

    /**
     * A word that begins with ʿayn begins with a vowel here, as one with the seat of a hamza does, on which Kurdish and Uyghur write
     * it; one that begins with "gk" in Greek begins with g. An h after a consonant at the end is heard as a or e, in Persian and Urdu and
     * where an Arabic typist left out the dots of ة, but in the name of God; so is the Kurdish and Uyghur letter for them. And ў is half
     * a consonant after a vowel only, in Belarusian: in Uzbek it is a vowel.
     */
    private static final Pattern PLACES =
            Pattern.compile("^[عئ]|^γκ|(?<=.)ە$|(?<=[^اآويىیل]|[^ل]ل)[هہ]$|(?<![аеёиоуыэюяі])ў");

    private static final Map<String, String> IN_PLACES =
            Map.of("ع", "ا", "ئ", "ا", "γκ", "g", "ە", "ا", "ه", "ا", "ہ", "ا", "ў", "у");

    /**
     * Two Arabic letters that Latin ones would show as one sound: "sh" of Suhayl is not the sound of "ship", nor "th" of Taha. And one
     * that stands there twice has a vowel between: a doubled consonant is one letter there.
     */
    private static final Pattern TWO_SOUNDS = Pattern.compile("([پتدذرزژسصطکكگ])(?=[هح])|([بتجخدرزسشفقكکمن])(?=\\2)");

    /** The Arabic article, and the sounds it takes over. */
    private static final Pattern WITH_ARTICLE = Pattern.compile("al((sh|th|dh|[tdrzsn])?\\p{L}{2,})");

    private static final String GOD = "allah";

    private static final int LONGEST_CUT_SHORT = 3;

    private static final Map<String, Transliterator> MADE = new ConcurrentHashMap<>();

    private Romaniser() {}

    static List<Romanised> words(String name) {
        if (name.chars().allMatch(letter -> letter < FIRST_BEYOND_ASCII)) {
            return plainWords(name);
        }
        String whole = lower(WITHIN_A_WORD
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll(""));
        List<Romanised> words = new ArrayList<>();
        int at = 0;
        for (String word : BETWEEN_WORDS.split(whole)) {
            if (!word.isEmpty()) {
                int end = whole.indexOf(word, at) + word.length();
                romanise(word, isCutShort(whole, end, word), words);
                at = end;
            }
        }
        return words;
    }

    private static boolean isCutShort(String text, int end, CharSequence word) {
        return word.length() > 1
                && word.length() <= LONGEST_CUT_SHORT
                && end < text.length() - 1
                && text.charAt(end) == '.';
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
                words.add(new Romanised(ChatLetters.read(word.toString()), false, isCutShort(name, i, word)));
                word.setLength(0);
            }
        }
        return words;
    }

    /** Lower case without the dot that Turkish İ leaves behind, and without the letters beyond Latin's first that name a known sound, as the hooked ones of Hausa and Fula do. */
    private static String lower(String text) {
        return text.replace('İ', 'i')
                .toLowerCase(Locale.ROOT)
                .replace('ə', 'ä')
                .replace('ɛ', 'e')
                .replace('ɔ', 'o')
                .replace('ɓ', 'b')
                .replace('ɗ', 'd')
                .replace('ƙ', 'k')
                .replace('ƴ', 'y')
                .replace("ŋ", "ng")
                .replace("ɣ", "gh");
    }

    private static void romanise(String word, boolean cutShort, List<Romanised> into) {
        if (isLatin(word)) {
            into.add(new Romanised(ChatLetters.read(word), false, cutShort));
            return;
        }
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        String letters = transliterator(WAYS.getOrDefault(script, "Any-Latin"))
                .transliterate(MARKS_ARE_VOWELS.contains(script) ? word : prepared(word));
        String latin = IndicSpelling.isWrittenIn(script) ? IndicSpelling.heard(letters) : letters;
        String plain =
                MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
        boolean vowelless = script == UnicodeScript.ARABIC || script == UnicodeScript.HEBREW;
        for (String part :
                BETWEEN_WORDS.split(lower(WITHIN_A_WORD.matcher(plain).replaceAll("")))) {
            if (!part.isEmpty()) {
                Matcher article = WITH_ARTICLE.matcher(part);
                if (vowelless && !part.startsWith(GOD) && article.matches()) {
                    into.add(new Romanised("a" + Objects.requireNonNullElse(article.group(2), "l"), true, false));
                    into.add(new Romanised(article.group(1), true, false));
                } else {
                    into.add(new Romanised(part, vowelless, cutShort));
                }
            }
        }
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(letter -> letter < FIRST_BEYOND_LATIN);
    }

    private static String prepared(String word) {
        String text = PLACES.matcher(MARKS.matcher(word).replaceAll("").replace('Ӏ', 'ӏ'))
                .replaceAll(found -> IN_PLACES.getOrDefault(found.group(), ""));
        for (Map.Entry<String, String> rule : BEFORE) {
            text = text.replace(rule.getKey(), rule.getValue());
        }
        return TWO_SOUNDS.matcher(text).replaceAll("$0ا");
    }

    /** Thread-safe once made; making one takes some tens of milliseconds, the first time a script is met. */
    private static Transliterator transliterator(String way) {
        return MADE.computeIfAbsent(way, Transliterator::getInstance);
    }
}

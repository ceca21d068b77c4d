package be.livc.naming;

import java.util.Arrays;
import org.apache.commons.codec.EncoderException;
import org.apache.commons.codec.language.bm.BeiderMorseEncoder;
import org.apache.commons.codec.language.bm.NameType;
import org.apache.commons.codec.language.bm.RuleType;

/**
 * The phonetic codes of Beider and Morse for one word, as numbers: two words that share one may sound alike in some language
 * of Europe. Slow to make (some tenths of a millisecond), so made when a name is kept, not when the index is filled.
 */
final class BeiderMorse {

    static final int[] NONE = {};

    private static final int MOST = 10;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;

    private static final BeiderMorseEncoder ENCODER = encoder();

    private BeiderMorse() {}

    private static BeiderMorseEncoder encoder() {
        BeiderMorseEncoder encoder = new BeiderMorseEncoder();
        encoder.setNameType(NameType.GENERIC);
        encoder.setRuleType(RuleType.APPROX);
        encoder.setConcat(true);
        return encoder;
    }

    static int[] codes(String plain) {
        if (plain.length() < SHORTEST || plain.length() > LONGEST) {
            return NONE;
        }
        try {
            return Arrays.stream(ENCODER.encode(plain).split("[|]"))
                    .mapToInt(String::hashCode)
                    .sorted()
                    .distinct()
                    .limit(MOST)
                    .toArray();
        } catch (EncoderException impossible) {
            throw new IllegalStateException("only text is encoded", impossible);
        }
    }

    /** Both sorted. */
    static boolean meet(int[] one, int[] other) {
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                return true;
            }
            if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}

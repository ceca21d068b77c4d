package be.livc.naming;

/** Which pairs of letters a word has, in the 64 bits of a long: what two words have in common is seen in one step. */
final class LetterPairs {

    private static final int BITS = 64;
    private static final int LETTERS = 29;
    private static final int SOUNDS = 8;

    /** Sounds that are taken for each other, as one; what is often not written at all is left out. */
    private static final String[] CLASSES = {"pbfv", "tdTD", "kKqQgxXszSZCJc$", "l", "r", "m", "n"};

    private static final String BEFORE_A_V = "eo";

    private static final int[] CLASS_OF = new int[128];

    static {
        for (int group = 0; group < CLASSES.length; group++) {
            for (char sound : CLASSES[group].toCharArray()) {
                CLASS_OF[sound] = group + 1;
            }
        }
    }

    private LetterPairs() {}

    static long ofLetters(String plain) {
        long pattern = 0;
        int before = 0;
        for (int i = 0; i <= plain.length(); i++) {
            int here = i == plain.length() ? LETTERS - 1 : plain.charAt(i) % (LETTERS - 2) + 1;
            pattern |= bit(before * LETTERS + here);
            before = here;
        }
        return pattern;
    }

    /** Seven classes and the ends of the word make 64 pairs: each has a bit of its own. */
    static long ofSounds(String sounds) {
        long pattern = 0;
        int before = 0;
        for (int i = 0; i < sounds.length(); i++) {
            char sound = sounds.charAt(i);
            int here = sound < CLASS_OF.length ? CLASS_OF[isHeardAsV(sounds, i) ? 'v' : sound] : CLASSES.length;
            if (here > 0 && here != before) {
                pattern |= 1L << before * SOUNDS + here;
                before = here;
            }
        }
        return pattern | 1L << before * SOUNDS;
    }

    /** German and Polish write so what others write with a v: Kowaljow. Elsewhere a w is often not written, as in Ouali for Wali. */
    private static boolean isHeardAsV(String sounds, int at) {
        return sounds.charAt(at) == 'w' && at > 0 && BEFORE_A_V.indexOf(sounds.charAt(at - 1)) >= 0;
    }

    private static long bit(int pair) {
        int mixed = pair * 0x9E3779B9;
        return 1L << (mixed >>> 26) % BITS;
    }
}

package be.livc.naming;

/**
 * What it costs to take one sound for another, or to lose one, in hundredths of what it costs to take a sound for quite another.
 * The weights are about letters and were set on the first half of the quality set only.
 */
final class SoundCosts {

    /** Two sounds and what it costs to take one for the other, in hundredths; all others as {@link #OTHERS} says. */
    private static final String NEAR =
            """
            ae20 ao35 a402 e405 aE25 eE12 iE12 yE10 ei15 ey18 iy02 uy20 ui35 ou12 uU05 oO08 eO20 uO12 Ui15 Uy10 UO10
            0u02 0o08 0O03 0e30 Aa20 Ao12 Au15 Aw40 uw10 0w12 ow25 ij08 yj04 Ej30 ej40 iQ60
            wv05 wf20 wb45 vf10 vb30 fp45 bp20 dt20 dT30 tT03 Ts25 Tz30 TD15 dD03 Dz12 Ds30 Dt25 DJ60
            gk25 gG05 gq12 gQ02 gh30 gx20 gX12 Gx15 Gh20 Gk35 GX10 Gq20 GQ10 Gr35 Gy25 Gj30 Gw40
            kK00 kq02 kx20 kX20 kc30 kh55 kQ35 Kq02 Kx20 KX25 Kc08 KJ15 Ks45 KC45 KS50 Kg25 KG35 qx22 qh45 qX25 qG20 qc30
            xh08 xX03 xQ20 Xh12 XS05 XC08 XZ30 XJ35 X$05 Xs35 XQ15 Xc30 $s12 $S02 $C15 $x30 $k40 $Z10 $j12
            Ss15 SC20 SZ15 SJ30 Sz35 Sc30 sz08 sc06 sC25 zZ15 zJ30 zc12 zj40 ZJ06 Zj05 Jj05 JC20 Jc15 Jg25 JQ05 ZQ05 jQ08
            uv20 gy20 Qy20 cj15 Kj18 Cj30 jx55 jh55 cC15 ct35 Ct55 nm40 lr75 JX35 ZC30 Jd45 Zd60 zd60 jg25
            """;

    private static final String VOWELS = "aeiouyEAOU04";
    private static final String GLIDES = "yjw";
    private static final int SIGNS = 128;
    private static final int CONTROL_SIGNS = 31;

    static final int OTHERS = 100;

    private static final int VOWEL_FOR_VOWEL = 45;
    static final int SWAPPED = 85;

    private static final int LOST_VOWEL = 40;
    private static final int LOST_FIRST_VOWEL = 60;
    private static final int LOST_LAST_E = 15;
    private static final int LOST_H = 20;
    private static final int LOST_SOFT_G = 40;
    private static final int LOST_GLIDE = 35;
    private static final int LOST_LAST_S = 25;
    private static final int LOST_LAST_T = 55;

    /** Where the script wrote no vowels, none is missed. */
    private static final int UNWRITTEN_VOWEL = 3;

    private static final int UNWRITTEN_GLIDE = 25;

    /** Such a script does write ay, and the vowel that ends a word: Karima is not Karim there. */
    private static final int MISSING_WRITTEN_VOWEL = 95;

    private static final char DIPHTHONG = 'E';

    private static final byte[] COST = costs();
    private static final int[] LOST_FIRST = losts(0, 2);
    private static final int[] LOST_WITHIN = losts(1, 3);
    private static final int[] LOST_LAST = losts(1, 2);
    private static final int[] MASS = masses();

    private SoundCosts() {}

    /** What it costs to lose each of the sounds of a word; where its script wrote no vowels, that is another price. */
    static int[] losts(byte[] word, boolean unwritten) {
        int[] losts = new int[word.length];
        for (int j = 0; j < losts.length; j++) {
            losts[j] = lost(word[j], j, losts.length, unwritten);
        }
        return losts;
    }

    /** The same of a word that writes its vowels. */
    static int[] losts(byte[] word) {
        return losts(word, false);
    }

    private static byte[] costs() {
        byte[] costs = new byte[SIGNS * SIGNS];
        for (int one = 0; one < SIGNS; one++) {
            for (int other = 0; other < SIGNS; other++) {
                boolean vowels = isVowel((char) one) && isVowel((char) other);
                costs[one * SIGNS + other] = (byte) (one == other ? 0 : vowels ? VOWEL_FOR_VOWEL : OTHERS);
            }
        }
        for (String near : NEAR.strip().split("\\s+")) {
            byte cost = Byte.parseByte(near.substring(2));
            costs[near.charAt(0) * SIGNS + near.charAt(1)] = cost;
            costs[near.charAt(1) * SIGNS + near.charAt(0)] = cost;
        }
        return costs;
    }

    private static int[] losts(int at, int length) {
        int[] losts = new int[SIGNS];
        for (int sound = 0; sound < SIGNS; sound++) {
            losts[sound] = lost(sound, at, length, false);
        }
        return losts;
    }

    /** No more than losing a sound costs anywhere, nor than taking it for another whose own mass is less. */
    private static int[] masses() {
        int[] masses = new int[SIGNS];
        for (int sound = 0; sound < SIGNS; sound++) {
            masses[sound] = leastLost(sound);
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int one = 0; one < SIGNS; one++) {
                for (int other = 0; other < SIGNS; other++) {
                    if (masses[other] + COST[one * SIGNS + other] < masses[one]) {
                        masses[one] = masses[other] + COST[one * SIGNS + other];
                        changed = true;
                    }
                }
            }
        }
        return masses;
    }

    /** What losing a sound costs at least, wherever it stands. */
    static int leastLost(int sound) {
        return Math.min(LOST_WITHIN[sound], Math.min(LOST_FIRST[sound], LOST_LAST[sound]));
    }

    /** What losing a sound costs that stands within a word, or first or last in it. */
    static int lostOf(int sound, boolean within, boolean first) {
        return (within ? LOST_WITHIN : first ? LOST_FIRST : LOST_LAST)[sound];
    }

    /** What it costs to take one sound for the other. */
    static int costOf(int one, int other) {
        return COST[one * SIGNS + other];
    }

    static boolean isVowel(char sound) {
        return VOWELS.indexOf(sound) >= 0;
    }

    /** Sounds as the numbers of their signs; the few that no rule names become control signs, equal only to themselves. */
    static byte[] coded(String sounds) {
        byte[] coded = new byte[sounds.length()];
        for (int i = 0; i < coded.length; i++) {
            char sound = sounds.charAt(i);
            coded[i] = (byte) (sound < SIGNS ? sound : sound % CONTROL_SIGNS + 1);
        }
        return coded;
    }

    /** What it costs to take one sound for the other, from 0 to 1. */
    static float cost(byte one, byte other) {
        return COST[one * SIGNS + other] / (float) OTHERS;
    }

    /**
     * What the sounds of a word weigh together: the distance of two words is at least the difference of their
     * masses, where both write their vowels.
     */
    static int mass(byte[] sounds) {
        int mass = 0;
        for (byte sound : sounds) {
            mass += MASS[sound];
        }
        return mass;
    }

    /** What it costs that a sound is there on one side only. */
    static int lost(int sound, int at, int length, boolean unwritten) {
        boolean last = at == length - 1;
        if (sound == 'h') {
            return LOST_H;
        }
        if (GLIDES.indexOf(sound) >= 0) {
            return unwritten ? UNWRITTEN_GLIDE : at == 0 ? LOST_FIRST_VOWEL : LOST_GLIDE;
        }
        if (isVowel((char) sound)) {
            if (unwritten) {
                boolean written = sound == DIPHTHONG || (last && sound != 'e');
                return written ? MISSING_WRITTEN_VOWEL : UNWRITTEN_VOWEL;
            }
            return last && sound == 'e' ? LOST_LAST_E : at == 0 ? LOST_FIRST_VOWEL : LOST_VOWEL;
        }
        if (sound == 'G') {
            return LOST_SOFT_G;
        }
        if (last && sound == 's') {
            return LOST_LAST_S;
        }
        return last && (sound == 't' || sound == 'd') ? LOST_LAST_T : OTHERS;
    }
}

package be.livc.naming;

/**
 * How far two words lie apart: the cheapest way to make one of the other, where a sound that another language writes
 * differently costs little, a vowel less than a consonant, and two letters swapped about one error.
 *
 * <p>Weighted optimal string alignment; the weights are about letters and were set on the first half of the quality set only.
 */
final class SoundDistance {

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
            uv20 gy20 Qy20 cj15 Kj18 Cj30 jx55 jh55 cC15 ct35 Ct55 nm40 lr75 JX35 ZC30 Jd45 Zd60
            """;

    private static final String VOWELS = "aeiouyEAOU04";
    private static final String GLIDES = "yjw";
    private static final int SIGNS = 128;

    private static final float OTHERS = 1;
    private static final float VOWEL_FOR_VOWEL = 0.45f;
    private static final float VOWEL_FOR_CONSONANT = 1;
    private static final float SWAPPED = 0.85f;

    private static final float LOST_VOWEL = 0.4f;
    private static final float LOST_FIRST_VOWEL = 0.6f;
    private static final float LOST_LAST_E = 0.15f;
    private static final float LOST_H = 0.2f;
    private static final float LOST_SOFT_G = 0.4f;
    private static final float LOST_GLIDE = 0.35f;
    private static final float LOST_LAST_S = 0.25f;
    private static final float LOST_LAST_T = 0.55f;

    /** Where the script wrote no vowels, none is missed. */
    private static final float UNWRITTEN_VOWEL = 0.03f;

    private static final float UNWRITTEN_GLIDE = 0.25f;

    private static final float[][] COST = costs();

    private SoundDistance() {}

    private static float[][] costs() {
        float[][] costs = new float[SIGNS][SIGNS];
        for (int one = 0; one < SIGNS; one++) {
            for (int other = 0; other < SIGNS; other++) {
                boolean vowels = isVowel((char) one) && isVowel((char) other);
                boolean mixed = isVowel((char) one) != isVowel((char) other);
                costs[one][other] = one == other ? 0 : vowels ? VOWEL_FOR_VOWEL : mixed ? VOWEL_FOR_CONSONANT : OTHERS;
            }
        }
        for (String near : NEAR.strip().split("\\s+")) {
            float cost = Integer.parseInt(near.substring(2)) / 100f;
            costs[near.charAt(0)][near.charAt(1)] = cost;
            costs[near.charAt(1)][near.charAt(0)] = cost;
        }
        return costs;
    }

    static boolean isVowel(char sound) {
        return VOWELS.indexOf(sound) >= 0;
    }

    /** What it costs to take one sound for the other, from 0 to 1. */
    static float cost(char one, char other) {
        return one < SIGNS && other < SIGNS ? COST[one][other] : one == other ? 0 : OTHERS;
    }

    /**
     * From 0 (nothing in common) to 1 (the same sounds).
     *
     * @param unwritten whether one of the two comes from a script without short vowels
     */
    static float alike(String one, String other, boolean unwritten) {
        float size = unwritten ? (consonants(one) + consonants(other)) / 2 : (one.length() + other.length()) / 2f;
        return size == 0 ? 0 : Math.max(0, 1 - distance(one, other, unwritten) / size);
    }

    private static float consonants(String sounds) {
        float size = 0;
        for (int i = 0; i < sounds.length(); i++) {
            size += isVowel(sounds.charAt(i)) ? 0.2f : 1;
        }
        return size;
    }

    static float distance(String one, String other, boolean unwritten) {
        int width = other.length() + 1;
        float[] table = new float[(one.length() + 1) * width];
        for (int j = 1; j < width; j++) {
            table[j] = table[j - 1] + lost(other, j - 1, unwritten);
        }
        for (int i = 1; i <= one.length(); i++) {
            char here = one.charAt(i - 1);
            float lostHere = lost(one, i - 1, unwritten);
            int row = i * width;
            table[row] = table[row - width] + lostHere;
            for (int j = 1; j < width; j++) {
                char there = other.charAt(j - 1);
                float cheapest = Math.min(
                        Math.min(table[row - width + j] + lostHere, table[row + j - 1] + lost(other, j - 1, unwritten)),
                        table[row - width + j - 1] + cost(here, there));
                if (i > 1 && j > 1 && here == other.charAt(j - 2) && there == one.charAt(i - 2)) {
                    cheapest = Math.min(cheapest, table[row - 2 * width + j - 2] + SWAPPED);
                }
                table[row + j] = cheapest;
            }
        }
        return table[table.length - 1];
    }

    /** What it costs that a sound is there on one side only. */
    private static float lost(String sounds, int at, boolean unwritten) {
        char sound = sounds.charAt(at);
        boolean last = at == sounds.length() - 1;
        if (sound == 'h') {
            return LOST_H;
        }
        if (GLIDES.indexOf(sound) >= 0) {
            return unwritten ? UNWRITTEN_GLIDE : LOST_GLIDE;
        }
        if (isVowel(sound)) {
            if (unwritten) {
                return UNWRITTEN_VOWEL;
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

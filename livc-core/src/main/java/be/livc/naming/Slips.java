package be.livc.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a word that was typed may have been meant to be: two letters the other way round, a letter twice, or one too few, so that two
 * vowels stand together that were no sound. One slip in a sound of several letters ("Tcahli", "Crhisto", "Jaila" for Jamila) makes
 * more than one sound of the word another, and is too much where the name is spelt otherwise besides. Tried only beside people of whom
 * another word is alike; for one thread.
 */
final class Slips {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 12;

    /** With the slip undone the words have to be this much alike. */
    private static final float LEAST_WITHOUT_SLIP = 0.9f;

    private static final float LEAST_LETTER_BY_LETTER = 0.8f;
    private static final float WITH_A_SLIP = 0.76f;

    /** What one slip changes in the mass of a word at most: one consonant, and a vowel that was two. */
    private static final int MOST_CHANGED = 3 * SoundCosts.OTHERS / 2;

    private static final int HALF = 50;

    private final Word asked;
    private final boolean mayBeMistyped;

    /** Made when they are first needed: the word letter by letter, and with each slip undone. */
    private final List<Heard> meant = new ArrayList<>();

    Slips(Word asked) {
        this.asked = asked;
        int letters = asked.plain().length();
        this.mayBeMistyped = !asked.isVowelless() && letters >= SHORTEST && letters <= LONGEST;
    }

    /** How much alike what was meant and a known word may be. */
    Optional<WordLikeness.Likeness> alike(Word known) {
        if (mayBeMeant(known) && isMeant(known.heard()) && !WordLikeness.isAnotherName(asked, known)) {
            return Optional.of(new WordLikeness.Likeness(WITH_A_SLIP, Difference.TYPING));
        }
        return Optional.empty();
    }

    private boolean mayBeMeant(Word known) {
        return mayBeMistyped
                && !known.isVowelless()
                && known.plain().length() >= SHORTEST
                && asked.heard()
                        .mayBeWithin(
                                MOST_CHANGED,
                                known.heard().mass(),
                                known.heard().landmarks());
    }

    private boolean isMeant(Heard known) {
        if (meant.isEmpty()) {
            undo(asked.plain());
        }
        for (int i = 0; i < meant.size(); i++) {
            if (isAlike(meant.get(i), known, i == 0 ? LEAST_LETTER_BY_LETTER : LEAST_WITHOUT_SLIP)) {
                return true;
            }
        }
        return false;
    }

    private void undo(String plain) {
        meant.add(Heard.of(Sounds.letterByLetter(plain)));
        for (int i = 1; i < plain.length() - 1; i++) {
            String twice = plain.charAt(i) == plain.charAt(i + 1) ? "" : plain.substring(i, i + 1);
            String undone = plain.substring(0, i) + plain.charAt(i + 1) + twice + plain.substring(i + 2);
            meant.add(Heard.of(Sounds.of(undone)));
        }
    }

    private static boolean isAlike(Heard meant, Heard known, float least) {
        int most = (int) (HALF * (meant.length() + known.length()) * (1 - least)) + 1;
        return meant.mayBeWithin(most, known.mass(), known.landmarks())
                && !WordLikeness.beginsOtherwise(meant.sounds(), known.sounds())
                && SoundDistance.alike(meant.sounds(), known.sounds(), false, least) >= least;
    }
}

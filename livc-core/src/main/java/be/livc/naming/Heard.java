package be.livc.naming;

/**
 * The sounds of a word, made ready to measure how far they are from those of another.
 *
 * @param sounds see {@link SoundDistance#coded}; not to be changed
 * @param mass see {@link SoundDistance#mass}
 * @param landmarks see {@link Landmarks}
 */
record Heard(byte[] sounds, int mass, long landmarks) {

    static Heard of(String sounds) {
        byte[] coded = SoundCosts.coded(sounds);
        return new Heard(coded, SoundCosts.mass(coded), Landmarks.of(coded));
    }

    int length() {
        return sounds.length;
    }

    /** Whether the other may be no farther than so many hundredths, where both write their vowels: no more than a glance. */
    boolean mayBeWithin(int most, int massOfOther, long landmarksOfOther) {
        return Math.abs(mass - massOfOther) <= most && Landmarks.apart(landmarks, landmarksOfOther) <= most;
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "•••";
    }
}

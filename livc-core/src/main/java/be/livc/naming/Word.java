package be.livc.naming;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One word of a name, made ready to compare: as written, as it sounds, and what it may be short for. */
final class Word {

    enum Kind {
        /** Says who it is. */
        FULL,
        /** One letter that stands for a word. */
        INITIAL,
        /** An article; may be left out. */
        ARTICLE,
        /** "ben", "abou", "oglu": the next word is of descent. */
        DESCENT
    }

    private static final int SHORT = 2;

    /** The sounds that the l of an Arabic article before them becomes (Wright, A Grammar of the Arabic Language, I § 14). */
    private static final String SUN_LETTERS = "tTdDrszSX$n";

    private final String letters;
    private final String plain;
    private final String sounds;
    private final Kind kind;
    private final boolean vowelless;
    private int @Nullable [] codes;
    private final int[] shortForms;
    private final Heard heard;
    private final boolean small;
    private final boolean endsInArticle;
    private final boolean stuck;
    private final @Nullable Heard bare;
    private final @Nullable Heard served;

    private Word(
            String letters,
            String plain,
            String sounds,
            Kind kind,
            boolean vowelless,
            int @Nullable [] codes,
            int[] shortForms,
            boolean endsInArticle) {
        this.letters = letters;
        this.plain = plain;
        this.sounds = sounds;
        this.kind = kind;
        this.vowelless = vowelless;
        this.codes = codes;
        this.shortForms = shortForms;
        this.heard = Heard.of(sounds);
        this.small = isParticle() || plain.length() <= SHORT || Particles.isSmall(plain);
        this.endsInArticle = endsInArticle;
        Optional<String> withoutArticle = Particles.bare(plain);
        this.stuck = withoutArticle.isPresent();
        this.bare = heardOf(withoutArticle
                .or(() -> SomaliSpelling.heard(plain))
                .or(() -> WestAfricanSpelling.heard(plain))
                .or(() -> ArabicJim.heard(plain))
                .or(() -> IndonesianSpelling.heard(plain)));
        this.served = heardOf(Particles.served(plain));
    }

    private static @Nullable Heard heardOf(Optional<String> plain) {
        return plain.isEmpty() ? null : Heard.of(Sounds.of(plain.get()));
    }

    static Word of(String letters, Kind kind, boolean vowelless, int[] codes) {
        return whole(letters, kind, vowelless, codes);
    }

    private static Word whole(String letters, Kind kind, boolean vowelless, int @Nullable [] codes) {
        String plain = Sounds.plain(letters);
        String sounds = Sounds.of(letters);
        int[] shortForms = kind == Kind.FULL ? ShortForms.of(plain, sounds) : ShortForms.NONE;
        return new Word(letters, plain, sounds, kind, vowelless, codes, shortForms, isOfArabic(kind, letters));
    }

    /** A word whose codes are made when they are first asked for; for one thread. */
    static Word asked(String letters, Kind kind, boolean vowelless) {
        int[] codes = isCoded(kind, vowelless) ? null : BeiderMorse.NONE;
        return whole(letters, kind, vowelless, codes);
    }

    /** Whether a word of this kind has phonetic codes. */
    static boolean isCoded(Kind kind, boolean vowelless) {
        return kind == Kind.FULL && !vowelless;
    }

    private static boolean isOfArabic(Kind kind, String letters) {
        return kind == Kind.ARTICLE && letters.length() == SHORT && letters.charAt(1) == 'l';
    }

    /** Two words written as one: "Nour al" with "Din" is heard as Nouraddin. */
    Word joined(Word next) {
        boolean assimilates =
                endsInArticle && !next.sounds.isEmpty() && SUN_LETTERS.indexOf(next.sounds.charAt(0)) >= 0;
        String before = assimilates ? sounds.substring(0, sounds.length() - 1) : sounds;
        String together = letters + next.letters;
        String plainTogether = Sounds.plain(together);
        return new Word(
                together,
                plainTogether,
                Sounds.once(before + next.sounds),
                Kind.FULL,
                vowelless || next.vowelless,
                BeiderMorse.NONE,
                ShortForms.of(plainTogether),
                next.endsInArticle);
    }

    /** Lower-case Latin letters, with the accents that change a sound. */
    String letters() {
        return letters;
    }

    String plain() {
        return plain;
    }

    Kind kind() {
        return kind;
    }

    boolean isFull() {
        return kind == Kind.FULL;
    }

    boolean isParticle() {
        return kind == Kind.ARTICLE || kind == Kind.DESCENT;
    }

    /** Whether it may be written as one with a word beside it: particles, wherever they stand, and very short words. */
    boolean isSmall() {
        return small;
    }

    boolean isVowelless() {
        return vowelless;
    }

    int[] codes() {
        int[] made = codes;
        if (made == null) {
            made = BeiderMorse.codes(plain);
            codes = made;
        }
        return made;
    }

    boolean sharesCodeWith(Word other) {
        return mayHaveCodes() && other.mayHaveCodes() && BeiderMorse.meet(codes(), other.codes());
    }

    boolean mayHaveCodes() {
        int[] made = codes;
        return made == null || made.length > 0;
    }

    /** Whether it may be written without a particle that is stuck to it, or heard in another way. */
    boolean hasParticle() {
        return bare != null || served != null;
    }

    int[] shortForms() {
        return shortForms;
    }

    /** Its letters as numbers, of which the few beyond a to z may be taken for each other; made at each call. */
    byte[] written() {
        return SoundCosts.coded(plain);
    }

    /** Its sounds. */
    Heard heard() {
        return heard;
    }

    /** Whether an article is stuck to it. */
    boolean hasArticle() {
        return stuck;
    }

    /** Its sounds without the article that is stuck to it, or in another way that it may be heard. */
    @Nullable
    Heard bare() {
        return bare;
    }

    /** The sounds of the second half, of a compound of "servant of". */
    @Nullable
    Heard served() {
        return served;
    }

    /** See {@link LetterPairs}; made at each call. */
    long letterPattern() {
        return LetterPairs.ofLetters(plain);
    }

    /** See {@link LetterPairs}; made at each call. */
    long soundPattern() {
        return LetterPairs.ofSounds(sounds);
    }

    /** How much of a name hangs on it. */
    double weight() {
        return switch (kind) {
            case FULL -> 1;
            case INITIAL -> 0.5;
            case ARTICLE, DESCENT -> 0;
        };
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "•••";
    }
}

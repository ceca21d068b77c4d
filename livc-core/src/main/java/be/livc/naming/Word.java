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

    private final String letters;
    private final String plain;
    private final String sounds;
    private final Kind kind;
    private final boolean vowelless;
    private final int[] codes;
    private final int[] shortForms;
    private final @Nullable String bare;
    private final @Nullable String served;
    private final long letterPattern;
    private final long soundPattern;

    private Word(String letters, String sounds, Kind kind, boolean vowelless, int[] codes) {
        this.letters = letters;
        this.plain = Sounds.plain(letters);
        this.sounds = sounds;
        this.kind = kind;
        this.vowelless = vowelless;
        this.codes = codes;
        this.shortForms = kind == Kind.FULL ? ShortForms.of(plain) : ShortForms.NONE;
        this.bare = Particles.bare(plain).map(Sounds::of).orElse(null);
        this.served = Particles.served(plain).map(Sounds::of).orElse(null);
        this.letterPattern = LetterPairs.ofLetters(plain);
        this.soundPattern = LetterPairs.ofSounds(sounds);
    }

    static Word of(String letters, Kind kind, boolean vowelless, int[] codes) {
        return new Word(letters, Sounds.of(letters), kind, vowelless, codes);
    }

    /** Two words written as one. */
    Word joined(Word next) {
        return new Word(
                letters + next.letters,
                Sounds.once(sounds + next.sounds),
                Kind.FULL,
                vowelless || next.vowelless,
                BeiderMorse.NONE);
    }

    /** Lower-case Latin letters, with the accents that change a sound. */
    String letters() {
        return letters;
    }

    String plain() {
        return plain;
    }

    String sounds() {
        return sounds;
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

    boolean isVowelless() {
        return vowelless;
    }

    int[] codes() {
        return codes;
    }

    int[] shortForms() {
        return shortForms;
    }

    Optional<String> bareSounds() {
        return Optional.ofNullable(bare);
    }

    Optional<String> servedSounds() {
        return Optional.ofNullable(served);
    }

    long letterPattern() {
        return letterPattern;
    }

    long soundPattern() {
        return soundPattern;
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

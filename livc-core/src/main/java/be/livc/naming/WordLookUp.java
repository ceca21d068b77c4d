package be.livc.naming;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One word that is asked of a vocabulary: what is looked up for it, by phonetic code, short form and beginning, and what the {@link
 * Sieve} marked. Several threads compare shares of both.
 */
final class WordLookUp {

    /** What was compared of one share: of the words that were looked up, and of those that were sifted. */
    record Compared(List<Vocabulary.Alike> lookedUp, List<Vocabulary.Alike> sifted) {}

    private static final float NEARLY_THE_SAME = 0.85f;

    private final Word asked;
    private final Vocabulary vocabulary;
    private final boolean unseen;
    private final Supplier<Sieve.Sifting> marked;

    /** Each once: first those that share a code, up to a number of them. */
    private final List<Vocabulary.Entry> lookedUp = new ArrayList<>();

    private final int coded;
    private final BitSet places;

    /**
     * Looks up.
     *
     * @param same the very word, where somebody has it whom the asker may see
     * @param marked gives each thread its own sifting of the words that are marked
     */
    WordLookUp(Word asked, Vocabulary vocabulary, Vocabulary.@Nullable Entry same, Supplier<Sieve.Sifting> marked) {
        this.asked = asked;
        this.vocabulary = vocabulary;
        this.unseen = same == null;
        this.marked = marked;
        this.places = new BitSet(vocabulary.size());
        for (int code : same == null || !asked.mayHaveCodes() ? BeiderMorse.NONE : same.codes()) {
            vocabulary.withCode(code, this::add);
        }
        this.coded = lookedUp.size();
        for (int group : asked.shortForms()) {
            vocabulary.ofShortForm(group).forEach(this::add);
        }
        addBeginnings();
    }

    /** Words that begin the one that is asked have few of its letters: they are looked up, and not sifted. */
    private void addBeginnings() {
        String whole = asked.letters();
        for (int end = WordLikeness.SHORTEST_BEGUN; end < whole.length(); end++) {
            Vocabulary.Entry beginning = vocabulary.written(whole.substring(0, end));
            if (beginning != null) {
                add(beginning);
            }
        }
    }

    private void add(Vocabulary.Entry entry) {
        if (!places.get(entry.place())) {
            places.set(entry.place());
            lookedUp.add(entry);
        }
    }

    /** For one thread. */
    Sieve.Sifting sifting() {
        return marked.get();
    }

    /** Compares one share of what was looked up and of what was marked. */
    Compared compared(Sieve.Sifting sifting, int share, int shares) {
        List<Vocabulary.Alike> ofLookedUp = new ArrayList<>();
        int end = lookedUp.size() * (share + 1) / shares;
        for (int i = lookedUp.size() * share / shares; i < end; i++) {
            compare(lookedUp.get(i), i < coded, ofLookedUp);
        }
        List<Vocabulary.Alike> ofSifted = new ArrayList<>();
        for (int place : sifting.alike(share, shares)) {
            if (!places.get(place)) {
                compare(vocabulary.at(place), false, ofSifted);
            }
        }
        return new Compared(ofLookedUp, ofSifted);
    }

    private void compare(Vocabulary.Entry entry, boolean coded, List<Vocabulary.Alike> found) {
        if (entry.word().isFull()) {
            WordLikeness.of(asked, entry.word(), coded)
                    .ifPresent(likeness -> found.add(new Vocabulary.Alike(entry, likeness)));
        }
    }

    /**
     * All that was found. The codes of a word that nobody has take milliseconds to make, and say little where one nearly like it is
     * there.
     *
     * @param shares every share, in order
     * @param may whom the asker may see
     */
    List<Vocabulary.Alike> found(List<Compared> shares, IntPredicate may) {
        List<Vocabulary.Alike> found = new ArrayList<>();
        shares.forEach(share -> found.addAll(share.lookedUp()));
        shares.forEach(share -> found.addAll(share.sifted()));
        if (unseen && found.stream().noneMatch(one -> isNearlyTheSame(one, may))) {
            compareCoded(found);
        }
        return found;
    }

    private static boolean isNearlyTheSame(Vocabulary.Alike one, IntPredicate may) {
        return one.likeness().alike() >= NEARLY_THE_SAME && one.entry().isOfSomebody(may);
    }

    private void compareCoded(List<Vocabulary.Alike> found) {
        Set<Vocabulary.Entry> sharing = new LinkedHashSet<>();
        for (int code : asked.codes()) {
            vocabulary.withCode(code, sharing::add);
        }
        sharing.forEach(entry -> compare(entry, true, found));
    }
}

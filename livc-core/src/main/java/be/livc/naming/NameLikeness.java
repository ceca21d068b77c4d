package be.livc.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How alike two names are: each word of one is laid beside a word, or some words joined, of the other.
 *
 * <p>What only one name has is silence and costs little: people leave out a second given name. What both have and differs in
 * is a contradiction and costs much: "Fatima Benali" is not "Karima Benali", however much of it is the same.
 */
final class NameLikeness {

    /** What lays beside what: from and to, both included. */
    private record Pair(int askedFrom, int askedTo, int knownFrom, int knownTo, WordLikeness.Likeness likeness) {

        boolean joins() {
            return askedFrom != askedTo || knownFrom != knownTo;
        }
    }

    /** Looks up or works out how alike two single words are, and joined ones. */
    interface Words {
        Optional<WordLikeness.Likeness> alike(int asked, Word known);

        default Word joined(Word first, Word next) {
            return first.joined(next);
        }

        /** How alike joined words and a whole one are. */
        default Optional<WordLikeness.Likeness> alikeJoined(Word joined, Word whole) {
            return WordLikeness.of(joined, whole);
        }
    }

    private static final int LONGEST_JOIN = 4;
    private static final float GOOD_ENOUGH = 0.93f;
    private static final float FOR_JOINING = 0.01f;
    private static final float OF_INITIALS = 0.85f;

    private static final double OF_A_CONTRADICTION = 1.5;
    private static final double OF_MORE_ASKED = 0.8;
    private static final double OF_SILENCE = 0.06;
    private static final int MOST_SILENCE = 3;
    private static final double OF_PARTICLES = 0.01;
    private static final double OF_ORDER = 0.005;
    private static final double OF_MIXED_ORDER = 0.06;
    private static final double OF_SWAPPED_DESCENT = 0.5;

    private final PersonName asked;
    private final PersonName known;
    private final Words words;
    private final List<Pair> pairs = new ArrayList<>();
    private final boolean[] askedTaken;
    private final boolean[] knownTaken;

    private NameLikeness(PersonName asked, PersonName known, Words words) {
        this.asked = asked;
        this.known = known;
        this.words = words;
        this.askedTaken = new boolean[asked.size()];
        this.knownTaken = new boolean[known.size()];
    }

    static Match of(PersonName asked, PersonName known) {
        return of(asked, known, (at, word) -> WordLikeness.of(asked.words()[at], word));
    }

    static Match of(PersonName asked, PersonName known, Words words) {
        NameLikeness likeness = new NameLikeness(asked, known, words);
        likeness.lay();
        return likeness.match();
    }

    private void lay() {
        List<Pair> possible = singles();
        if (!coversAllWell(possible)) {
            joins(possible, true);
            joins(possible, false);
            initialsInOne(possible);
        }
        possible.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness.alike())
                .thenComparingInt(pair -> Math.abs(pair.askedFrom - pair.knownFrom)));
        for (Pair pair : possible) {
            if (isFree(askedTaken, pair.askedFrom, pair.askedTo) && isFree(knownTaken, pair.knownFrom, pair.knownTo)) {
                pairs.add(pair);
                take(askedTaken, pair.askedFrom, pair.askedTo);
                take(knownTaken, pair.knownFrom, pair.knownTo);
            }
        }
    }

    private List<Pair> singles() {
        List<Pair> singles = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            for (int j = 0; j < known.size(); j++) {
                if (mayBeOne(asked.words()[i], known.words()[j])) {
                    int at = i;
                    int there = j;
                    words.alike(i, known.words()[j])
                            .ifPresent(alike -> singles.add(new Pair(at, at, there, there, alike)));
                }
            }
        }
        return singles;
    }

    /** Of two words only, "Abdul Ghafar", the first is taken for a name: beside "Haji Abdul Ghafar" it is what it is there. */
    private static boolean mayBeOne(Word asked, Word known) {
        return asked.isParticle() == known.isParticle()
                ? !asked.isParticle()
                : Particles.isOfDescent(asked.plain()) && Particles.isOfDescent(known.plain());
    }

    /** Whether every word of the shorter name has a good partner: then no joining makes it better. */
    private boolean coversAllWell(List<Pair> singles) {
        return isCovered(asked, singles, true) || isCovered(known, singles, false);
    }

    private static boolean isCovered(PersonName name, List<Pair> singles, boolean ofAsked) {
        for (int i = 0; i < name.size(); i++) {
            int at = i;
            if (!name.words()[i].isParticle()
                    && singles.stream()
                            .noneMatch(pair -> (ofAsked ? pair.askedFrom : pair.knownFrom) == at
                                    && pair.likeness.alike() >= GOOD_ENOUGH)) {
                return false;
            }
        }
        return true;
    }

    private void joins(List<Pair> possible, boolean joinAsked) {
        PersonName joined = joinAsked ? asked : known;
        PersonName whole = joinAsked ? known : asked;
        for (int from = 0; from < joined.size(); from++) {
            for (int to = from + 1; to < Math.min(joined.size(), from + LONGEST_JOIN); to++) {
                if (joined.words()[to].kind() != Word.Kind.ARTICLE && WordsAsOne.mayBeIn(whole, joined, from, to)) {
                    Word span = joinAsked ? asked.joined(from, to) : knownAsOne(from, to);
                    for (int at = 0; at < whole.size(); at++) {
                        if (whole.words()[at].isFull()) {
                            join(span, from, to, whole.words()[at], at, joinAsked)
                                    .ifPresent(possible::add);
                        }
                    }
                }
            }
        }
    }

    private Word knownAsOne(int from, int to) {
        Word span = known.words()[from];
        for (int i = from + 1; i <= to; i++) {
            span = words.joined(span, known.words()[i]);
        }
        return span;
    }

    private Optional<Pair> join(Word span, int from, int to, Word whole, int at, boolean joinAsked) {
        Optional<WordLikeness.Likeness> likeness = words.alikeJoined(span, whole)
                .filter(found -> found.alike() >= leastJoined(span) && found.why() != Difference.PART);
        return likeness.map(found -> {
            WordLikeness.Likeness joined = new WordLikeness.Likeness(found.alike() - FOR_JOINING, Difference.JOINED);
            return joinAsked ? new Pair(from, to, at, at, joined) : new Pair(at, at, from, to, joined);
        });
    }

    /** Two words of which the first is "servant of" are no two names that happen to sound like one. */
    private static float leastJoined(Word span) {
        return span.served() == null ? WordLikeness.LEAST_JOINED : WordLikeness.LEAST;
    }

    /** "JP" for "Jean Pierre", written on either side. */
    private void initialsInOne(List<Pair> possible) {
        for (int i = 0; i < asked.size(); i++) {
            int at = i;
            startOf(asked.words()[i], known)
                    .ifPresent(from -> possible.add(new Pair(
                            at, at, from, from + asked.words()[at].plain().length() - 1, initials())));
        }
        for (int j = 0; j < known.size(); j++) {
            int at = j;
            startOf(known.words()[j], asked)
                    .ifPresent(from -> possible.add(
                            new Pair(from, from + known.words()[at].plain().length() - 1, at, at, initials())));
        }
    }

    private static WordLikeness.Likeness initials() {
        return new WordLikeness.Likeness(OF_INITIALS, Difference.INITIAL);
    }

    private static Optional<Integer> startOf(Word letters, PersonName spelt) {
        String plain = letters.plain();
        boolean initials = letters.isFull()
                && (plain.length() == 2 || plain.length() == 3)
                && plain.chars().noneMatch(letter -> SoundCosts.isVowel((char) letter));
        for (int from = 0; initials && from + plain.length() <= spelt.size(); from++) {
            boolean fits = true;
            for (int i = 0; i < plain.length(); i++) {
                Word word = spelt.words()[from + i];
                fits &= word.isFull() && word.plain().charAt(0) == plain.charAt(i);
            }
            if (fits) {
                return Optional.of(from);
            }
        }
        return Optional.empty();
    }

    private static boolean isFree(boolean[] taken, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private static void take(boolean[] taken, int from, int to) {
        for (int i = from; i <= to; i++) {
            taken[i] = true;
        }
    }

    private Match match() {
        double weight = 0;
        double alike = 0;
        boolean whole = false;
        for (Pair pair : pairs) {
            double ofPair =
                    Math.max(weight(asked, pair.askedFrom, pair.askedTo), weight(known, pair.knownFrom, pair.knownTo));
            if (pair.likeness.why() == Difference.INITIAL && !pair.joins()) {
                ofPair = Math.min(
                        weight(asked, pair.askedFrom, pair.askedTo), weight(known, pair.knownFrom, pair.knownTo));
            } else {
                whole = true;
            }
            weight += ofPair;
            alike += ofPair * pair.likeness.alike();
        }
        if (!whole) {
            return Match.NONE;
        }
        return new Match(score(weight, alike), why());
    }

    private double score(double weight, double alike) {
        double moreAsked = rest(asked, askedTaken);
        double moreKnown = rest(known, knownTaken);
        double contradiction = Math.min(moreAsked, moreKnown);
        double silence = Math.abs(moreAsked - moreKnown);
        if (weight <= 1 && moreAsked > moreKnown) {
            contradiction += OF_MORE_ASKED * silence;
        }
        double score = alike
                / (weight + OF_A_CONTRADICTION * contradiction)
                * (1 - OF_SILENCE * Math.min(silence, MOST_SILENCE));
        if (particlesDiffer()) {
            score -= OF_PARTICLES;
        }
        int breaks = breaksInOrder();
        if (breaks > 0) {
            score -= breaks > 1 ? OF_MIXED_ORDER : OF_ORDER;
        }
        return Math.max(0, isDescentSwapped() ? score * OF_SWAPPED_DESCENT : score);
    }

    private static double weight(PersonName name, int from, int to) {
        double weight = 0;
        for (int i = from; i <= to; i++) {
            weight += name.words()[i].weight();
        }
        return weight;
    }

    private static double rest(PersonName name, boolean[] taken) {
        double rest = 0;
        for (int i = 0; i < taken.length; i++) {
            rest += taken[i] ? 0 : name.words()[i].weight();
        }
        return rest;
    }

    private boolean particlesDiffer() {
        return leftParticles(asked, askedTaken) != leftParticles(known, knownTaken);
    }

    private static int leftParticles(PersonName name, boolean[] taken) {
        int left = 0;
        for (int i = 0; i < taken.length; i++) {
            left += !taken[i] && name.words()[i].isParticle() ? 1 : 0;
        }
        return left;
    }

    /** How often the known words step back where the asked ones go on, read as a circle: the family name first is one step. */
    private int breaksInOrder() {
        List<Pair> inOrder = new ArrayList<>(pairs);
        inOrder.sort(Comparator.comparingInt(Pair::askedFrom));
        int breaks = 0;
        for (int i = 1; i < inOrder.size(); i++) {
            breaks += inOrder.get(i).knownFrom < inOrder.get(i - 1).knownFrom ? 1 : 0;
        }
        boolean circle = breaks == 1 && inOrder.get(inOrder.size() - 1).knownFrom > inOrder.get(0).knownFrom;
        return circle ? 2 : breaks;
    }

    /** "Ahmed ben Mohamed" is the father of "Mohamed ben Ahmed". */
    private boolean isDescentSwapped() {
        int crossed = 0;
        for (Pair pair : pairs) {
            crossed += asked.isOfDescent(pair.askedFrom) != known.isOfDescent(pair.knownFrom) ? 1 : 0;
        }
        return crossed >= 2;
    }

    private Set<Difference> why() {
        Set<Difference> why = EnumSet.noneOf(Difference.class);
        for (Pair pair : pairs) {
            Difference ofPair = pair.likeness.why();
            if (ofPair != null) {
                why.add(ofPair);
            }
        }
        if (breaksInOrder() > 0) {
            why.add(Difference.ORDER);
        }
        if (particlesDiffer()) {
            why.add(Difference.PARTICLES);
        }
        if (rest(asked, askedTaken) + rest(known, knownTaken) > 0) {
            why.add(Difference.PART);
        }
        return why;
    }
}

package be.livc.naming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes pairs of names that are one person's, written in two ways, and pairs that are two people's. Seeded; the names come from
 * a file, what is done to them from rules.
 */
final class NamePairs {

    /** Which names the pairs are made of. */
    enum Half {
        /** Looked at while the search was tuned. */
        TUNING,
        /** Of the same lists, never looked at. */
        HELD_OUT,
        /** Of lists that nobody here wrote or read. */
        UNREAD,
        /** All of them, for measuring speed. */
        ALL
    }

    /** One pair: {@code asked} is typed, {@code known} is in a file. */
    record Pair(String kind, boolean same, String asked, String known) {}

    /** A person: how the culture notes the names. */
    record Person(String culture, String given, String family) {}

    static final int EACH = 150;

    private final Random random;
    private final Map<String, List<String>> given = new TreeMap<>();
    private final Map<String, List<String>> family = new TreeMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    NamePairs(Half half, long seed) {
        this.random = new Random(seed);
        if (half != Half.UNREAD) {
            read("base-names.txt", half);
        }
        if (half == Half.UNREAD || half == Half.ALL) {
            read("held-out-names.txt", half);
        }
    }

    private void read(String file, Half half) {
        for (String line : lines(file)) {
            String[] parts = line.split(" ");
            for (int i = 2; i < parts.length; i++) {
                if (half == Half.UNREAD || half == Half.ALL || spread(parts[i]) == (half == Half.HELD_OUT)) {
                    (parts[1].equals("G") ? given : family)
                            .computeIfAbsent(parts[0], culture -> new ArrayList<>())
                            .add(parts[i]);
                }
            }
        }
    }

    private static boolean spread(String name) {
        return (name.hashCode() * 0x9E3779B9 >>> 31) == 1;
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(NamePairs.class.getResourceAsStream(file))) {
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Pair> of(Half half, long seed) {
        NamePairs made = new NamePairs(half, seed);
        made.truePairs();
        made.falsePairs();
        return made.pairs;
    }

    /** Pairs that people wrote, of this half. */
    static List<Pair> writtenByHand(Half half) {
        return pairsOf("written-pairs.txt", half);
    }

    /** The pairs of somebody who had read no rule, of one half. */
    static List<Pair> ofFirstSight(Half half) {
        return pairsOf("first-sight-pairs.txt", half);
    }

    private static List<Pair> pairsOf(String file, Half half) {
        return lines(file).stream()
                .map(line -> line.split("[|]"))
                .filter(parts -> parts[0].equals(half.name()))
                .map(parts -> new Pair(parts[1], parts[2].equals("T"), parts[3], parts[4]))
                .toList();
    }

    private void truePairs() {
        for (int n = 0; n < EACH; n++) {
            Person one = person();
            String plain = written(one, way(one));
            same("typing", Typist.mistyped(plain, random), plain);
            Person local = person(random.nextBoolean() ? "nl" : "fr");
            same("spelling", Typist.otherwise(written(local, 0), local.culture, random), written(local, 0));
            Person foreign = personWith(
                    Tables.waysOf(one.culture) > 1
                            ? List.of(one.culture)
                            : List.of("ar", "ru", "ce", "tr", "bg", "el", "pl"));
            int way = way(foreign);
            int other = (way + 1 + random.nextInt(Tables.waysOf(foreign.culture) - 1)) % Tables.waysOf(foreign.culture);
            same("transliteration", written(foreign, way), written(foreign, other));
            same("order", familyFirst(one, way(one)), plain);
            Person scripted = personWith(List.of("ar", "ru", "ce", "bg", "el"));
            String inScript = Tables.script(scripted.culture, scripted.given) + " "
                    + Tables.script(scripted.culture, scripted.family);
            String inLatin = written(scripted, way(scripted));
            boolean askedInScript = random.nextBoolean();
            same("script", askedInScript ? inScript : inLatin, askedInScript ? inLatin : inScript);
            same("initials", initial(one), plain);
            particles();
            joined();
            Person mixed = personWith(List.of("ar", "ru", "ce", "tr", "bg", "pl"));
            same("mixed", Typist.mistyped(familyFirst(mixed, way(mixed)), random), written(mixed, way(mixed)));
            same("family name only", Tables.latin(one.culture, one.family, way(one)), written(one, way(one)));
        }
    }

    private void falsePairs() {
        for (int n = 0; n < EACH; n++) {
            Person one = person();
            int way = way(one);
            Person sibling = new Person(one.culture, other(given.get(one.culture), one.given), one.family);
            differ("siblings", written(one, way), written(sibling, way(one)));
            Person namesake = new Person(one.culture, one.given, other(family.get(one.culture), one.family));
            differ("same given name", written(one, way), written(namesake, way(one)));
            Person like = new Person(
                    one.culture,
                    nearest(given.get(one.culture), one.given),
                    nearest(family.get(one.culture), one.family));
            differ("lookalikes", written(one, way), written(like, way));
            Person brother = new Person(one.culture, like.given, one.family);
            differ("siblings with like names", written(one, way), written(brother, way));
            Person likeFamily = new Person(one.culture, one.given, like.family);
            differ("like family names", written(one, way), written(likeFamily, way));
            differ("strangers", written(one, way), written(person(), 0));
            fatherAndSon();
            twoGivenNames();
        }
    }

    private void fatherAndSon() {
        List<String> names = given.get("ar");
        String father = pick(names);
        String son = other(names, father);
        String ben = pick(List.of(" ben ", " bin ", " ibn "));
        int way = random.nextInt(Tables.waysOf("ar"));
        String one = Tables.latin("ar", father, way);
        String two = Tables.latin("ar", son, way);
        String of = Tables.latin("ar", pick(family.get("ar")), way);
        differ("father and son", two + ben + one + " " + of, one + ben + two + " " + of);
    }

    private void twoGivenNames() {
        Person one = person();
        String common = other(given.get(one.culture), one.given);
        String less = other(family.get(one.culture), one.family);
        String first = Tables.latin(one.culture, common, 0) + " " + Tables.latin(one.culture, one.given, 0);
        differ(
                "two names shared",
                first + " " + Tables.latin(one.culture, one.family, 0),
                first + " " + Tables.latin(one.culture, less, 0));
    }

    private void particles() {
        boolean arabic = random.nextBoolean();
        Person one = person(arabic ? "ar" : "nl");
        String giv = Tables.latin(one.culture, one.given, arabic ? random.nextInt(Tables.waysOf("ar")) : 0);
        int way = arabic ? random.nextInt(Tables.waysOf("ar")) : 0;
        String rest =
                Tables.latin(one.culture, one.family.replaceAll("^(al-|Van-den-|Van-der-|Van-de-|Van-|De-)", ""), way);
        List<String> ways = arabic
                ? List.of(
                        " El " + rest,
                        " Al-" + rest,
                        " al " + rest,
                        " " + rest,
                        " El" + rest.toLowerCase(Locale.ROOT),
                        " Al" + rest.toLowerCase(Locale.ROOT))
                : List.of(
                        " Van " + rest,
                        " van " + rest,
                        " Van" + rest.toLowerCase(Locale.ROOT),
                        " " + rest,
                        " VAN " + rest);
        String asked = pick(ways);
        same("particles", giv + asked, giv + other(ways, asked));
    }

    private void joined() {
        Person one = person();
        String two = other(given.get(one.culture), one.given);
        int way = way(one);
        String first = Tables.latin(one.culture, one.given, way);
        String second = Tables.latin(one.culture, two, way);
        String of = Tables.latin(one.culture, one.family, way);
        List<String> ways =
                List.of(first + " " + second, first + "-" + second, first + second.toLowerCase(Locale.ROOT));
        String asked = pick(ways);
        same("joined words", asked + " " + of, other(ways, asked) + " " + of);
    }

    private void same(String kind, String asked, String known) {
        pairs.add(new Pair(kind, true, asked, known));
    }

    private void differ(String kind, String asked, String known) {
        pairs.add(new Pair(kind, false, asked, known));
    }

    private String initial(Person one) {
        String first = Tables.latin(one.culture, one.given, way(one)).substring(0, 1);
        String of = Tables.latin(one.culture, one.family, way(one));
        return random.nextBoolean() ? first + ". " + of : of + " " + first;
    }

    String familyFirst(Person one, int way) {
        String of = Tables.latin(one.culture, one.family, way);
        return (random.nextBoolean() ? of.toUpperCase(Locale.ROOT) + ", " : of + " ")
                + Tables.latin(one.culture, one.given, way);
    }

    String written(Person one, int way) {
        int fits = way % Tables.waysOf(one.culture);
        return Tables.latin(one.culture, one.given, fits) + " " + Tables.latin(one.culture, one.family, fits);
    }

    int way(Person one) {
        return random.nextInt(Tables.waysOf(one.culture));
    }

    private Person person() {
        return person(pick(List.copyOf(given.keySet())));
    }

    /** Somebody whose family name is, mostly, the beginning of one and the end of another. */
    Person blended() {
        Person one = person();
        String end = pick(family.get(one.culture));
        boolean blend = random.nextInt(5) > 0 && !one.family.contains("-") && !end.contains("-");
        String name = one.family.substring(0, (one.family.length() + 1) / 2) + end.substring(end.length() / 2);
        return blend ? new Person(one.culture, one.given, name) : one;
    }

    private Person personWith(List<String> cultures) {
        return person(pick(cultures.stream().filter(given::containsKey).toList()));
    }

    private Person person(String culture) {
        return new Person(culture, pick(given.get(culture)), pick(family.get(culture)));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> T other(List<T> from, T not) {
        T one = pick(from);
        while (one.equals(not)) {
            one = pick(from);
        }
        return one;
    }

    /** The other name of the list that looks most like it, by letters alone. */
    private static String nearest(List<String> names, String to) {
        String nearest = names.get(names.get(0).equals(to) ? 1 : 0);
        for (String name : names) {
            if (!name.equals(to) && far(name, to) < far(nearest, to)) {
                nearest = name;
            }
        }
        return nearest;
    }

    private static double far(String one, String other) {
        return TypingDistance.distance(one, other) / (double) Math.max(one.length(), other.length());
    }
}

package be.livc.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Very many people with names of every culture in the lists, and searches for some of them as people type. For measuring. */
public final class Townspeople {

    /**
     * Somebody.
     *
     * @param base who it is by given and family name, however written: equal for people of one name
     * @param name as it stands in a file
     */
    public record Someone(String base, String name) {}

    private final Random random;
    private final NamePairs names;

    /** From all lists, with family names blended from two of them, so that there are as many as a large town has. */
    public Townspeople(long seed) {
        this.random = new Random(seed);
        this.names = new NamePairs(NamePairs.Half.ALL, seed);
    }

    /** So many people. */
    public List<Someone> people(int count) {
        List<Someone> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NamePairs.Person one = names.blended();
            people.add(new Someone(base(one), names.written(one, names.way(one))));
        }
        return people;
    }

    /** A way to type somebody's name that may be another than the one in the file. */
    public Someone asked(Someone of) {
        String[] parts = of.base().split("[|]");
        NamePairs.Person one = new NamePairs.Person(parts[0], parts[1], parts[2]);
        String text =
                switch (random.nextInt(6)) {
                    case 0 -> Typist.mistyped(of.name(), random);
                    case 1 -> names.written(one, names.way(one));
                    case 2 -> names.familyFirst(one, names.way(one));
                    case 3 -> Typist.mistyped(names.written(one, names.way(one)), random);
                    case 4 -> of.name().replace("-", " ").toUpperCase(Locale.ROOT);
                    default -> of.name();
                };
        return new Someone(of.base(), text);
    }

    private static String base(NamePairs.Person one) {
        return one.culture() + "|" + one.given() + "|" + one.family();
    }
}

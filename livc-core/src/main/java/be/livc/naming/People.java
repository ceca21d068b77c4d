package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everybody in an index, each at a place of their own; whoever is last takes the place that becomes free.
 *
 * @param <T> what the owner knows of a person
 */
final class People<T> {

    private static final int FIRST_ROOM = 64;

    private final List<NameIndex.Listed<T>> people = new ArrayList<>();

    /** What each one's lightest name weighs, and how many initials one of their names has at most: side by side, for a glance. */
    private float[] lightest = new float[FIRST_ROOM];

    private int[] initials = new int[FIRST_ROOM];

    int size() {
        return people.size();
    }

    T who(int place) {
        return people.get(place).who();
    }

    PersonName[] names(int place) {
        return people.get(place).names();
    }

    float lightest(int place) {
        return lightest[place];
    }

    int initials(int place) {
        return initials[place];
    }

    /** Gives somebody new a place. */
    void add(NameIndex.Listed<T> listed) {
        int place = people.size();
        people.add(listed);
        if (place >= lightest.length) {
            lightest = Arrays.copyOf(lightest, place + (place >> 1));
            initials = Arrays.copyOf(initials, place + (place >> 1));
        }
        put(place, listed);
    }

    private void put(int place, NameIndex.Listed<T> listed) {
        listed.moveTo(place);
        float weight = Float.MAX_VALUE;
        int most = 0;
        for (PersonName name : listed.names()) {
            weight = Math.min(weight, name.weight());
            most = Math.max(most, name.initials());
        }
        lightest[place] = weight;
        initials[place] = most;
    }

    /** Removes whoever is there; gives the place from which somebody came instead, which may be the same. */
    int remove(int place) {
        int last = people.size() - 1;
        NameIndex.Listed<T> moved = people.remove(last);
        if (place != last) {
            people.set(place, moved);
            put(place, moved);
        }
        return last;
    }
}

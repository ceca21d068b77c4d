package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody in an index, each at a place of their own; whoever is last takes the place that becomes free.
 *
 * @param <K> by what the owner knows a person
 */
final class People<K> {

    /** The place of somebody who is not there. */
    static final int NOWHERE = -1;

    private static final int FIRST_ROOM = 64;

    private record Person<T>(T key, PersonName[] names) {}

    private final Map<K, Integer> places = new HashMap<>();
    private final List<Person<K>> people = new ArrayList<>();

    /** What each one's lightest name weighs, and how many initials one of their names has at most: side by side, for a glance. */
    private float[] lightest = new float[FIRST_ROOM];

    private int[] initials = new int[FIRST_ROOM];

    int size() {
        return people.size();
    }

    int placeOf(K key) {
        return places.getOrDefault(key, NOWHERE);
    }

    K key(int place) {
        return people.get(place).key();
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

    /** The place of somebody new. */
    int add(K key, PersonName[] names) {
        int place = people.size();
        people.add(new Person<>(key, names));
        if (place >= lightest.length) {
            lightest = Arrays.copyOf(lightest, place + (place >> 1));
            initials = Arrays.copyOf(initials, place + (place >> 1));
        }
        put(place, people.get(place));
        return place;
    }

    private void put(int place, Person<K> person) {
        places.put(person.key(), place);
        float weight = Float.MAX_VALUE;
        int most = 0;
        for (PersonName name : person.names()) {
            weight = Math.min(weight, name.weight());
            most = Math.max(most, name.initials());
        }
        lightest[place] = weight;
        initials[place] = most;
    }

    /** Removes whoever is there; gives the place from which somebody came instead, which may be the same. */
    int remove(int place) {
        places.remove(key(place));
        int last = people.size() - 1;
        Person<K> moved = people.remove(last);
        if (place != last) {
            people.set(place, moved);
            put(place, moved);
        }
        return last;
    }
}

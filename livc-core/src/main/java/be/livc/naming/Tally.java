package be.livc.naming;

import java.util.Arrays;
import java.util.List;

/**
 * What each person has of the words that are asked: the sum, over these words, of how much alike the most alike of theirs is. A
 * hash table in arrays, of those only who have any; for one thread.
 */
final class Tally {

    private static final int FIRST_ROOM = 1_024;
    private static final int NOBODY = -1;
    private static final int MIX = 0x9E3779B9;

    private int[] people = emptyOf(FIRST_ROOM);
    private float[] totals = new float[FIRST_ROOM];

    /** What the word that was counted last for a person adds to the total, and which one it was. */
    private float[] ofWord = new float[FIRST_ROOM];

    private int[] words = new int[FIRST_ROOM];
    private int used;
    private int word;

    private static int[] emptyOf(int room) {
        int[] empty = new int[room];
        Arrays.fill(empty, NOBODY);
        return empty;
    }

    /** Gives everyone who has one of these words the most alike of them. */
    void count(List<Vocabulary.Alike> alike) {
        word++;
        for (Vocabulary.Alike one : alike) {
            float value = one.likeness().alike();
            Vocabulary.Entry entry = one.entry();
            for (int i = 0; i < entry.count(); i++) {
                count(entry.person(i), value);
            }
        }
    }

    private void count(int person, float value) {
        int at = slot(person);
        if (people[at] == NOBODY) {
            people[at] = person;
            used++;
        }
        if (words[at] != word) {
            words[at] = word;
            ofWord[at] = 0;
        }
        if (value > ofWord[at]) {
            totals[at] += value - ofWord[at];
            ofWord[at] = value;
        }
        if (2 * used > people.length) {
            grow();
        }
    }

    private int slot(int person) {
        int at = person * MIX >>> Integer.numberOfLeadingZeros(people.length - 1);
        while (people[at] != NOBODY && people[at] != person) {
            at = at + 1 & people.length - 1;
        }
        return at;
    }

    private void grow() {
        int[] peopleBefore = people;
        float[] totalsBefore = totals;
        float[] ofWordBefore = ofWord;
        int[] wordsBefore = words;
        int room = 4 * peopleBefore.length;
        people = emptyOf(room);
        totals = new float[room];
        ofWord = new float[room];
        words = new int[room];
        for (int i = 0; i < peopleBefore.length; i++) {
            if (peopleBefore[i] != NOBODY) {
                int at = slot(peopleBefore[i]);
                people[at] = peopleBefore[i];
                totals[at] = totalsBefore[i];
                ofWord[at] = ofWordBefore[i];
                words[at] = wordsBefore[i];
            }
        }
    }

    /** How many places {@link #person} and {@link #total} have. */
    int room() {
        return people.length;
    }

    /** Somebody who has a word, or less than nothing. */
    int person(int at) {
        return people[at];
    }

    float total(int at) {
        return totals[at];
    }
}

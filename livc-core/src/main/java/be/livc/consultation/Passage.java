package be.livc.consultation;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text.
 *
 * @param from position of its first sign
 * @param to position after its last
 */
public record Passage(int from, int to) {

    static String write(List<Passage> passages) {
        StringBuilder written = new StringBuilder();
        passages.forEach(
                one -> written.append(one.from).append('-').append(one.to).append(' '));
        return written.toString().strip();
    }

    static List<Passage> read(String written) {
        List<Passage> passages = new ArrayList<>();
        for (String one : written.split(" ")) {
            int dash = one.indexOf('-');
            if (dash > 0) {
                passages.add(new Passage(
                        Integer.parseInt(one.substring(0, dash)), Integer.parseInt(one.substring(dash + 1))));
            }
        }
        return passages;
    }
}

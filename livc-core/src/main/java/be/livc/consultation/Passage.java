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
        passages.forEach(one -> written.append(one).append(' '));
        return written.toString().strip();
    }

    /** What {@link #toString} wrote, one or several with a space between. */
    public static List<Passage> read(String written) {
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

    /** The words of a text that it was found in. */
    public String of(String text) {
        return text.substring(from, to);
    }

    /** Its two positions: {@code from-to}. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}

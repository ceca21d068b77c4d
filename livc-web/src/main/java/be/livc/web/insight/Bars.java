package be.livc.web.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few bars, made on the server. The table beside them says the same; a suppressed value has no bar.
 *
 * @param height of the whole picture
 */
record Bars(int height, List<Bar> bars) {

    private static final int STEP = 30;
    private static final int WIDEST = 300;

    /** A value with its name. */
    record Value(String label, Optional<Integer> value) {}

    /** One bar; {@code text} is what stands at its end. */
    record Bar(String label, String text, int width, int y) {}

    static Bars of(List<Value> values) {
        int most = values.stream()
                .flatMap(one -> one.value().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (Value one : values) {
            int width =
                    one.value().map(count -> count * WIDEST / Math.max(1, most)).orElse(0);
            bars.add(new Bar(one.label(), one.value().map(String::valueOf).orElse("–"), width, bars.size() * STEP + 4));
        }
        return new Bars(bars.size() * STEP + 8, bars);
    }
}

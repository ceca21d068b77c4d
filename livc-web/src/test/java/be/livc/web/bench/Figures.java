package be.livc.web.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * How long the calls of one round took.
 *
 * @param millis sorted
 */
record Figures(double[] millis) {

    static Figures of(Collection<Long> nanos) {
        double[] sorted = nanos.stream().mapToDouble(one -> one / 1e6).toArray();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    /** The time that this share of the calls stayed within (nearest rank). */
    double percentile(int percent) {
        return millis[Math.max(0, (int) Math.ceil(millis.length * percent / 100.0) - 1)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.2f ms, p95 %.2f ms (n=%d)", percentile(50), percentile(95), millis.length);
    }
}

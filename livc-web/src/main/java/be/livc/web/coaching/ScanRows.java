package be.livc.web.coaching;

import be.livc.desk.SelfScans;
import be.livc.desk.SelfScans.Scan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scan theme by theme, beside the one before: as bars and as a table.
 *
 * @param before when the scan before was taken; empty for a first one
 * @param height of the picture of all bars
 */
public record ScanRows(LocalDate takenOn, Optional<LocalDate> before, List<Row> rows, int height) {

    private static final int STEP = 30;
    private static final int WIDEST = 300;

    /** A theme; scores are averages from 1 to 4 with one decimal, as people write them. */
    public record Row(String theme, String score, Optional<String> before, Optional<String> change, int width, int y) {}

    /** The newest of these scans beside the one before it; empty when there is none. */
    public static Optional<ScanRows> of(List<Scan> newestFirst, Locale locale) {
        if (newestFirst.isEmpty()) {
            return Optional.empty();
        }
        Scan now = newestFirst.get(0);
        Optional<Scan> before = newestFirst.stream().skip(1).findFirst();
        List<Row> rows = new ArrayList<>();
        for (String theme : SelfScans.THEMES.keySet()) {
            int tenths = now.tenths(theme);
            rows.add(new Row(
                    theme,
                    decimal(tenths, locale),
                    before.map(scan -> decimal(scan.tenths(theme), locale)),
                    before.map(scan -> signed(tenths - scan.tenths(theme), locale)),
                    tenths * WIDEST / (SelfScans.MOST * 10),
                    rows.size() * STEP + 4));
        }
        return Optional.of(new ScanRows(now.takenOn(), before.map(Scan::takenOn), rows, rows.size() * STEP + 8));
    }

    private static String decimal(int tenths, Locale locale) {
        return String.format(locale, "%.1f", tenths / 10.0);
    }

    private static String signed(int tenths, Locale locale) {
        return tenths == 0 ? "=" : String.format(locale, "%+.1f", tenths / 10.0);
    }
}

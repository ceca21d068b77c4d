package be.livc.web.ledger;

import be.livc.ledger.DayOfActivity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Activity over time as a drawing of bars, one a day, each as high as what was done; the table beside it says the same.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param bars the bars, from left to right
 */
record Bars(int width, int height, List<Bar> bars) {

    private static final int HEIGHT = 120;
    private static final int STEP = 16;
    private static final int BAR = 12;

    /** A bar, and the part of it, from below, that is denials. */
    record Bar(
            LocalDate day,
            long entries,
            long denied,
            int x,
            int y,
            int height,
            int deniedY,
            int deniedHeight,
            int width) {}

    /** The days from the first to the last, both included; days without activity have a bar of no height. */
    static Bars of(List<DayOfActivity> days, LocalDate first, LocalDate last) {
        Map<LocalDate, DayOfActivity> byDay =
                days.stream().collect(Collectors.toMap(DayOfActivity::day, Function.identity()));
        long most = days.stream().mapToLong(DayOfActivity::entries).max().orElse(1);
        List<Bar> bars = LongStream.rangeClosed(0, last.toEpochDay() - first.toEpochDay())
                .mapToObj(n -> {
                    DayOfActivity day =
                            byDay.getOrDefault(first.plusDays(n), new DayOfActivity(first.plusDays(n), 0, 0));
                    int high = (int) ((day.entries() * HEIGHT + most - 1) / most);
                    int denied = (int) ((day.denied() * HEIGHT + most - 1) / most);
                    return new Bar(
                            day.day(),
                            day.entries(),
                            day.denied(),
                            (int) n * STEP,
                            HEIGHT - high,
                            high,
                            HEIGHT - denied,
                            denied,
                            BAR);
                })
                .toList();
        return new Bars(Math.max(STEP, bars.size() * STEP), HEIGHT, bars);
    }
}

package be.livc.web.ledger;

import be.livc.ledger.DayOfActivity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Activity over time as a drawing of bars, one a day, with an axis for how much and one for when; the table beside it says the
 * same.
 *
 * @param width of the whole drawing
 * @param height of the whole drawing
 * @param left where the bars begin
 * @param bottom where they stand
 * @param bars the bars, from left to right
 * @param amounts what the lines across say, from below
 * @param days what stands under the bars
 */
record Bars(int width, int height, int left, int bottom, List<Bar> bars, List<Amount> amounts, List<Day> days) {

    private static final int TOP = 10;
    private static final int HIGH = 120;
    private static final int LEFT = 48;
    private static final int UNDER = 26;
    private static final int STEP = 16;
    private static final int BAR = 12;
    private static final int RIGHT = 34;

    /** Up to so many days every one could be named; beyond, Mondays are. */
    private static final int NAMED_DAYS = 7;

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

    /** A line across, with its amount. */
    record Amount(int y, long entries) {}

    /** A day that is named under its bar. */
    record Day(int x, LocalDate day) {}

    /** The days from the first to the last, both included; days without activity have a bar of no height. */
    static Bars of(List<DayOfActivity> days, LocalDate first, LocalDate last) {
        Map<LocalDate, DayOfActivity> byDay =
                days.stream().collect(Collectors.toMap(DayOfActivity::day, Function.identity()));
        long most =
                roundUp(days.stream().mapToLong(DayOfActivity::entries).max().orElse(1));
        List<Bar> bars = LongStream.rangeClosed(0, last.toEpochDay() - first.toEpochDay())
                .mapToObj(n -> {
                    DayOfActivity day =
                            byDay.getOrDefault(first.plusDays(n), new DayOfActivity(first.plusDays(n), 0, 0));
                    int high = high(day.entries(), most);
                    int denied = high(day.denied(), most);
                    return new Bar(
                            day.day(),
                            day.entries(),
                            day.denied(),
                            LEFT + (int) n * STEP + (STEP - BAR) / 2,
                            TOP + HIGH - high,
                            high,
                            TOP + HIGH - denied,
                            denied,
                            BAR);
                })
                .toList();
        List<Amount> amounts = LongStream.of(0, most / 2, most)
                .distinct()
                .mapToObj(entries -> new Amount(TOP + HIGH - high(entries, most), entries))
                .toList();
        List<Day> named = bars.stream()
                .filter(bar -> bars.size() <= NAMED_DAYS
                        ? bar.day().equals(first) || bar.day().equals(last)
                        : bar.day().getDayOfWeek() == DayOfWeek.MONDAY)
                .map(bar -> new Day(bar.x() + BAR / 2, bar.day()))
                .toList();
        int width = LEFT + Math.max(NAMED_DAYS, bars.size()) * STEP + RIGHT;
        return new Bars(width, TOP + HIGH + UNDER, LEFT, TOP + HIGH, bars, amounts, named);
    }

    /** Something of a day shows, however little it is beside the others. */
    private static int high(long entries, long most) {
        return (int) ((entries * HIGH + most - 1) / most);
    }

    /** The next of 2, 4, 10, 20, 40, 100 and so on: halves of these are whole. */
    private static long roundUp(long entries) {
        long ten = 1;
        while (true) {
            for (long step : new long[] {2, 4, 10}) {
                if (entries <= step * ten) {
                    return step * ten;
                }
            }
            ten *= 10;
        }
    }
}

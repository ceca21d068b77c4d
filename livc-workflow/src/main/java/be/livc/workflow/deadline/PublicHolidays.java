package be.livc.workflow.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/**
 * The ten public holidays of Belgium (KB 18 april 1974, art. 1), for any year of the Gregorian calendar. Computed: a table
 * would end some day.
 */
final class PublicHolidays {

    private static final int DAYS_FROM_EASTER_TO_ASCENSION = 39;
    private static final int DAYS_FROM_EASTER_TO_WHIT_MONDAY = 50;

    private PublicHolidays() {}

    /** All ten of one year. */
    static Set<LocalDate> of(int year) {
        LocalDate easter = easterSunday(year);
        return Set.of(
                LocalDate.of(year, Month.JANUARY, 1),
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1),
                easter.plusDays(DAYS_FROM_EASTER_TO_ASCENSION),
                easter.plusDays(DAYS_FROM_EASTER_TO_WHIT_MONDAY),
                LocalDate.of(year, Month.JULY, 21),
                LocalDate.of(year, Month.AUGUST, 15),
                LocalDate.of(year, Month.NOVEMBER, 1),
                LocalDate.of(year, Month.NOVEMBER, 11),
                LocalDate.of(year, Month.DECEMBER, 25));
    }

    /** By the "anonymous Gregorian" computation (Meeus, Astronomical Algorithms, ch. 8), in his letters. */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}

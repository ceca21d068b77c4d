package be.livc.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ten public holidays of Belgium, for any year of the Gregorian calendar. Computed: a table would end some day.
 *
 * <p>Wet 4 januari 1974, art. 4, and KB 18 april 1974, art. 1: 1 January, Easter Monday, 1 May, Ascension Day, Whit Monday,
 * 21 July, 15 August, 1 and 11 November, 25 December (FOD Werkgelegenheid, employment.belgium.be/en/regulation-public-holidays;
 * the ten are counted in the preamble of KB 3 juni 2007, etaamb.openjustice.be n2007012209). Where Ascension falls on 1 May a
 * decree of that year names another day, as that one did for 2008; after 2008 that is 2160, and no rule says which day.
 */
final class PublicHolidays {

    private static final int DAYS_FROM_EASTER_TO_ASCENSION = 39;
    private static final int DAYS_FROM_EASTER_TO_WHIT_MONDAY = 50;

    private PublicHolidays() {}

    /** All of one year: ten days, nine in a year in which Ascension falls on 1 May. */
    static Set<LocalDate> of(int year) {
        LocalDate easter = easterSunday(year);
        return Stream.of(
                        LocalDate.of(year, Month.JANUARY, 1),
                        easter.plusDays(1),
                        LocalDate.of(year, Month.MAY, 1),
                        easter.plusDays(DAYS_FROM_EASTER_TO_ASCENSION),
                        easter.plusDays(DAYS_FROM_EASTER_TO_WHIT_MONDAY),
                        LocalDate.of(year, Month.JULY, 21),
                        LocalDate.of(year, Month.AUGUST, 15),
                        LocalDate.of(year, Month.NOVEMBER, 1),
                        LocalDate.of(year, Month.NOVEMBER, 11),
                        LocalDate.of(year, Month.DECEMBER, 25))
                .collect(Collectors.toUnmodifiableSet()); // not Set.of: two of them can be one day
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

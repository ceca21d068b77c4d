package be.livc.calendar;

import be.livc.platform.Belgium;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Counts in working days: Monday to Friday, without the public holidays. Days begin at midnight in Brussels. */
public final class WorkingDays {

    private static final LocalTime START_OF_WORK = LocalTime.of(8, 0);
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

    private WorkingDays() {}

    /** Whether people work on this day. */
    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !PublicHolidays.of(day.getYear()).contains(day);
    }

    /**
     * The working day that many working days after this day; the day itself does not count. Nought gives the day itself, or
     * the first working day after it.
     */
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        int left = workingDays;
        while (left > 0 || !isWorkingDay(reached)) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** The end of the working day that many working days after this moment. */
    public static Instant endOfWorkAfter(Instant moment, int workingDays) {
        return after(moment.atZone(Belgium.TIME).toLocalDate(), workingDays)
                .atTime(END_OF_WORK)
                .atZone(Belgium.TIME)
                .toInstant();
    }

    /** The start of work on a day, whichever it is: when what is due on that day comes up. */
    public static Instant onMorningOf(LocalDate day) {
        return day.atTime(START_OF_WORK).atZone(Belgium.TIME).toInstant();
    }
}

package be.livc.web.tasks;

import be.livc.platform.Belgium;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When something is due, as one says it: "3 dagen te laat", "vandaag", "over 4 dagen".
 *
 * @param day the day itself
 * @param key the end of a message key under {@code tasks.due}
 * @param days how many days away it is, always 0 or more
 */
public record Due(LocalDate day, String key, long days, boolean late) {

    private static final int SOON = 14;

    /** A moment, seen from now: it is late once it has passed, be it today. */
    static Due at(Instant moment, Instant now) {
        return on(
                LocalDate.ofInstant(moment, Belgium.TIME),
                LocalDate.ofInstant(now, Belgium.TIME),
                moment.isBefore(now));
    }

    /** A day, seen from today. */
    public static Due on(LocalDate day, LocalDate today, boolean late) {
        long days = ChronoUnit.DAYS.between(today, day);
        return new Due(day, key(days), Math.abs(days), late);
    }

    private static String key(long days) {
        if (days < 0) {
            return "late";
        }
        if (days > SOON) {
            return "on";
        }
        return days == 0 ? "today" : "in";
    }
}

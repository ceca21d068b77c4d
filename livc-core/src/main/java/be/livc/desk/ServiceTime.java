package be.livc.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** By when a question is answered: two working days later, at the end of the working day. */
final class ServiceTime {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
    private static final int WORKING_DAYS = 2;

    private ServiceTime() {}

    static Instant dueFor(Instant asked) {
        ZonedDateTime day = asked.atZone(BRUSSELS);
        int left = WORKING_DAYS;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.with(END_OF_WORK).toInstant();
    }
}

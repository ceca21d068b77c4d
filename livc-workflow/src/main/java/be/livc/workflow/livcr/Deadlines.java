package be.livc.workflow.livcr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Turns a day into the moment at which its work list changes: the start of the working day in Brussels. */
final class Deadlines {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalTime START_OF_WORK = LocalTime.of(8, 0);

    private Deadlines() {}

    static Instant onMorningOf(LocalDate day) {
        return day.atTime(START_OF_WORK).atZone(BRUSSELS).toInstant();
    }
}

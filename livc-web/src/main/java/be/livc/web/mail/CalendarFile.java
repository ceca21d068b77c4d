package be.livc.web.mail;

import be.livc.cell.MandateId;
import be.livc.platform.Belgium;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting as a file for a calendar (RFC 5545). It has a day and an hour; no place, no number and no name, since calendars
 * are shared and synchronised with telephones.
 */
public final class CalendarFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int USUAL_HOURS = 2;

    private CalendarFile() {}

    /**
     * The file.
     *
     * @param meeting whose id, with that of the invited, gives an id that tells nothing and stays the same
     * @param summary what stands in the calendar
     */
    public static String of(
            UUID meeting, MandateId invited, LocalDate day, Optional<LocalTime> hour, Instant written, String summary) {
        UUID id = UUID.nameUUIDFromBytes((meeting + "|" + invited).getBytes(StandardCharsets.UTF_8));
        String when = hour.map(at -> at(day, at))
                .orElseGet(() -> "DTSTART;VALUE=DATE:" + DAY.format(day) + "\r\nDTEND;VALUE=DATE:"
                        + DAY.format(day.plusDays(1)));
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//LIVC//LIVC//NL",
                "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                "UID:" + id + "@livc",
                "DTSTAMP:" + MOMENT.format(written),
                when,
                "SUMMARY:" + summary.replaceAll("([\\\\;,])", "\\\\$1"),
                "CLASS:CONFIDENTIAL",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    private static String at(LocalDate day, LocalTime hour) {
        Instant start = day.atTime(hour).atZone(Belgium.TIME).toInstant();
        Instant end =
                day.atTime(hour).atZone(Belgium.TIME).plusHours(USUAL_HOURS).toInstant();
        return "DTSTART:" + MOMENT.format(start) + "\r\nDTEND:" + MOMENT.format(end);
    }
}

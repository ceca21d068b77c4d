package be.livc.web.mail;

import be.livc.cell.MandateId;
import be.livc.platform.Belgium;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 *
 * @param method what a calendar does with it (RFC 5546): PUBLISH puts it in or moves it, CANCEL strikes it out
 */
public record CalendarFile(String method, String text) {

    /**
     * Somebody's part in a meeting, as a calendar knows it.
     *
     * @param id of the meeting; with that of the invited it gives an id that tells nothing and stays the same
     */
    public record Appointment(UUID id, MandateId invited, LocalDate day, Optional<LocalTime> hour) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int USUAL_HOURS = 2;

    /** What the number of a version counts from, in seconds: it has 31 bits, and a later file must have a higher one. */
    private static final Instant FIRST_VERSION = Instant.parse("2020-01-01T00:00:00Z");

    /**
     * The file that puts an appointment in a calendar; where an earlier one did, it moves it.
     *
     * @param summary what stands in the calendar
     */
    public static CalendarFile of(Appointment appointment, Instant written, String summary) {
        return file("PUBLISH", "CONFIRMED", appointment, written, summary);
    }

    /** The file that strikes an appointment out. */
    static CalendarFile withdrawing(Appointment appointment, Instant written, String summary) {
        return file("CANCEL", "CANCELLED", appointment, written, summary);
    }

    private static CalendarFile file(
            String method, String status, Appointment appointment, Instant written, String summary) {
        UUID id = UUID.nameUUIDFromBytes(
                (appointment.id() + "|" + appointment.invited()).getBytes(StandardCharsets.UTF_8));
        LocalDate day = appointment.day();
        String when = appointment
                .hour()
                .map(at -> at(day, at))
                .orElseGet(() -> "DTSTART;VALUE=DATE:" + DAY.format(day) + "\r\nDTEND;VALUE=DATE:"
                        + DAY.format(day.plusDays(1)));
        String text = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//LIVC//LIVC//NL",
                "METHOD:" + method,
                "BEGIN:VEVENT",
                "UID:" + id + "@livc",
                "DTSTAMP:" + MOMENT.format(written),
                "SEQUENCE:" + Duration.between(FIRST_VERSION, written).toSeconds(),
                when,
                "SUMMARY:" + summary.replaceAll("([\\\\;,])", "\\\\$1"),
                "STATUS:" + status,
                "CLASS:CONFIDENTIAL",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        return new CalendarFile(method, text);
    }

    private static String at(LocalDate day, LocalTime hour) {
        Instant start = day.atTime(hour).atZone(Belgium.TIME).toInstant();
        Instant end =
                day.atTime(hour).atZone(Belgium.TIME).plusHours(USUAL_HOURS).toInstant();
        return "DTSTART:" + MOMENT.format(start) + "\r\nDTEND:" + MOMENT.format(end);
    }
}

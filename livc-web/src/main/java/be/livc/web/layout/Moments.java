package be.livc.web.layout;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/** Moments as people in Belgium read them, whatever the server's own clock is set to; {@code @moments} in the templates. */
public class Moments {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** The hour in Brussels of a moment; what has no zone, such as a date, stays as it is. */
    public Temporal local(Temporal at) {
        if (at instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, BRUSSELS);
        }
        return at instanceof ZonedDateTime zoned
                ? zoned.withZoneSameInstant(BRUSSELS).toLocalDateTime()
                : at;
    }
}

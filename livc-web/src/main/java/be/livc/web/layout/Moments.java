package be.livc.web.layout;

import be.livc.platform.Belgium;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/** Moments as people in Belgium read them, whatever the server's own clock is set to; {@code @moments} in the templates. */
class Moments {

    /** The hour in Brussels of a moment; what has no zone, such as a date, stays as it is. */
    public Temporal local(Temporal at) {
        if (at instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, Belgium.TIME);
        }
        return at instanceof ZonedDateTime zoned
                ? zoned.withZoneSameInstant(Belgium.TIME).toLocalDateTime()
                : at;
    }
}

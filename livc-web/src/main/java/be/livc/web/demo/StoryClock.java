package be.livc.web.demo;

import be.livc.platform.Belgium;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The clock of a program with the demo. Who tells a story stands in the days in which it happened, so that files, steps and
 * log bear those days; for everybody else it is now. Time in a story only goes forward, and never past now.
 */
@Component
@Primary
@ConditionalOnProperty("livc.demo")
final class StoryClock extends Clock {

    /** What one act of a person takes. */
    private static final Duration AN_ACT = Duration.ofMinutes(1);

    private final Clock real;
    private final ThreadLocal<Instant> told;

    StoryClock() {
        this(Clock.system(Belgium.TIME), new ThreadLocal<>());
    }

    private StoryClock(Clock real, ThreadLocal<Instant> told) {
        this.real = real;
        this.told = told;
    }

    /** Tells a story that begins at this moment; after it, it is now again. */
    <T> T from(Instant beginning, Supplier<T> story) {
        told.set(beginning);
        try {
            return story.get();
        } finally {
            told.remove();
        }
    }

    /** Goes on at this moment, or where the story already is when that is later. */
    void turnTo(Instant moment) {
        if (moment.isAfter(told.get())) {
            told.set(moment);
        }
    }

    /** Lets the time go by that an act takes. */
    void pass() {
        told.set(told.get().plus(AN_ACT));
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        Instant then = told.get();
        return then != null && then.isBefore(now) ? then : now;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new StoryClock(real.withZone(zone), told);
    }
}

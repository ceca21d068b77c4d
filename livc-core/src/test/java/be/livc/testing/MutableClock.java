package be.livc.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it. Starts at the system's time. */
public final class MutableClock extends Clock {

    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    /** Moves the clock, backwards too. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets the clock to the system's time, for the tests that come after in the same program. */
    public void setRight() {
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Sets the clock to a moment. */
    public void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Brussels");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    /** Puts the clock where the program looks for one: {@code @SpringBootTest(classes = {..., MutableClock.Parts.class})}. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Parts {

        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock();
        }
    }
}

package be.livc.vault;

import be.livc.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import livc.program.CoreTestApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Renews keys quarter after quarter until it is killed, and says each time which day it is; a program of its own. */
final class RotatingProgram {

    static final String TODAY = "rotating at ";

    private RotatingProgram() {}

    /** The first argument is the moment to begin at, the others are settings. */
    public static void main(String[] args) {
        MutableClock clock = new MutableClock();
        clock.set(Instant.parse(args[0]));
        String[] settings = Arrays.copyOfRange(args, 1, args.length);
        ConfigurableApplicationContext program = new SpringApplicationBuilder(CoreTestApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(MutableClock.class, () -> clock, bean -> bean.setPrimary(true)))
                .web(WebApplicationType.NONE)
                .run(settings);
        KeyRotation rotation = program.getBean(KeyRotation.class);
        while (true) {
            clock.advance(Duration.ofDays(92));
            System.out.println(TODAY + clock.instant());
            rotation.goOn();
        }
    }
}

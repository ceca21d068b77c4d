package be.livc.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Outside the demo nothing of it exists. */
class WithoutDemoTest {

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withUserConfiguration(DemoSeeder.class, Founding.class, Doors.class, SignIns.class);

    @Test
    void nothing_can_seed_where_the_demo_is_off() {
        program.withPropertyValues("livc.demo=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DemoSeeder.class));
    }

    @Test
    void nothing_can_seed_where_nobody_said_so() {
        program.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DemoSeeder.class));
    }
}

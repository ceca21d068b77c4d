package be.livc.testing;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A Spring test that works on the {@link TestDatabase}. Those with the same classes and settings share one started program:
 * Spring tells programs apart by the method that names the database too, and so it is this one for all.
 */
public interface OnTheTestDatabase {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }
}

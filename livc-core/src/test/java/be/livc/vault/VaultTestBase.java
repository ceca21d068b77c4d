package be.livc.vault;

import be.livc.testing.MutableClock;
import be.livc.testing.TestDatabase;
import java.sql.SQLException;
import livc.program.CoreTestApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The vault on the database that all tests share, and a thief with a superuser's connection beside it. */
@SpringBootTest(classes = {CoreTestApplication.class, MutableClock.Parts.class})
abstract class VaultTestBase extends VaultTestParts {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    /** Runs SQL that no row-level security binds. */
    static void asSuperuser(String sql) {
        try {
            TestDatabase.executeAsSuperuser(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

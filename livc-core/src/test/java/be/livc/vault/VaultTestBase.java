package be.livc.vault;

import be.livc.testing.MutableClock;
import be.livc.testing.OnTheTestDatabase;
import be.livc.testing.TestDatabase;
import java.sql.SQLException;
import livc.program.CoreTestApplication;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;

/** The vault on the database that all tests share, and a thief with a superuser's connection beside it. */
@SpringBootTest(classes = {CoreTestApplication.class, MutableClock.Parts.class})
abstract class VaultTestBase extends VaultTestParts implements OnTheTestDatabase {

    @AfterEach
    void set_the_clock_right() {
        clock.setRight();
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

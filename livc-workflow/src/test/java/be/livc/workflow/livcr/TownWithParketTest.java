package be.livc.workflow.livcr;

import be.livc.cell.Capacity;
import be.livc.setup.Setup;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A town in which the parket takes part, and whose law covers it. */
abstract class TownWithParketTest extends CaseTest {

    static final String PARKET = "het parket";

    @Autowired
    Setup setup;

    Instant before;

    @BeforeEach
    void with_a_parket() {
        before = clock.instant();
        cell = aTown().withMandate(PARKET, Capacity.PROSECUTOR)
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "PARKET")
                .foundedIn(beans);
    }

    @AfterEach
    void put_the_clock_back() {
        clock.set(before);
    }
}

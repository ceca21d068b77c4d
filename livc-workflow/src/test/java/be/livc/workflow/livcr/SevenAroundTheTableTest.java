package be.livc.workflow.livcr;

import be.livc.cell.Capacity;
import org.junit.jupiter.api.BeforeEach;

/** A town with seven people around the table. */
abstract class SevenAroundTheTableTest extends CaseTest {

    static final String CAW = "het CAW";

    static final String VDAB = "VDAB";

    @BeforeEach
    void found_a_cell_with_seven_around_the_table() {
        cell = aTown().withMandate(CAW, Capacity.MEMBER, "CAW")
                .withMandate(VDAB, Capacity.MEMBER, "VDAB")
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "CAW", "VDAB")
                .foundedIn(beans);
    }
}

package be.livc.web.ledger;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.WebTest;
import org.junit.jupiter.api.BeforeEach;

/** A cell with a DPO, and a coordinator who has read a list: so much stands in its log. */
abstract class LogTestBase extends WebTest {

    String coordinator;
    String dpo;
    ACell cell;

    @BeforeEach
    void people_of_a_cell() {
        cell = cell();
        coordinator = person(cell, Capacity.COORDINATOR);
        dpo = person(cell, Capacity.DPO);
        browser(coordinator).get("/dossiers");
    }
}

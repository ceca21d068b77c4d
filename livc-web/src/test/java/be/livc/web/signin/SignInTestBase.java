package be.livc.web.signin;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.WebTest;
import org.junit.jupiter.api.BeforeEach;

/** A cell with a coordinator who can sign in. */
abstract class SignInTestBase extends WebTest {

    static final String PASSWORD = Passwords.OF_THE_DEMO;
    static final String COOKIE = "livc";

    ACell cell;
    String coordinator;

    @BeforeEach
    void a_coordinator_of_a_cell() {
        cell = cell();
        coordinator = person(cell, Capacity.COORDINATOR);
    }
}

package be.livc.web.signin;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.WebTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** A cell with a coordinator who can sign in. */
abstract class SignInTestBase extends WebTest {

    static final String PASSWORD = Passwords.OF_THE_DEMO;
    static final String COOKIE = "livc";

    private static final Pattern ON_PAPER = Pattern.compile("<code>([0-9A-Z]{5}-[0-9A-Z]{5})</code>");

    ACell cell;
    String coordinator;

    @BeforeEach
    void a_coordinator_of_a_cell() {
        cell = cell();
        coordinator = person(cell, Capacity.COORDINATOR);
    }

    /** The codes on paper that a page shows. */
    static List<String> onPaper(Answer page) {
        return ON_PAPER.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}

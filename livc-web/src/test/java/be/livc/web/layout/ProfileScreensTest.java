package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import org.junit.jupiter.api.Test;

class ProfileScreensTest extends WebTest {

    @Test
    void shortcuts_of_one_letter_are_switched_off_and_on_by_each_for_their_own_screens() {
        ACell cell = cell();
        Browser one = browser(person(cell, Capacity.MEMBER));
        Browser other = browser(person(cell, Capacity.MEMBER));
        assertThat(one.get("/profiel").body()).contains("data-shortcuts=\"on\"");

        Answer off = one.follow(one.post("/profiel/sneltoetsen", "use", "false"));

        assertThat(off.body())
                .contains("data-shortcuts=\"off\"", "Sneltoetsen van één letter staan uit.", "letter aanzetten");
        assertThat(one.get("/privacy").body()).contains("data-shortcuts=\"off\"");
        assertThat(other.get("/profiel").body()).contains("data-shortcuts=\"on\"", "letter uitzetten");

        Answer on = one.follow(one.post("/profiel/sneltoetsen", "use", "true"));

        assertThat(on.body()).contains("data-shortcuts=\"on\"", "Sneltoetsen van één letter staan aan.");
    }
}

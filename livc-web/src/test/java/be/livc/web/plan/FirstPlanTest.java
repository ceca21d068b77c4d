package be.livc.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.PageForm;
import org.junit.jupiter.api.Test;

/** Two people who begin the first plan of a case at the same time. */
class FirstPlanTest extends CaseworkTest {

    @Test
    void who_saves_a_first_plan_second_is_told_and_sees_both_before_anything_of_theirs_is_kept() {
        closed(held());
        String path = "/dossiers/" + caseId + "/plan";
        Browser one = browser(coordinator);
        Browser other = browser(coordinator);
        PageForm first = firstPlan(one, path, "Elke dag op tijd in de les");
        PageForm second = firstPlan(other, path, "Een leerwerkplek vinden");
        assertThat(one.post(path, first.fields()).status()).isEqualTo(302);

        Answer conflict = other.post(path, second.fields());

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Iemand anders was u voor", "Elke dag op tijd in de les", "Een leerwerkplek vinden");
        assertThat(one.get(path).body())
                .contains("Elke dag op tijd in de les")
                .doesNotContain("Een leerwerkplek vinden");
        PageForm both = PageForm.on(conflict, path).with("action", "save");
        assertThat(other.post(path, both.fields()).status()).isEqualTo(302);
        assertThat(one.get(path).body()).contains("Elke dag op tijd in de les", "Een leerwerkplek vinden");
    }

    private static PageForm firstPlan(Browser editor, String path, String goal) {
        return PageForm.on(editor.get(path), path)
                .with("goals[0].domain", "SCHOOL")
                .with("goals[0].goal", goal)
                .with("reviewDate", TODAY.plusDays(60).toString())
                .with("action", "save");
    }
}

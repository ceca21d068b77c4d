package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who changes what somebody else changed meanwhile is told, and overwrites nothing. */
class StaleCallsTest extends CallsTest {

    @Test
    void whatever_changes_in_a_case_changes_its_tag_and_a_stale_one_stops_every_act_on_it() {
        String caseId = aCaseWithAPlan();
        String path = "/cases/" + caseId;
        String measure = done(api(coordinator).get(path))
                .get("plan")
                .get("measures")
                .get(0)
                .get("id")
                .asString();
        String tag = api(coordinator).get(path).header("ETag").orElseThrow();
        assertThat(api(coordinator).get(path).header("ETag")).contains(tag);

        made(api(ocmw)
                .post(path + "/measures/" + measure + "/progress", Map.of("text", "Gesproken", "state", "RUNNING")));

        assertThat(api(coordinator).get(path).header("ETag").orElseThrow()).isNotEqualTo(tag);
        refused(api(coordinator).with("If-Match", tag).put(path + "/plan", aPlan()), 412, "changed-meanwhile");
        refused(
                api(coordinator).with("If-Match", tag).post(path + "/closure", Map.of("ground", "GOALS_REACHED")),
                412,
                "changed-meanwhile");
    }

    @Test
    void the_tag_tells_nobody_of_what_was_added_that_they_do_not_see() {
        String caseId = aListedCase();
        String consultation = anOpenConsultation(caseId, clb, ocmw);
        made(says(clb, consultation, "Voor iedereen"));
        done(attends(consultation, ocmw, Map.of("left", true)));
        String before = api(ocmw).get("/cases/" + caseId).header("ETag").orElseThrow();

        made(says(clb, consultation, "Zonder het OCMW"));

        assertThat(api(ocmw).get("/cases/" + caseId).header("ETag")).contains(before);
    }

    @Test
    void a_plan_that_somebody_else_changed_is_not_overwritten() {
        String path = "/cases/" + aCaseWithAPlan();
        String tag = api(coordinator).get(path).header("ETag").orElseThrow();

        Answer first = api(coordinator).with("If-Match", tag).put(path + "/plan", aPlan());
        Answer second = api(coordinator).with("If-Match", tag).put(path + "/plan", aPlan());

        done(first);
        assertThat(first.header("ETag").orElseThrow()).isNotEqualTo(tag);
        refused(second, 412, "changed-meanwhile");
    }
}

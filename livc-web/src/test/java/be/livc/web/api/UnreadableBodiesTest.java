package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.WebTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies and parameters that hold what is no text: a problem that names the field, never a failure. */
class UnreadableBodiesTest extends WebTest {

    private Answer post(String user, String path, String body) {
        return api(user).post(path, body);
    }

    @Test
    void a_sign_in_name_with_half_a_character_is_a_field_that_is_wrong() {
        Answer answer = api().post("/tokens", "{\"username\":\"a\\ud800b\",\"password\":\"x\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"username\"").contains("wrong-type");
    }

    @Test
    void a_text_with_a_nul_is_a_field_that_is_wrong() {
        Answer answer = post("coordinator", "/partners", "{\"name\":\"Jeugd\\u0000huis\",\"category\":\"OTHER\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"name\"").contains("wrong-type");
    }

    @Test
    void a_number_that_is_no_whole_one_or_too_large_is_a_field_that_is_wrong() {
        for (String number : List.of("1.5", "99999999999", "1e400", "\"x\"")) {
            Answer answer =
                    post("coordinator", "/decision-tables/preview", "{\"numbers\":{\"ANSWER_DAYS\":" + number + "}}");

            assertThat(answer.status()).as(number).isEqualTo(422);
            assertThat(answer.body()).contains("ANSWER_DAYS").contains("wrong-type");
        }
    }

    @Test
    void a_name_that_fits_on_no_line_is_a_field_that_is_too_long() {
        Answer answer =
                post("coordinator", "/partners", "{\"name\":\"" + "x".repeat(201) + "\",\"category\":\"OTHER\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"name\"", "line-too-long", "hoogstens 200 tekens");
    }

    @Test
    void a_text_of_more_than_twelve_pages_is_a_field_that_is_too_long() {
        Answer answer = post("clb", "/signals", "{\"facts\":[{\"text\":\"" + "x".repeat(30_001) + "\"}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"facts[0].text\"", "too-long");
    }

    @Test
    void a_day_that_does_not_exist_is_told_as_programs_write_days() {
        Answer answer = post("vvsg", "/study-days", "{\"date\":\"31/02/2027\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"date\"", "bad-date", "2026-11-24T14:30");
    }

    @Test
    void a_nul_in_a_bookmark_of_a_list_fails_nothing() {
        assertThat(api("coordinator").get("/cases?after=%00").status()).isLessThan(500);
        assertThat(api("coordinator").get("/consultations?after=a%00b").status())
                .isLessThan(500);
    }

    @Test
    void an_article_whose_steps_hold_nothing_is_taken_without_them() {
        Answer answer = post(
                "vvsg",
                "/articles",
                "{\"kind\":\"HANDBOOK\",\"language\":\"nl\",\"title\":\"Proef\",\"body\":\"Een tekst\",\"steps\":[null]}");

        assertThat(answer.status()).isLessThan(500);
    }
}

package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One case from signal to erasure, as its people live it before their screens. */
@ExtendWith(Stage.Setter.class)
class WalkTest {

    @Test
    void a_case_goes_from_signal_to_erasure_and_the_database_tells_nothing_of_it(Stage stage) {
        try (Story story = new Story(stage)) {
            SignalSteps signal = new SignalSteps(story);
            signal.a_signal_that_is_not_complete_comes_back_with_all_that_was_typed();
            signal.a_clb_worker_signals_a_pupil();
            signal.others_see_nothing_of_it();
            signal.coordinator_and_information_officer_weigh_it_each();
            signal.the_mayor_puts_it_on_the_case_list();

            ConsultationSteps consultation = new ConsultationSteps(story);
            consultation.the_coordinator_plans_a_consultation_and_invites_per_item();
            consultation.it_does_not_open_and_the_screen_lists_exactly_what_is_missing();
            consultation.the_information_officer_checks_for_a_conflict();
            consultation.partners_answer_their_invitation_and_everyone_signs();
            consultation.the_mayor_opens_it();
            consultation.partners_tell_or_do_not_and_each_telling_names_who_hears_it();
            consultation.who_leaves_the_room_hears_nothing_more();
            consultation.they_decide_with_votes();
            consultation.the_chair_closes_it_and_the_minutes_differ_per_reader();

            CaseSteps caseSteps = new CaseSteps(story);
            caseSteps.the_coordinator_draws_up_a_plan();
            caseSteps.a_measure_is_on_the_list_of_its_owner_beside_what_is_late_and_the_owner_reports();
            caseSteps.each_participant_sees_what_was_disclosed_to_them_and_why();
            caseSteps.the_coordinator_closes_the_case();
            assertThat(story.said().foundIn(stage.program().log())).isEmpty();
            try (TextDump dump = TextDump.of(stage.program())) {
                assertThat(dump.tablesWith(story.said())).isEmpty();
                assertThat(dump.filesWith(story.said())).isEmpty();
            }
            caseSteps.it_is_erased_by_three_people_and_a_certificate_remains();

            stage.inspection().assertNothingFound();
        }
    }
}

package be.livc.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same steps in browsers that run no script: whoever has none can do all that the law asks of them. */
@ExtendWith(Stage.Setter.class)
class WithoutScriptTest {

    @Test
    void a_signal_is_filed_and_weighed_and_a_meeting_held_and_read_back_without_script(Stage stage) {
        try (Story story = Story.withoutScript(stage)) {
            SignalSteps signal = new SignalSteps(story);
            signal.a_signal_that_is_not_complete_comes_back_with_all_that_was_typed();
            signal.a_clb_worker_signals_a_pupil();
            signal.coordinator_and_information_officer_weigh_it_each();
            signal.the_mayor_puts_it_on_the_case_list();

            ConsultationSteps consultation = new ConsultationSteps(story);
            consultation.the_coordinator_plans_a_consultation_and_invites_per_item();
            consultation.the_information_officer_checks_for_a_conflict();
            consultation.partners_answer_their_invitation_and_everyone_signs();
            consultation.the_mayor_opens_it();
            consultation.partners_tell_or_do_not_and_each_telling_names_who_hears_it();
            consultation.who_leaves_the_room_hears_nothing_more();
            consultation.they_decide_with_votes();
            consultation.the_chair_closes_it_and_the_minutes_differ_per_reader();
        }
    }
}

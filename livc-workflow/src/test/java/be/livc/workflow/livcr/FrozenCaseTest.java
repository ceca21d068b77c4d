package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Act;
import be.livc.casefile.CaseView;
import be.livc.consultation.ConsultationView;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody was moved to a prison without a PIVC, in the middle of a meeting about them: nothing new is told by any door. */
class FrozenCaseTest extends PrisonMeetingTestBase {

    /** What is not about this case alone, or tells nothing: it hides, or follows where the person is. */
    private static final Set<String> NOT_OF_THE_CASE = Set.of(
            "order the agenda",
            "write to the invitees",
            "check for a conflict",
            "open a consultation",
            "approve minutes",
            "expect a release",
            "release to nobody knows where",
            "hand over in an emergency",
            "freeze",
            "thaw",
            "take over");

    @BeforeEach
    void the_case_is_frozen() {
        run(() -> releases.relocate(as(DIRECTION), caseId));
    }

    @Test
    void nothing_is_added_to_a_frozen_case_by_whichever_door_and_it_can_still_be_read() {
        Map<String, Runnable> doors = writeDoors();
        doors.keySet().removeAll(NOT_OF_THE_CASE);
        int pieces = seenBy(COORDINATOR, caseId).timeline().size();

        doors.forEach((name, door) -> assertThatThrownBy(door::run).as(name).hasMessage("case-frozen"));

        assertThat(doors).hasSizeGreaterThanOrEqualTo(18);
        CaseView view = seenBy(COORDINATOR, caseId);
        assertThat(view.timeline()).hasSize(pieces);
        assertThat(view.takes(Act.ADD_DOCUMENT))
                .as("whether a screen offers to add something")
                .isFalse();
        assertThat(in(() -> consultationReading.open(as(PSYCHOSOCIAL), consultation))
                        .items())
                .as("the item can be read, and its screen shows no form")
                .singleElement()
                .matches(ConsultationView.Item::standsStill);
    }

    @Test
    void who_is_not_of_the_case_is_not_told_that_it_is_frozen() {
        assertThatThrownBy(() -> run(() -> caseFlow.changePlan(as(EMPLOYMENT), caseId, aPlan(LocalDate.now(clock)))))
                .hasMessage("not-found");
    }

    @Test
    void a_frozen_case_goes_on_when_the_person_is_back() {
        run(() -> releases.comeBack(as(DIRECTION), caseId));

        assertThat(says(PSYCHOSOCIAL, consultation, 1, "Is terug").id()).isNotNull();
        assertThat(seenBy(COORDINATOR, caseId).takes(Act.ADD_DOCUMENT)).isTrue();
    }

    @Test
    void a_frozen_case_can_be_handed_over_and_the_offer_taken_back() {
        leaves(consultation, 1, PSYCHOSOCIAL);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        TransferId offer = in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, town.id(), TransferKind.RELEASE, "PREVENT_TERRORISM", "Komt terug", Set.of())));

        run(() -> transfers.withdraw(as(COORDINATOR), offer));

        assertThat(phase(caseId)).isEqualTo("RELOCATED");
    }

    @Test
    void a_frozen_case_can_be_hidden_closed_and_proposed_for_erasure() {
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));

        in(() -> caseFlow.close(as(COORDINATOR), caseId, "OTHER", ""));
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));

        assertThat(phase(caseId)).isEqualTo("CLOSED");
    }
}

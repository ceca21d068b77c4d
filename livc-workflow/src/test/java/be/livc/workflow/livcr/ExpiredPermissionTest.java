package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseView;
import be.livc.consultation.Attend;
import be.livc.law.BasisKind;
import be.livc.platform.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario 6 in full: the permission of a prison has expired, and every door through which a case changes is closed. */
class ExpiredPermissionTest extends PrisonMeetingTestBase {

    @BeforeEach
    void the_permission_has_expired() {
        run(() -> bases.end(bases.all().get(0).id(), LocalDate.now(clock)));
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void scenario_6_every_door_is_closed_with_the_reason_and_the_case_can_still_be_read() {
        Map<String, Runnable> doors = writeDoors();

        doors.forEach((name, door) -> assertThatThrownBy(door::run)
                .as(name)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .as(name)
                        .extracting(Refusal.Reason::code)
                        .containsExactly("no-valid-basis", "basis-expired")));

        CaseView view = seenBy(COORDINATOR, caseId);
        assertThat(view.is(CaseView.Restriction.BASIS_EXPIRED)).isTrue();
        assertThat(view.timeline()).isNotEmpty();
        assertThat(in(() -> consultationReading.open(as(PSYCHOSOCIAL), consultation))
                        .items())
                .hasSize(1);
        assertThat(doors).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void no_other_basis_opens_a_door_where_only_the_permission_counts() {
        in(() -> bases.record(aBasis(BasisKind.LAW, "PREVENT_TERRORISM")));

        writeDoors().forEach((name, door) -> assertThatThrownBy(door::run)
                .as(name)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .as(name)
                        .extracting(Refusal.Reason::code)
                        .contains("no-valid-basis")));

        assertThat(seenBy(COORDINATOR, caseId).is(CaseView.Restriction.BASIS_EXPIRED))
                .isTrue();
    }

    @Test
    void a_candidate_cannot_be_admitted_any_more_and_can_be_refused() {
        assertThatThrownBy(() -> in(() ->
                        candidates.admit(as(DIRECTION), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden")))
                .isInstanceOf(Refusal.class);

        run(() -> candidates.refuse(as(DIRECTION), candidate.id(), "Er is geen toestemming meer"));

        assertThat(in(() -> signals.open(as(COORDINATOR), candidate.id())).state())
                .isEqualTo("NOT_RETAINED");
    }

    @Test
    void who_is_in_the_room_can_leave_and_the_case_can_be_wound_down() {
        run(() -> rollCall.attend(
                as(PSYCHOSOCIAL),
                consultation,
                1,
                mandate(PSYCHOSOCIAL),
                new Attend(Optional.empty(), Optional.of(clock.instant()), Optional.empty())));
        leaves(consultation, 1, DIRECTION);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));

        in(() -> caseFlow.close(as(COORDINATOR), caseId, "OTHER", ""));

        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("CLOSED");
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        run(() -> transfers.refuse(as(COORDINATOR), incoming, "NO_BASIS", "Onze toestemming is verlopen"));
    }
}

package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Invitations;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A consultation that does not take place, or with a case less. */
class CallingOffTest extends ReplanningTestBase {

    @Test
    void a_case_taken_off_the_agenda_is_seen_by_nobody_invited_and_waits_for_another_consultation() {
        ConsultationId consultation = aPlannedConsultation();
        CaseId wrong = aListedCase();
        onTheAgenda(consultation, wrong, MAYOR, CLB);
        onTheAgenda(consultation, aListedCase(), MAYOR, OCMW);
        clear(consultation, 1);

        run(() -> consultationFlow.takeOff(as(COORDINATOR), consultation, 1));

        assertThat(withdrawn(CLB)).as("that it does not concern them any more").containsExactly(today());
        assertThat(withdrawn(MAYOR)).as("who is expected for another").isEmpty();
        assertThat(seenBy(COORDINATOR, wrong).phase()).isEqualTo("LISTED");
        assertThat(in(() -> invitations.mine(as(CLB)))).isEmpty();
        assertThatThrownBy(() -> seen(CLB, consultation)).hasMessage("not-found");
        assertThat(seen(OCMW, consultation).items()).hasSize(1);
        assertThat(seen(COORDINATOR, consultation).items()).singleElement().satisfies(item -> {
            assertThat(item.n()).isEqualTo(2);
            assertThat(item.place()).isEqualTo(1);
        });
        assertThat(onTheAgenda(consultation, wrong, MAYOR, CLB))
                .as("a number that was another item's is not given again")
                .isEqualTo(3);
        assertThat(seen(CLB, consultation).items()).singleElement().matches(item -> item.place() == 2);
    }

    @Test
    void a_case_under_an_embargo_is_not_taken_off_its_review_is_there() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, CLB);
        embargo(consultation, 1);

        assertThatThrownBy(() -> run(() -> consultationFlow.takeOff(as(COORDINATOR), consultation, 1)))
                .hasMessage("under-embargo");
    }

    @Test
    void a_consultation_is_called_off_and_its_cases_go_on_the_agenda_of_another() {
        ConsultationId consultation = aPlannedConsultation();
        CaseId checked = aListedCase();
        CaseId unchecked = aListedCase();
        onTheAgenda(consultation, checked, MAYOR, CLB);
        onTheAgenda(consultation, unchecked, MAYOR, OCMW);
        clear(consultation, 1);

        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));

        assertThat(seen(COORDINATOR, consultation)).satisfies(seen -> {
            assertThat(seen.state()).isEqualTo("CALLED_OFF");
            assertThat(seen.closedAt()).contains(clock.instant());
            assertThat(seen.items()).isEmpty();
            assertThat(seen.missing()).isEmpty();
        });
        assertThatThrownBy(() -> seen(CLB, consultation)).hasMessage("not-found");
        for (String who : List.of(MAYOR, CLB, OCMW)) {
            assertThat(in(() -> invitations.mine(as(who)))).as(who).isEmpty();
            assertThat(withdrawn(who)).as(who).containsExactly(today());
        }
        assertThat(reasonsOf(consultation)).contains("called-off");
        ConsultationId next = aPlannedConsultation();
        for (CaseId one : List.of(checked, unchecked)) {
            assertThat(seenBy(COORDINATOR, one).phase()).isEqualTo("LISTED");
            onTheAgenda(next, one, MAYOR, CLB);
        }
        assertThat(seen(CLB, next).items()).hasSize(2);
        clock.advance(Duration.ofDays(1));
        assertThat(withdrawn(CLB)).as("after its day").isEmpty();
    }

    @Test
    void what_waits_for_the_review_of_an_embargo_goes_on_waiting_when_the_consultation_is_called_off() {
        ConsultationId consultation = aPlannedConsultation();
        CaseId caseId = aListedCase();
        onTheAgenda(consultation, caseId, MAYOR, CLB);
        embargo(consultation, 1);

        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));
        assertThat(seen(OFFICER, consultation).items()).hasSize(1);
        assertThatThrownBy(() -> seen(CLB, consultation)).hasMessage("not-found");

        clear(consultation, 1);
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
    }

    private List<LocalDate> withdrawn(String who) {
        return in(() -> invitations.withdrawn(as(who))).stream()
                .map(Invitations.Withdrawn::date)
                .toList();
    }
}

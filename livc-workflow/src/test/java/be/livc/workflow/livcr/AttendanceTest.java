package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.setup.Setup;
import be.livc.testing.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People come, leave and come back (scenario 5 of domain.md): who hears what, and what the minutes keep of it. */
class AttendanceTest extends CaseTest {

    @Autowired
    Setup setup;

    @Test
    void scenario_5_someone_who_comes_back_hears_what_follows_and_the_minutes_tell_both_stays() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        Instant came = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        Instant left = clock.instant();
        leaves(consultation, 1, OCMW);
        clock.advance(Duration.ofMinutes(10));
        says(CLB, consultation, 1, "Toen het OCMW weg was");
        clock.advance(Duration.ofMinutes(10));
        Instant cameBack = clock.instant();
        comesBack(consultation, 1, OCMW, Optional.empty());
        clock.advance(Duration.ofMinutes(10));
        says(CLB, consultation, 1, "Toen het OCMW terug was");

        assertThat(heardBy(OCMW, caseId)).containsExactly("Toen het OCMW terug was");
        assertThat(stays(consultation, OCMW))
                .containsExactly(
                        new ConsultationView.Stay(came, Optional.of(left)),
                        new ConsultationView.Stay(cameBack, Optional.empty()));
        assertThat(stays(consultation, CLB)).containsExactly(new ConsultationView.Stay(came, Optional.empty()));
    }

    @Test
    void scenario_5_a_return_told_with_an_earlier_hour_does_not_fill_the_time_away() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        Instant came = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        Instant left = clock.instant();
        leaves(consultation, 1, OCMW);
        clock.advance(Duration.ofMinutes(10));
        says(CLB, consultation, 1, "Toen het OCMW weg was");
        comesBack(consultation, 1, OCMW, Optional.of(came));

        assertThat(stays(consultation, OCMW))
                .containsExactly(
                        new ConsultationView.Stay(came, Optional.of(left)),
                        new ConsultationView.Stay(left, Optional.empty()));
        assertThatThrownBy(() -> seenBy(OCMW, caseId)).hasMessage("not-found");
    }

    @Test
    void scenario_5_signing_on_screen_does_not_bring_back_to_an_item_that_was_left() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        leaves(consultation, 1, OCMW);

        run(() -> rollCall.attendAll(
                as(OCMW),
                consultation,
                mandate(OCMW),
                new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN))));

        assertThat(says(CLB, consultation, 1, "Zonder het OCMW").recipients()).doesNotContain(mandate(OCMW));
    }

    @Test
    void at_the_roll_call_somebody_comes_to_what_they_are_invited_to_and_not_back_to_an_item_that_they_left() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, COORDINATOR, OFFICER, CLB, OCMW);
        onTheAgenda(consultation, aListedCase(), MAYOR, COORDINATOR, OFFICER, OCMW);
        onTheAgenda(consultation, aListedCase(), MAYOR, COORDINATOR, OFFICER, CLB);
        for (int n = 1; n <= 3; n++) {
            clear(consultation, n);
        }
        comesAndSigns(consultation, 1, OCMW);
        leaves(consultation, 1, OCMW);

        run(() -> rollCall.attendAll(
                as(OCMW),
                consultation,
                mandate(OCMW),
                new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN))));

        assertThat(in(() -> consultationReading.open(as(COORDINATOR), consultation))
                        .items())
                .extracting(item -> item.attendance().stream()
                        .filter(one -> one.mandate().equals(mandate(OCMW)))
                        .flatMap(one -> one.stays().stream())
                        .map(stay -> stay.left().isPresent() ? "left" : "there")
                        .toList())
                .containsExactly(List.of("left"), List.of("there"), List.of());
        assertThat(entries(LedgerFilter.all().to(mandate(OCMW).value())))
                .flatExtracting(read -> read.entry().stream()
                        .filter(one -> one.action() == Action.SIGN || one.action() == Action.ATTEND)
                        .map(one -> one.action() + " " + one.why().orElseThrow())
                        .toList())
                .containsExactlyInAnyOrder("SIGN arrived", "ATTEND left", "SIGN arrived");
    }

    @Test
    void who_declined_and_comes_all_the_same_comes_to_the_items_that_they_see() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, COORDINATOR, OFFICER, OCMW);
        onTheAgenda(consultation, aListedCase(), MAYOR, COORDINATOR, OFFICER, CLB);
        clear(consultation, 1);
        clear(consultation, 2);
        run(() -> consultations.answer(as(OCMW), consultation, 1, false));

        run(() -> rollCall.attendAll(
                as(OCMW),
                consultation,
                mandate(OCMW),
                new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN))));

        assertThat(in(() -> consultationReading.open(as(COORDINATOR), consultation))
                        .items())
                .extracting(item -> item.attendance().stream()
                        .anyMatch(one -> one.mandate().equals(mandate(OCMW))
                                && one.stays().size() == 1))
                .containsExactly(true, false);
    }

    @Test
    void nobody_comes_to_a_meeting_that_is_over() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));

        assertThatThrownBy(() -> comesBack(consultation, 1, OCMW, Optional.empty()))
                .hasMessage("not-open");
        assertThatThrownBy(() -> comesAndSigns(consultation, 1, CLB)).hasMessage("not-open");
    }

    @Test
    void nobody_signs_on_screen_for_somebody_else() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);

        assertThatThrownBy(() -> run(() -> rollCall.attend(
                        as(COORDINATOR),
                        consultation,
                        1,
                        mandate(OCMW),
                        new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN)))))
                .satisfies(Refused.only("screen-only-by-oneself", "statement"));
    }

    @Test
    void nobody_comes_to_an_item_under_an_embargo_not_even_who_laid_it() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        in(() -> embargoFlow.lay(as(OFFICER), embargoOn(ObjectType.CASE, caseId.value())));

        assertThatThrownBy(() -> comesAndSigns(consultation, 1, OFFICER)).hasMessage("under-embargo");
    }

    @Test
    void an_invitee_whose_mandate_has_ended_does_not_come_in() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), COORDINATOR, OCMW);
        in(() -> setup.endMandate(as(ADMINISTRATOR), mandate(OCMW)));

        assertThatThrownBy(() -> comesBack(consultation, 1, OCMW, Optional.empty()))
                .satisfies(Refused.only("does-not-take-part", "mandate"));
    }

    @Test
    void nobody_comes_in_who_has_no_mandate_in_this_cell() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);

        assertThatThrownBy(() -> run(() -> rollCall.attend(
                        as(COORDINATOR),
                        consultation,
                        1,
                        new MandateId(UUID.randomUUID()),
                        new Attend(Optional.empty(), Optional.empty(), Optional.empty()))))
                .satisfies(Refused.only("unknown-mandate", "mandate"));
    }

    private void comesBack(ConsultationId consultation, int n, String who, Optional<Instant> arrived) {
        run(() -> rollCall.attend(
                as(COORDINATOR),
                consultation,
                n,
                mandate(who),
                new Attend(arrived, Optional.empty(), Optional.empty())));
    }

    private List<ConsultationView.Stay> stays(ConsultationId consultation, String who) {
        return in(() -> consultationReading.open(as(COORDINATOR), consultation)).items().get(0).attendance().stream()
                .filter(one -> one.mandate().equals(mandate(who)))
                .flatMap(one -> one.stays().stream())
                .toList();
    }

    private List<String> heardBy(String who, CaseId caseId) {
        return seenBy(who, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.DISCLOSURE)
                .map(CaseView.Piece::text)
                .toList();
    }
}

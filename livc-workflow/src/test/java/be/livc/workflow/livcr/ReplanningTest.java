package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Convocations;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.Replanning;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.platform.Refusal;
import be.livc.post.Letter;
import be.livc.post.Post;
import be.livc.testing.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A consultation that is planned and goes another way: another day, another place, another basis. */
class ReplanningTest extends ReplanningTestBase {

    @Autowired
    Replanning replanning;

    @Autowired
    Convocations convocations;

    @Autowired
    Post post;

    @Test
    void a_consultation_moves_and_everyone_is_asked_anew() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, CLB, OCMW);
        run(() -> consultations.answer(as(CLB), consultation, 1, true));
        run(() -> consultations.answer(as(OCMW), consultation, 1, false));

        change(consultation, today().plusDays(7), allBases());

        ConsultationView seen = seen(COORDINATOR, consultation);
        assertThat(seen.date()).isEqualTo(today().plusDays(7));
        assertThat(seen.startsAt()).contains(LocalTime.of(14, 0));
        assertThat(seen.place()).isEqualTo("Het OCMW");
        assertThat(seen.items().get(0).invited())
                .extracting(ConsultationView.Invited::answer)
                .containsOnly("OPEN");
        assertThat(in(() -> invitations.mine(as(OCMW)))).singleElement().satisfies(one -> {
            assertThat(one.date()).isEqualTo(today().plusDays(7));
            assertThat(one.subject()).isPresent();
        });
        assertThat(reasonsOf(consultation)).contains("moved");
    }

    @Test
    void who_had_come_on_the_day_before_is_not_in_the_room_on_the_other() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, COORDINATOR, OFFICER, CLB);
        clear(consultation, 1);
        comesAndSigns(consultation, 1, MAYOR, COORDINATOR, OFFICER, CLB);

        change(consultation, today().plusDays(7), allBases());
        clock.advance(Duration.ofDays(7));

        assertThatThrownBy(() -> run(() -> consultationFlow.open(as(MAYOR), consultation)))
                .hasMessageContaining("quorum-missing");
        comesAndSigns(consultation, 1, MAYOR, COORDINATOR, OFFICER);
        run(() -> consultationFlow.open(as(MAYOR), consultation));
        assertThatThrownBy(() -> says(CLB, consultation, 1, "Hij komt niet meer naar de les"))
                .hasMessageContaining("speaker-not-present");
    }

    @Test
    void another_place_leaves_the_answers_as_they_are() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, CLB);
        run(() -> consultations.answer(as(CLB), consultation, 1, true));

        run(() -> replanning.change(as(COORDINATOR), consultation, aPlan(today(), Optional.empty(), allBases())));

        assertThat(in(() -> invitations.mine(as(CLB)))).singleElement().satisfies(one -> {
            assertThat(one.place()).isEqualTo("Het OCMW");
            assertThat(one.answer()).isEqualTo("ACCEPTED");
        });
        assertThat(reasonsOf(consultation)).contains("planned-anew").doesNotContain("moved");
    }

    @Test
    void a_consultation_on_a_withdrawn_basis_opens_once_it_stands_on_another() {
        LegalBasis wrong = in(() -> bases.record(aLaw("de verkeerde", List.of("MUNICIPALITY", "POLICE", "CLB"))));
        ConsultationId consultation =
                in(() -> consultations.plan(as(COORDINATOR), aPlan(today(), Optional.empty(), List.of(wrong.id()))));
        onTheAgenda(consultation, aListedCase(), MAYOR, COORDINATOR, OFFICER, CLB);
        clear(consultation, 1);
        in(() -> bases.withdraw(wrong.id()));
        comesAndSigns(consultation, 1, MAYOR, COORDINATOR, OFFICER, CLB);
        assertThatThrownBy(() -> run(() -> consultationFlow.open(as(MAYOR), consultation)))
                .hasMessageContaining("no-valid-basis");

        run(() -> replanning.change(as(COORDINATOR), consultation, aPlan(today(), Optional.empty(), allBases())));

        run(() -> consultationFlow.open(as(MAYOR), consultation));
        says(CLB, consultation, 1, "Hij komt niet meer naar de les");
    }

    @Test
    void nobody_is_invited_anew_whom_the_law_does_not_cover_then_and_each_is_named() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, CLB);
        onTheAgenda(consultation, aListedCase(), MAYOR, OCMW);
        List<LegalBasisId> townOnly =
                List.of(in(() -> bases.record(aLaw("enkel stad en politie", List.of("MUNICIPALITY", "POLICE"))))
                        .id());

        assertThatThrownBy(() -> change(consultation, today().plusDays(7), townOnly))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::code, Refusal.Reason::detail)
                        .containsExactlyInAnyOrder(
                                tuple("not-covered-by-basis", mandate(CLB).toString()),
                                tuple("not-covered-by-basis", mandate(OCMW).toString())));

        assertThat(seen(COORDINATOR, consultation).date()).isEqualTo(today());
        assertThat(seen(CLB, consultation).items()).hasSize(1);
    }

    @Test
    void who_does_not_come_anyway_keeps_nobody_from_moving_it() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, CLB, OCMW);
        run(() -> consultations.answer(as(OCMW), consultation, 1, false));
        LegalBasis withoutOcmw = in(() -> bases.record(aLaw("zonder OCMW", List.of("MUNICIPALITY", "POLICE", "CLB"))));

        change(consultation, today().plusDays(7), List.of(withoutOcmw.id()));

        assertThat(in(() -> invitations.mine(as(CLB)))).hasSize(1);
        assertThat(in(() -> invitations.mine(as(OCMW)))).isEmpty();
    }

    @Test
    void another_chair_sees_it_and_the_one_before_only_what_they_are_invited_to() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), CLB);

        run(() -> replanning.change(
                as(COORDINATOR),
                consultation,
                new PlanConsultation(today(), Optional.empty(), "Stadhuis", allBases(), mandate(CLB), false)));
        assertThat(seen(CLB, consultation).chair()).isEqualTo(mandate(CLB));

        run(() -> replanning.change(
                as(COORDINATOR),
                consultation,
                new PlanConsultation(today(), Optional.empty(), "Stadhuis", allBases(), mandate(OCMW), false)));
        assertThat(seen(OCMW, consultation).items()).isEmpty();
        assertThat(seen(CLB, consultation).items()).hasSize(1);
    }

    @Test
    void a_plan_without_a_place_changes_nothing() {
        ConsultationId consultation = aPlannedConsultation();

        assertThatThrownBy(() -> run(() -> replanning.change(
                        as(COORDINATOR),
                        consultation,
                        new PlanConsultation(
                                today().plusDays(3), Optional.empty(), "", allBases(), mandate(MAYOR), false))))
                .satisfies(Refused.only("required", "place"));

        assertThat(seen(COORDINATOR, consultation).date()).isEqualTo(today());
    }

    @Test
    void nothing_changes_once_it_has_begun_and_only_who_plans_may_ask() {
        ConsultationId planned = aPlannedConsultation();
        onTheAgenda(planned, aListedCase(), MAYOR, CLB);
        assertThatThrownBy(() ->
                        run(() -> replanning.change(as(CLB), planned, aPlan(today(), Optional.empty(), allBases()))))
                .hasMessage("forbidden");
        assertThatThrownBy(() -> run(() -> consultationFlow.callOff(as(CLB), planned)))
                .hasMessage("forbidden");
        assertThatThrownBy(() -> run(() -> consultationFlow.takeOff(as(CLB), planned, 1)))
                .hasMessage("forbidden");

        ConsultationId open = anOpenConsultation(aListedCase(), CLB);
        assertThatThrownBy(() -> change(open, today().plusDays(1), allBases())).hasMessage("not-planned");
        assertThatThrownBy(() -> run(() -> consultationFlow.callOff(as(COORDINATOR), open)))
                .hasMessage("not-planned");
        assertThatThrownBy(() -> run(() -> consultationFlow.takeOff(as(COORDINATOR), open, 1)))
                .hasMessage("not-planned");
    }

    @Test
    void who_had_a_letter_is_told_once_that_it_moved_and_that_it_does_not_take_place() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, CLB);
        onTheAgenda(consultation, aListedCase(), MAYOR, OCMW);
        for (String who : List.of(CLB, OCMW)) {
            run(() -> post.addressIs(mandate(who), "iemand@voorbeeld.be"));
        }
        in(() -> convocations.write(as(COORDINATOR), consultation));
        assertThat(sent()).extracting(Letter::kind).containsOnly("INVITATION");

        change(consultation, today().plusDays(7), allBases());
        change(consultation, today().plusDays(14), allBases());
        assertThat(sent())
                .as("the move that another overtook before it left is not told")
                .hasSize(2)
                .allSatisfy(letter -> {
                    assertThat(letter.kind()).isEqualTo("MOVED");
                    assertThat(letter.heldOn()).isEqualTo(today().plusDays(14));
                });
        assertThat(in(() -> convocations.write(as(COORDINATOR), consultation)))
                .as("they know")
                .isZero();

        run(() -> consultationFlow.takeOff(as(COORDINATOR), consultation, 1));
        assertThat(sent()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("WITHDRAWN");
            assertThat(letter.to()).isEqualTo(mandate(CLB));
        });
        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));
        assertThat(sent()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("WITHDRAWN");
            assertThat(letter.to()).isEqualTo(mandate(OCMW));
        });
    }

    private void change(ConsultationId id, LocalDate day, List<LegalBasisId> on) {
        run(() -> replanning.change(as(COORDINATOR), id, aPlan(day, Optional.of(LocalTime.of(14, 0)), on)));
    }

    private PlanConsultation aPlan(LocalDate day, Optional<LocalTime> hour, List<LegalBasisId> on) {
        return new PlanConsultation(day, hour, "Het OCMW", on, mandate(MAYOR), false);
    }

    private RecordBasis aLaw(String reference, List<String> participants) {
        return new RecordBasis(
                BasisKind.LAW,
                reference,
                List.of("PREVENT_TERRORISM"),
                Optional.empty(),
                "Wie genoemd is, mag spreken",
                participants,
                today().minusDays(1),
                Optional.empty());
    }

    private List<LegalBasisId> allBases() {
        return in(() -> bases.all()).stream().map(LegalBasis::id).toList();
    }

    private List<Letter> sent() {
        List<Letter> letters = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = in(() -> post.sendNext((letter, address) -> letters.add(letter)));
        }
        return letters;
    }
}

package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.cell.GiveMandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.AgendaOrder;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Convocations;
import be.livc.consultation.Invitations;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.ProposedOrder;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.post.Letter;
import be.livc.post.Post;
import be.livc.testing.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Getting people around the table: the order of the agenda, who comes, who comes instead, and the letters. */
class ConveningTest extends CaseTest {

    @Autowired
    AgendaOrder order;

    @Autowired
    Invitations invitations;

    @Autowired
    Convocations convocations;

    @Autowired
    Mandates mandates;

    @Autowired
    Post post;

    @Test
    void overdue_measures_come_first_and_the_coordinator_can_change_the_order() {
        CaseId first = aListedCase();
        CaseId overdue = aListedCase();
        CaseId third = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        for (CaseId one : List.of(first, overdue, third)) {
            onTheAgenda(consultation, one, MAYOR, CLB);
        }

        run(() -> order.arrange(
                as(COORDINATOR), consultation, ProposedOrder.of(seen(COORDINATOR, consultation), Set.of(overdue))));
        assertThat(numbers(consultation)).containsExactly(2, 1, 3);

        run(() -> order.move(as(COORDINATOR), consultation, 3, true));
        assertThat(numbers(consultation)).containsExactly(2, 3, 1);
        run(() -> order.move(as(COORDINATOR), consultation, 2, true));
        assertThat(numbers(consultation)).containsExactly(2, 3, 1);
        assertThatThrownBy(() -> run(() -> order.move(as(CLB), consultation, 2, false)))
                .hasMessage("forbidden");
    }

    @Test
    void who_does_not_take_part_gives_no_reason_and_who_is_replaced_sees_the_item_no_more() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, OCMW);
        MandateId colleague = aColleagueOf(OCMW);

        assertThat(in(() -> invitations.mine(as(OCMW)))).singleElement().satisfies(one -> {
            assertThat(one.answer()).isEqualTo("OPEN");
            assertThat(one.subject()).isPresent();
        });
        run(() -> consultations.answer(as(OCMW), consultation, 1, false));
        assertThat(in(() -> invitations.mine(as(OCMW)))).singleElement().matches(one -> one.answer()
                .equals("DECLINED"));

        run(() -> invitations.replace(as(OCMW), consultation, 1, mandate(OCMW), colleague));

        assertThat(in(() -> invitations.mine(as(OCMW)))).isEmpty();
        assertThat(seen(COORDINATOR, consultation).items().get(0).invited())
                .filteredOn(one -> !one.answer().equals("DECLINED"))
                .extracting(ConsultationView.Invited::mandate)
                .contains(colleague)
                .doesNotContain(mandate(OCMW));
        assertThat(seen(OCMW, consultation).items()).isEmpty();
    }

    @Test
    void only_a_colleague_of_the_same_partner_comes_instead() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, OCMW);

        assertThatThrownBy(() -> run(() -> invitations.replace(as(OCMW), consultation, 1, mandate(OCMW), mandate(CLB))))
                .hasMessage("not-a-colleague");
        assertThatThrownBy(() ->
                        run(() -> invitations.replace(as(CLB), consultation, 1, mandate(OCMW), aColleagueOf(OCMW))))
                .hasMessage("not-found");
    }

    @Test
    void who_was_not_invited_answers_for_nothing_and_is_replaced_by_nobody() {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, aListedCase(), MAYOR, OCMW);

        assertThatThrownBy(() -> run(() -> consultations.answer(as(COORDINATOR), consultation, 1, true)))
                .as("who sees the item as the coordinator")
                .hasMessage("not-invited");
        assertThatThrownBy(() -> run(
                        () -> invitations.replace(as(COORDINATOR), consultation, 1, mandate(CLB), aColleagueOf(CLB))))
                .hasMessage("not-invited");
    }

    @Test
    void a_meeting_is_planned_with_a_chair_and_on_bases_that_are_of_this_cell() {
        MandateId nobody = new MandateId(UUID.randomUUID());
        List<LegalBasisId> known =
                in(() -> bases.all()).stream().map(LegalBasis::id).toList();

        assertThatThrownBy(() -> planned(known, nobody)).satisfies(Refused.only("unknown-mandate", "chair"));
        assertThatThrownBy(() -> planned(List.of(known.get(0), new LegalBasisId(UUID.randomUUID())), mandate(MAYOR)))
                .satisfies(Refused.only("unknown-basis", "legalBasis"));
    }

    private void planned(List<LegalBasisId> on, MandateId chair) {
        in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(LocalDate.now(clock), Optional.empty(), "Stadhuis", on, chair, false)));
    }

    @Test
    void who_invites_replaces_somebody_else_by_a_colleague_whose_mandate_runs_on_the_day_of_the_meeting() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation(LocalDate.now(clock).plusDays(10));
        onTheAgenda(consultation, caseId, MAYOR, OCMW, CLB);
        MandateId leaving = aColleagueOf(OCMW, Optional.of(LocalDate.now(clock).plusDays(5)));
        MandateId staying = aColleagueOf(OCMW);

        assertThatThrownBy(
                        () -> run(() -> invitations.replace(as(COORDINATOR), consultation, 1, mandate(OCMW), leaving)))
                .hasMessage("mandate-not-running");
        assertThatThrownBy(() -> run(() -> invitations.replace(as(CLB), consultation, 1, mandate(OCMW), staying)))
                .hasMessage("forbidden");
        run(() -> invitations.replace(as(COORDINATOR), consultation, 1, mandate(OCMW), staying));

        assertThat(in(() -> invitations.mine(as(OCMW)))).isEmpty();
        assertThat(seen(COORDINATOR, consultation).items().get(0).invited())
                .filteredOn(one -> !one.answer().equals("DECLINED"))
                .extracting(ConsultationView.Invited::mandate)
                .contains(staying)
                .doesNotContain(mandate(OCMW), leaving);
    }

    @Test
    void letters_wait_for_an_address_come_back_after_a_fault_and_leave_once() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, CLB, OCMW);
        run(() -> post.addressIs(mandate(CLB), "clb@voorbeeld.be"));

        assertThat(in(() -> convocations.write(as(COORDINATOR), consultation))).isEqualTo(3);
        assertThat(in(() -> convocations.write(as(COORDINATOR), consultation))).isZero();

        List<Letter> sent = new ArrayList<>();
        assertThat(in(() -> post.sendNext((letter, address) -> {
                    throw new IllegalStateException("the server is away");
                })))
                .isTrue();
        assertThat(in(() -> post.sendNext((letter, address) -> sent.add(letter))))
                .isFalse();

        clock.advance(Duration.ofMinutes(2));
        assertThat(in(() -> post.sendNext((letter, address) -> sent.add(letter))))
                .isTrue();
        assertThat(in(() -> post.sendNext((letter, address) -> sent.add(letter))))
                .isFalse();
        assertThat(sent).singleElement().matches(letter -> letter.to().equals(mandate(CLB)));

        run(() -> post.addressIs(mandate(OCMW), "ocmw@voorbeeld.be"));
        assertThat(in(() -> post.sendNext((letter, address) -> sent.add(letter))))
                .isTrue();
        assertThat(sent).hasSize(2);
    }

    private MandateId aColleagueOf(String who) {
        return aColleagueOf(who, Optional.empty());
    }

    private MandateId aColleagueOf(String who, Optional<LocalDate> lastDay) {
        return in(() -> mandates.give(new GiveMandate(
                        Optional.empty(),
                        "een collega",
                        as(who).partner(),
                        Capacity.MEMBER,
                        LocalDate.now(clock).minusDays(1),
                        lastDay,
                        Optional.empty())))
                .id();
    }

    private ConsultationView seen(String who, ConsultationId consultation) {
        return in(() -> consultationReading.open(as(who), consultation));
    }

    private List<Integer> numbers(ConsultationId consultation) {
        return seen(COORDINATOR, consultation).items().stream()
                .map(ConsultationView.Item::n)
                .toList();
    }
}

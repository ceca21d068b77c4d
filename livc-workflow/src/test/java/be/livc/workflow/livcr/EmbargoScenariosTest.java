package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseRow;
import be.livc.casefile.CaseView;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.EmbargoView;
import be.livc.casefile.LayEmbargo;
import be.livc.casefile.Subjects;
import be.livc.cell.Capacity;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.vault.NameSearch;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an investigation keeps from people; the numbers are those of the list of scenarios. */
class EmbargoScenariosTest extends TownWithParketTest {

    @Autowired
    Subjects subjects;

    @Test
    void scenario_2_what_is_under_embargo_is_found_in_no_list_search_minutes_or_duplicate() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        assertThat(found(COORDINATOR)).isEqualTo(1);

        embargoAtCheck(consultation, ConflictCheck.Scope.CASE);

        assertThat(in(() -> cases.list(as(COORDINATOR), Optional.empty(), Optional.empty(), 50))
                        .items())
                .singleElement()
                .matches(CaseRow::suspended)
                .matches(row -> row.subject().isEmpty());
        assertThat(found(COORDINATOR)).isZero();
        assertThat(found(MAYOR)).isZero();
        assertThat(in(() -> consultationReading.print(as(MAYOR), consultation)).items())
                .singleElement()
                .matches(item -> item.suspended() && item.subject().isEmpty());
        assertThat(seenBy(COORDINATOR, caseId).timeline()).isEmpty();
        assertThatThrownBy(() -> seenBy(OCMW, caseId)).hasMessage("not-found");
        assertThat(in(() -> embargoes.of(as(COORDINATOR)))).isEmpty();
        assertThat(in(() -> embargoes.of(as(OFFICER))))
                .singleElement()
                .extracting(EmbargoView::reference)
                .isEqualTo(Optional.of("notitie 12"));
    }

    @Test
    void who_laid_an_embargo_on_something_lays_no_second_one_on_it() {
        CaseId caseId = aListedCase();
        LayEmbargo asked = new LayEmbargo(
                ObjectType.CASE,
                caseId.value(),
                Optional.of("notitie 12"),
                LocalDate.now(clock).plusMonths(1));
        in(() -> embargoFlow.lay(as(OFFICER), asked));

        assertThatThrownBy(() -> in(() -> embargoFlow.lay(as(OFFICER), asked))).hasMessage("embargo-lies-already");
        assertThat(in(() -> embargoes.of(as(OFFICER)))).hasSize(1);
    }

    @Test
    void scenario_2_an_embargo_can_hide_one_item_of_one_agenda_and_leave_the_case() {
        CaseId caseId = aListedCase();

        ConsultationId consultation = embargoedOnAnAgenda(caseId, ConflictCheck.Scope.ITEM);

        assertThat(in(() -> consultationReading.open(as(COORDINATOR), consultation))
                        .items())
                .singleElement()
                .matches(ConsultationView.Item::suspended);
        assertThat(seenBy(COORDINATOR, caseId).subject()).isPresent();
        assertThat(seenBy(COORDINATOR, caseId).partsSuspended()).isTrue();
    }

    @Test
    void scenario_2_a_case_whose_embargo_falls_before_the_meeting_is_discussed_there() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = embargoedOnAnAgenda(caseId, ConflictCheck.Scope.CASE);

        run(() -> embargoFlow.lift(as(OFFICER), ofOfficer()));

        comesAndSigns(consultation, 1, MAYOR, COORDINATOR, OFFICER, CLB);
        run(() -> consultationFlow.open(as(MAYOR), consultation));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("IN_CONSULTATION");
    }

    @Test
    void scenario_2_when_the_embargo_is_lifted_the_case_can_be_put_on_an_agenda_again() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = embargoedOnAnAgenda(caseId, ConflictCheck.Scope.CASE);
        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));

        run(() -> embargoFlow.lift(as(OFFICER), ofOfficer()));

        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
        assertThat(onTheAgenda(aPlannedConsultation(), caseId, MAYOR, COORDINATOR, OFFICER, CLB))
                .isEqualTo(1);
    }

    @Test
    void an_embargo_shows_the_parket_nothing_of_a_case_that_it_did_not_see() {
        CaseId caseId = aListedCase();

        in(() -> embargoFlow.lay(as(PARKET), embargo(ObjectType.CASE, caseId.value())));

        assertThat(seenBy(COORDINATOR, caseId).is(CaseView.Restriction.EMBARGO)).isTrue();
        assertThatThrownBy(() -> seenBy(PARKET, caseId)).hasMessage("not-found");
        assertThatThrownBy(
                        () -> in(() -> embargoFlow.lay(as(PARKET), embargo(ObjectType.FACT, aFactOf(aListedCase())))))
                .hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> embargoFlow.lay(
                        as(COORDINATOR), embargo(ObjectType.CASE, aListedCase().value()))))
                .hasMessage("not-found");
    }

    @Test
    void scenario_14_an_embargo_on_something_told_hides_it_neutrally_and_the_log_keeps_who_read_it() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        UUID told = says(CLB, consultation, 1, "Wat later geheim bleek").id().value();
        UUID stays = says(OCMW, consultation, 1, "Wat mag blijven").id().value();
        assertThat(disclosuresSeenBy(OCMW, caseId)).containsExactly(told, stays);

        in(() -> embargoFlow.lay(as(OFFICER), embargo(ObjectType.DISCLOSURE, told)));

        for (String who : List.of(CLB, OCMW, MAYOR, COORDINATOR)) {
            assertThat(disclosuresSeenBy(who, caseId)).as(who).containsExactly(stays);
            assertThat(seenBy(who, caseId).partsSuspended()).as(who).isTrue();
        }
        assertThat(disclosuresSeenBy(OFFICER, caseId)).containsExactly(told, stays);
        assertThat(entries(LedgerFilter.all().inCase(caseId.value())))
                .anyMatch(entry -> entry.entry()
                        .filter(one -> one.action() == Action.READ
                                && one.actor().user().equals(as(OCMW).user().value()))
                        .isPresent())
                .anyMatch(entry -> entry.entry()
                        .filter(one -> one.action() == Action.DISCLOSE
                                && one.recipients().contains(mandate(OCMW).value()))
                        .isPresent());
    }

    @Test
    void nothing_is_said_about_a_case_whose_embargo_fell_in_the_middle_of_the_meeting() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        EmbargoId laid = in(() -> embargoFlow.lay(as(OFFICER), embargo(ObjectType.CASE, caseId.value())));

        assertThatThrownBy(() -> says(CLB, consultation, 1, "Te laat")).hasMessage("not-found");
        assertThatThrownBy(() -> says(OFFICER, consultation, 1, "Zelfs niet door wie het legde"))
                .hasMessage("under-embargo");

        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> embargoFlow.lift(as(OFFICER), laid));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("PLAN_ACTIVE");
    }

    @Test
    void the_embargo_of_somebody_who_left_is_reviewed_by_a_successor() {
        CaseId caseId = aListedCase();
        EmbargoId laid = in(() -> embargoFlow.lay(as(OFFICER), embargo(ObjectType.CASE, caseId.value())));
        assertThatThrownBy(() -> run(() -> embargoFlow.lift(as(PARKET), laid))).hasMessage("not-found");

        in(() -> setup.endMandate(as(ADMINISTRATOR), mandate(OFFICER)));
        cell = cell.joinedBy("de nieuwe information officer", Capacity.INFORMATION_OFFICER, beans);
        assertThat(in(() -> embargoes.of(as("de nieuwe information officer"))))
                .singleElement()
                .matches(one -> !one.mine() && one.reference().isEmpty());
        run(() -> embargoFlow.lift(as("de nieuwe information officer"), laid));

        assertThat(seenBy(COORDINATOR, caseId).subject()).isPresent();
    }

    @Test
    void an_embargo_is_listed_and_reviewed_by_nobody_else_while_the_one_who_laid_it_is_there() {
        CaseId caseId = aListedCase();
        EmbargoId laid = in(() -> embargoFlow.lay(as(OFFICER), embargo(ObjectType.CASE, caseId.value())));
        cell = cell.joinedBy("een tweede information officer", Capacity.INFORMATION_OFFICER, beans);

        for (String other : List.of(PARKET, "een tweede information officer")) {
            assertThat(in(() -> embargoes.of(as(other)))).as(other).isEmpty();
            assertThatThrownBy(() -> run(() -> embargoFlow.lift(as(other), laid)))
                    .as(other)
                    .hasMessage("not-found");
        }

        assertThat(in(() -> embargoes.of(as(OFFICER)))).hasSize(1);
    }

    private ConsultationId embargoedOnAnAgenda(CaseId caseId, ConflictCheck.Scope scope) {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        embargoAtCheck(consultation, scope);
        return consultation;
    }

    private void embargoAtCheck(ConsultationId consultation, ConflictCheck.Scope scope) {
        run(() -> consultationFlow.checkConflict(
                as(OFFICER),
                consultation,
                1,
                new ConflictCheck(
                        ConflictCheck.Outcome.EMBARGO,
                        Optional.of("notitie 12"),
                        Optional.of(LocalDate.now(clock).plusDays(30)),
                        scope)));
    }

    private EmbargoId ofOfficer() {
        return in(() -> embargoes.of(as(OFFICER))).get(0).id();
    }

    private LayEmbargo embargo(ObjectType type, UUID object) {
        return new LayEmbargo(
                type, object, Optional.of("notitie 12"), LocalDate.now(clock).plusDays(30));
    }

    private UUID aFactOf(CaseId caseId) {
        return seenBy(COORDINATOR, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.FACT)
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private List<UUID> disclosuresSeenBy(String who, CaseId caseId) {
        return seenBy(who, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.DISCLOSURE)
                .map(piece -> piece.id().value())
                .toList();
    }

    private int found(String who) {
        return in(() -> subjects.find(
                        as(who), new NameSearch.Query(Optional.of("Verhaegen"), Optional.empty()), "PREVENT_TERRORISM"))
                .size();
    }
}

package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.testing.Refused;
import be.livc.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a cell must be able to live through; the numbers are those of the list of scenarios the program was asked for. */
class ScenariosTest extends CaseTest {

    @Test
    void scenario_1_a_pupil_is_signalled_weighed_by_both_and_known_to_be_a_minor() {
        CaseId caseId = aListedCase();

        CaseView seen = seenBy(COORDINATOR, caseId);

        assertThat(seen.subject().orElseThrow().isMinorOn(LocalDate.now(clock))).isTrue();
        assertThat(seen.timeline())
                .filteredOn(piece -> piece.type() == ObjectType.ASSESSMENT)
                .hasSize(2);
    }

    @Test
    void scenario_2_an_embargo_hides_the_case_from_everyone_but_who_laid_it() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);

        embargo(consultation, 1);

        CaseView suspended = seenBy(COORDINATOR, caseId);
        assertThat(suspended.is(CaseView.Restriction.EMBARGO)).isTrue();
        assertThat(suspended.subject()).isEmpty();
        assertThat(suspended.timeline()).isEmpty();
        assertThat(in(() -> consultationReading.open(as(COORDINATOR), consultation))
                        .items())
                .singleElement()
                .matches(ConsultationView.Item::suspended)
                .matches(item -> item.subject().isEmpty());
        assertThat(in(() -> consultationReading.open(as(OFFICER), consultation)).items())
                .singleElement()
                .matches(item -> item.subject().isPresent());

        run(() -> consultationFlow.checkConflict(
                as(OFFICER),
                consultation,
                1,
                new ConflictCheck(ConflictCheck.Outcome.CLEAR, Optional.empty(), Optional.empty())));
        assertThat(seenBy(COORDINATOR, caseId).subject()).isPresent();
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("SCHEDULED");
    }

    @Test
    void scenario_3_who_has_no_business_there_learns_nothing_and_the_question_is_recorded() {
        CaseId caseId = aListedCase();

        assertThatThrownBy(() -> seenBy(OCMW, caseId)).hasMessage("not-found");
        assertThatThrownBy(() -> seenBy(OCMW, new CaseId(UUID.randomUUID()))).hasMessage("not-found");

        assertThat(entries(LedgerFilter.all().of(Action.DENY))).hasSize(2);
        assertThat(in(() -> cases.list(as(OCMW), Optional.empty(), Optional.empty(), 50))
                        .items())
                .isEmpty();
    }

    @Test
    void scenario_10_the_coordinator_of_one_cell_finds_nothing_of_another() {
        CaseId caseId = aListedCase();
        cell = aTown().foundedIn(beans);

        assertThatThrownBy(() -> seenBy(COORDINATOR, caseId)).hasMessage("not-found");
    }

    @Test
    void scenario_11_a_signal_that_meets_no_criteria_goes_no_further_and_waits_for_its_erasure() {
        Filed signal = filed();

        assessed(signal.id(), Assess.Outcome.NOT_RETAINED);

        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("NOT_RETAINED");
        run(() -> erasureFlow.propose(as(COORDINATOR), signal.caseId()));
        run(() -> erasureFlow.approve(as(MAYOR), signal.caseId()));
        in(() -> erasureFlow.carryOut(as(DPO), signal.caseId()));
        assertThatThrownBy(() -> in(() -> erasureFlow.carryOut(as(DPO), signal.caseId())))
                .hasMessage("already-erased");
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).subject())
                .isEmpty();
    }

    @Test
    void scenario_18_erasure_needs_a_decision_and_leaves_only_a_certificate() {
        CaseId caseId = aClosedCase();

        assertThatThrownBy(() -> in(() -> erasureFlow.carryOut(as(DPO), caseId)))
                .hasMessage("erasure-not-decided");
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        assertThatThrownBy(() -> run(() ->
                        erasureFlow.keep(as(MAYOR), caseId, LocalDate.now(clock).plusYears(1), " ")))
                .as("no extension without a reasoned decision")
                .satisfies(Refused.only("required", "reason"));
        run(() -> erasureFlow.keep(
                as(MAYOR), caseId, LocalDate.now(clock).plusYears(1), "Het parket vroeg het dossier op."));
        for (String who : List.of(COORDINATOR, MAYOR)) {
            assertThat(seenBy(who, caseId).timeline())
                    .extracting(piece -> piece.text())
                    .contains("Het parket vroeg het dossier op.");
        }
        assertThat(seenBy(COORDINATOR, caseId).retainUntil())
                .contains(LocalDate.now(clock).plusYears(1));
    }

    @Test
    void scenario_18_the_certificate_names_its_rule_in_words() {
        CaseId caseId = aClosedCase();
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        run(() -> erasureFlow.approve(as(MAYOR), caseId));

        assertThat(in(() -> erasureFlow.carryOut(as(DPO), caseId)).rule())
                .isEqualTo("Afgesloten dossiers: 60 maanden (instelling van de cel)");
    }

    @Test
    void a_case_is_kept_longer_until_a_day_that_is_still_to_come() {
        CaseId caseId = aClosedCase();
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));

        for (int daysAgo : new int[] {1, 0}) {
            assertThatThrownBy(() -> run(() -> erasureFlow.keep(
                            as(MAYOR), caseId, LocalDate.now(clock).minusDays(daysAgo), "Nog nodig")))
                    .satisfies(Refused.only("not-in-the-future", "until"));
        }
    }

    @Test
    void who_was_entitled_to_something_of_a_case_is_so_no_more_once_it_is_erased() throws SQLException {
        CaseId caseId = aClosedCase();
        String entitled = "select count(*) from entitlement e join access_object o on o.cell_id = e.cell_id"
                + " and o.id = e.object_id where o.case_id = '" + caseId.value() + "'";
        assertThat(TestDatabase.askAsSuperuser(entitled)).doesNotContain("0");
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        run(() -> erasureFlow.approve(as(MAYOR), caseId));

        in(() -> erasureFlow.carryOut(as(DPO), caseId));

        assertThat(TestDatabase.askAsSuperuser(entitled)).containsExactly("0");
    }

    @Test
    void two_assessors_who_disagree_weigh_it_again_together() {
        Filed signal = filed();
        in(() -> signalFlow.assess(as(COORDINATOR), signal.id(), anAssessment(Assess.Outcome.RETAINED)));

        assertThat(in(() -> signalFlow.assess(as(OFFICER), signal.id(), anAssessment(Assess.Outcome.REFERRED)))
                        .disagreement())
                .isTrue();
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("ASSESSMENT");

        in(() -> signalFlow.assess(as(COORDINATOR), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("ASSESSMENT");
        assertThatThrownBy(() -> in(
                        () -> signalFlow.assess(as(COORDINATOR), signal.id(), anAssessment(Assess.Outcome.RETAINED))))
                .hasMessage("already-assessed");
        in(() -> signalFlow.assess(as(OFFICER), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("RETAINED");
    }

    @Test
    void a_signal_that_is_on_the_list_is_not_put_on_it_again() {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);
        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.LIST)));

        assertThatThrownBy(() ->
                        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.LIST))))
                .hasMessage("wrong-phase");
        assertThat(seenBy(COORDINATOR, signal.caseId()).phase()).isEqualTo("LISTED");
    }

    @Test
    void a_new_signal_reopens_a_closed_case_and_is_sealed_under_its_key() {
        CaseId closed = aClosedCase();
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);

        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.REOPEN, closed)));

        CaseView seen = seenBy(COORDINATOR, closed);
        assertThat(seen.phase()).isEqualTo("LISTED");
        assertThat(seen.timeline())
                .filteredOn(piece -> piece.type() == ObjectType.FACT)
                .hasSize(2);
        assertThat(seenBy(CLB, closed).timeline())
                .filteredOn(piece -> piece.type() == ObjectType.FACT)
                .allMatch(piece -> piece.why().contains(Why.OWN_CONTRIBUTION))
                .hasSize(2);
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).joined())
                .contains(closed);
    }

    private CaseId aClosedCase() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "NO_CONCERN_LEFT", "Geen"));
        return caseId;
    }
}

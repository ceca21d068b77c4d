package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Towns;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseRow;
import be.livc.casefile.Subjects;
import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.PutOnAgenda;
import be.livc.law.LegalBasis;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.signal.SignalId;
import be.livc.signal.SignalRow;
import be.livc.vault.NameSearch;
import be.livc.workflow.engine.TaskFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenario 10: two towns share a cell, each with a coordinator and a mayor of its own. */
class SharedCellTest extends CaseTest {

    private static final String TOWN_A = "44021";
    private static final String TOWN_B = "44019";
    private static final String COORDINATOR_B = "de coördinator van B";
    private static final String MAYOR_B = "de burgemeester van B";
    private static final String CLB_B = "het CLB van B";

    @Autowired
    Towns towns;

    @Autowired
    Subjects subjects;

    @BeforeEach
    void a_cell_of_towns_a_and_b() {
        cell = aTown().ofTowns(TOWN_A, TOWN_B)
                .withMandate(COORDINATOR_B, Capacity.COORDINATOR)
                .withMandate(MAYOR_B, Capacity.MAYOR)
                .withMandate(CLB_B, Capacity.MEMBER, "CLB")
                .foundedIn(beans);
        actsFor(TOWN_A, COORDINATOR, MAYOR, CLB);
        actsFor(TOWN_B, COORDINATOR_B, MAYOR_B, CLB_B);
    }

    private void actsFor(String nis, String... people) {
        for (String who : people) {
            run(() -> towns.actsFor(as(ADMINISTRATOR), mandate(who), Set.of(nis)));
        }
    }

    private CaseId aCaseOfTownB() {
        Filed signal = in(() -> signalFlow.file(as(CLB_B), aSignalAbout("Lars", "Vandamme")));
        in(() -> signalFlow.assess(as(COORDINATOR_B), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
        in(() -> signalFlow.assess(as(OFFICER), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
        in(() -> listingFlow.decide(as(MAYOR_B), signal.id(), theDecision(ListingFlow.Decision.LIST)));
        return signal.caseId();
    }

    @Test
    void scenario_10_the_coordinator_of_town_a_opens_no_case_of_town_b_and_the_question_is_recorded() {
        CaseId ofB = aCaseOfTownB();

        assertThat(seenBy(COORDINATOR_B, ofB).subject()).isPresent();
        assertThatThrownBy(() -> seenBy(COORDINATOR, ofB)).hasMessage("not-found");
        assertThatThrownBy(() -> seenBy(MAYOR, ofB)).hasMessage("not-found");
        assertThat(in(() -> ledger.entries(LedgerFilter.all().of(Action.DENY), 10))
                        .items())
                .hasSize(2);
    }

    @Test
    void scenario_10_no_list_search_or_work_list_of_town_a_shows_what_is_town_bs() {
        Filed waiting = in(() -> signalFlow.file(as(CLB_B), aSignalAbout("Lars", "Vandamme")));
        CaseId ofB = aCaseOfTownB();
        CaseId ofA = aListedCase();

        assertThat(casesOf(COORDINATOR)).containsExactly(ofA);
        assertThat(casesOf(COORDINATOR_B)).containsExactly(ofB);
        assertThat(casesOf(MAYOR)).containsExactly(ofA);
        assertThat(in(() -> signals.list(as(COORDINATOR), Optional.empty(), Optional.empty(), 50))
                        .items())
                .extracting(SignalRow::id)
                .doesNotContain(waiting.id());
        assertThat(in(() -> signals.list(as(COORDINATOR_B), Optional.empty(), Optional.empty(), 50))
                        .items())
                .extracting(SignalRow::id)
                .contains(waiting.id());
        assertThat(isNamedInAList(COORDINATOR, ofB)).isFalse();
        assertThat(tasksOf(COORDINATOR)).contains(ofA).doesNotContain(ofB, waiting.caseId());
        assertThat(tasksOf(COORDINATOR_B)).contains(ofB, waiting.caseId()).doesNotContain(ofA);
        for (String who : List.of(COORDINATOR, COORDINATOR_B)) {
            assertThat(in(() -> workList.counts(as(who))).all())
                    .as("what one does not see is not counted either")
                    .isEqualTo(tasksOf(who).size());
        }
        NameSearch.Query name = new NameSearch.Query(Optional.of("Vandamme"), Optional.empty());
        assertThat(in(() -> subjects.find(as(COORDINATOR), name, "PREVENT_TERRORISM")))
                .isEmpty();
        assertThat(in(() -> subjects.find(as(COORDINATOR_B), name, "PREVENT_TERRORISM")))
                .isNotEmpty();
    }

    @Test
    void scenario_10_what_is_kept_or_was_erased_of_town_b_is_not_told_to_town_a() {
        Filed signal = in(() -> signalFlow.file(as(CLB_B), aSignalAbout("Lars", "Vandamme")));
        in(() -> signalFlow.assess(as(COORDINATOR_B), signal.id(), anAssessment(Assess.Outcome.NOT_RETAINED)));
        in(() -> signalFlow.assess(as(OFFICER), signal.id(), anAssessment(Assess.Outcome.NOT_RETAINED)));

        assertThat(keptSignalsOf(COORDINATOR_B)).containsExactly(signal.id());
        assertThat(keptSignalsOf(COORDINATOR)).isEmpty();
        assertThat(keptSignalsOf(MAYOR)).isEmpty();
        assertThat(keptSignalsOf(DPO)).containsExactly(signal.id());

        run(() -> erasureFlow.propose(as(COORDINATOR_B), signal.caseId()));
        run(() -> erasureFlow.approve(as(MAYOR_B), signal.caseId()));
        in(() -> erasureFlow.carryOut(as(DPO), signal.caseId()));

        assertThat(in(() -> certificates.all(as(COORDINATOR)))).isEmpty();
        assertThat(in(() -> certificates.all(as(COORDINATOR_B)))).hasSize(1);
        assertThat(in(() -> certificates.all(as(DPO)))).hasSize(1);
    }

    private List<SignalId> keptSignalsOf(String who) {
        return in(() -> erasureFlow.signalsInRetention(as(who))).stream()
                .map(ErasureFlow.KeptSignal::id)
                .toList();
    }

    @Test
    void scenario_10_unless_invited_then_exactly_the_item_and_what_is_told_there_is_seen() {
        CaseId ofB = aCaseOfTownB();
        ConsultationId consultation = in(() -> consultations.plan(
                as(COORDINATOR_B),
                new PlanConsultation(
                        LocalDate.now(clock),
                        Optional.empty(),
                        "Stadhuis van B",
                        bases.all().stream().map(LegalBasis::id).toList(),
                        mandate(MAYOR_B),
                        false)));
        in(() -> consultationFlow.putOnAgenda(
                as(COORDINATOR_B),
                consultation,
                new PutOnAgenda(
                        ofB,
                        "PREVENT_TERRORISM",
                        Optional.empty(),
                        List.of(mandate(MAYOR_B), mandate(COORDINATOR_B), mandate(OFFICER), mandate(COORDINATOR)))));
        clear(consultation, 1);

        assertThat(in(() -> consultationReading.open(as(COORDINATOR), consultation))
                        .items())
                .singleElement()
                .matches(item -> item.subject().isPresent());
        comesAndSigns(consultation, 1, MAYOR_B, COORDINATOR_B, OFFICER, COORDINATOR);
        run(() -> consultationFlow.open(as(MAYOR_B), consultation));
        says(COORDINATOR_B, consultation, 1, "Wat ook A mag horen");
        assertThat(seenBy(COORDINATOR, ofB).timeline())
                .extracting(piece -> piece.text())
                .containsExactly("Wat ook A mag horen");
        assertThatThrownBy(() -> in(() -> consultationReading.open(as(MAYOR), consultation))
                        .items()
                        .get(0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(isNamedInAList(COORDINATOR, ofB)).as("having been there").isTrue();
        assertThat(isNamedInAList(COORDINATOR_B, ofB)).isTrue();
        assertThat(isNamedInAList(MAYOR, ofB)).isFalse();
    }

    @Test
    void who_acts_for_all_towns_sees_all_and_a_case_can_be_said_to_be_of_another_town() {
        CaseId ofB = aCaseOfTownB();
        assertThat(seenBy(COORDINATOR_B, ofB).number()).isNotBlank();
        assertThatThrownBy(() -> run(() -> towns.caseIsOf(as(COORDINATOR), ofB.value(), Optional.of(TOWN_A))))
                .hasMessage("not-found");

        run(() -> towns.caseIsOf(as(COORDINATOR_B), ofB.value(), Optional.of(TOWN_A)));

        assertThat(seenBy(COORDINATOR, ofB).subject()).isPresent();
        assertThatThrownBy(() -> seenBy(COORDINATOR_B, ofB)).hasMessage("not-found");
        run(() -> towns.actsFor(as(ADMINISTRATOR), mandate(COORDINATOR_B), Set.of()));
        assertThat(seenBy(COORDINATOR_B, ofB).subject()).isPresent();
        assertThatThrownBy(() -> run(() -> towns.actsFor(as(COORDINATOR), mandate(COORDINATOR), Set.of())))
                .hasMessage("forbidden");
        assertThatThrownBy(() -> run(() -> towns.actsFor(as(ADMINISTRATOR), mandate(MAYOR), Set.of("11002"))))
                .hasMessage("not-of-this-cell");
    }

    private boolean isNamedInAList(String who, CaseId id) {
        return in(() -> cases.labels(as(who), List.of(id))).get(id).subject().isPresent();
    }

    private List<CaseId> casesOf(String who) {
        return in(() -> cases.list(as(who), Optional.empty(), Optional.empty(), 50)).items().stream()
                .map(CaseRow::id)
                .toList();
    }

    private List<CaseId> tasksOf(String who) {
        return in(() -> workList.tasks(as(who), TaskFilter.ALL, Optional.empty(), 50)).items().stream()
                .map(item -> new CaseId(item.task().caseId()))
                .toList();
    }
}

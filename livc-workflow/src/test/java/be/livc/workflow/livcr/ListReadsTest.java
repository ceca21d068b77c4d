package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Goal;
import be.livc.consultation.ConsultationId;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ledger holds of a list that somebody read: an entry for each reason, with the cases that they see for it. */
class ListReadsTest extends CaseTest {

    @Test
    void a_list_is_recorded_under_each_reason_with_the_cases_that_are_seen_for_it() {
        CaseId heard = aListedCase();
        ConsultationId held = anOpenConsultation(heard, OCMW);
        says(OCMW, held, 1, "Hij komt naar het spreekuur");
        run(() -> consultationFlow.close(as(COORDINATOR), held));
        CaseId assigned = aListedCase();
        anOpenConsultation(assigned, CLB);
        run(() -> caseFlow.changePlan(
                as(COORDINATOR),
                assigned,
                new ChangePlan(
                        List.of(new Goal("SCHOOL", "Naar de les")),
                        List.of(new PlannedMeasure(
                                Optional.empty(), "Elke week een gesprek", mandate(OCMW), LocalDate.now(clock))),
                        LocalDate.now(clock).plusMonths(1),
                        Optional.empty())));

        in(() -> cases.list(as(OCMW), Optional.empty(), Optional.empty(), 50));

        assertThat(listsRead(OCMW, heard)).containsExactly(Why.PRESENT.name());
        assertThat(listsRead(OCMW, assigned)).containsExactly(Why.MEASURE_OWNER.name());
    }

    @Test
    void the_list_of_the_coordinator_has_one_reason_and_one_entry() {
        CaseId heard = aListedCase();
        ConsultationId held = anOpenConsultation(heard, OCMW);
        says(OCMW, held, 1, "Hij komt naar het spreekuur");
        List<CaseId> listed = List.of(heard, aListedCase());

        in(() -> cases.list(as(COORDINATOR), Optional.empty(), Optional.empty(), 50));

        assertThat(listed).allSatisfy(id -> assertThat(listsRead(COORDINATOR, id))
                .containsExactly(Why.COORDINATOR_OF_CELL.name()));
        assertThat(entries(lists(COORDINATOR))).hasSize(1);
    }

    @Test
    void an_empty_list_is_recorded_too() {
        in(() -> cases.list(as(CLB), Optional.empty(), Optional.empty(), 50));

        assertThat(entries(lists(CLB)))
                .singleElement()
                .matches(read -> read.entry().flatMap(Entry::why).isEmpty());
    }

    private LedgerFilter lists(String who) {
        return LedgerFilter.all().of(Action.READ).under(mandate(who).value()).on("cases");
    }

    private List<String> listsRead(String who, CaseId id) {
        return in(() -> ledger.listsThatShowed(id.value())).stream()
                .flatMap(read -> read.entry().stream())
                .filter(read -> read.object().id().equals("cases")
                        && read.actor()
                                .mandate()
                                .equals(Optional.of(mandate(who).value())))
                .flatMap(read -> read.why().stream())
                .toList();
    }
}

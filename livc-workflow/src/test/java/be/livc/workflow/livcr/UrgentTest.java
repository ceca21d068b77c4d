package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.MandateId;
import be.livc.consultation.Ballots;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Decide;
import be.livc.consultation.FeedbackSheets;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.Room;
import be.livc.consultation.Tasks;
import be.livc.consultation.Urgency;
import be.livc.law.LegalBasis;
import be.livc.platform.Refusal;
import be.livc.testing.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenario 12: a threat tonight. */
class UrgentTest extends CaseTest {

    @Autowired
    Urgency urgency;

    @Autowired
    Tasks tasks;

    @Autowired
    Ballots ballots;

    @Autowired
    FeedbackSheets sheets;

    @Autowired
    Room room;

    @Test
    void an_urgent_meeting_ratifies_no_other() {
        ConsultationId first = anUrgentConsultation(aListedCase());
        ConsultationId second = anUrgentConsultation(aListedCase());
        for (ConsultationId urgent : List.of(first, second)) {
            comesAndSigns(urgent, 1, MAYOR, CLB);
            run(() -> consultationFlow.open(as(MAYOR), urgent));
        }
        run(() -> consultationFlow.close(as(MAYOR), first));

        assertThatThrownBy(() -> run(() -> urgency.decide(as(MAYOR), second, first, Urgency.Outcome.RATIFIED)))
                .hasMessage("not-ordinary");
        assertThat(in(() -> urgency.outcomeOf(first))).isEmpty();
    }

    @Test
    void scenario_12_without_the_mandatory_functions_only_tasks_are_set_and_the_next_meeting_ratifies() {
        CaseId caseId = aListedCase();
        ConsultationId urgent = anUrgentConsultation(caseId);
        assertThatThrownBy(() -> run(() -> consultationFlow.open(as(MAYOR), urgent)))
                .satisfies(refused -> assertThat(((Refusal) refused).reasons())
                        .extracting(Refusal.Reason::code)
                        .contains("urgent-chair-missing", "urgent-quorum-missing"));

        comesAndSigns(urgent, 1, MAYOR, CLB);
        run(() -> consultationFlow.open(as(MAYOR), urgent));

        assertThatThrownBy(() -> says(CLB, urgent, 1, "Hij dreigt")).hasMessage("quorum-missing");
        assertThatThrownBy(() -> in(() -> meeting.decide(as(MAYOR), urgent, 1, new Decide("Schorsing", Map.of()))))
                .satisfies(refused -> assertThat(((Refusal) refused).reasons())
                        .extracting(Refusal.Reason::code)
                        .contains("quorum-missing", "only-tasks"));
        in(() -> tasks.set(as(MAYOR), urgent, 1, aTaskFor(CLB, "Het CLB belt vanavond de ouders")));
        assertThat(tasksSeenBy(CLB, caseId)).containsExactly("Het CLB belt vanavond de ouders");
        assertThatThrownBy(() -> seenBy(OCMW, caseId)).hasMessage("not-found");
        run(() -> consultationFlow.close(as(MAYOR), urgent));
        assertThat(in(() -> urgency.pending())).singleElement().matches(one -> one.id()
                .equals(urgent));

        ConsultationId next = anOpenConsultation(aListedCase(), CLB);
        run(() -> urgency.decide(as(MAYOR), next, urgent, Urgency.Outcome.RATIFIED));

        assertThat(in(() -> urgency.outcomeOf(urgent))).contains(Urgency.Outcome.RATIFIED);
        assertThatThrownBy(() -> run(() -> urgency.decide(as(MAYOR), next, urgent, Urgency.Outcome.VOID)))
                .hasMessage("nothing-to-ratify");
    }

    @Test
    void what_the_next_meeting_does_not_ratify_is_void_when_it_closes() {
        ConsultationId urgent = anUrgentConsultation(aListedCase());
        comesAndSigns(urgent, 1, MAYOR, CLB);
        run(() -> consultationFlow.open(as(MAYOR), urgent));
        run(() -> consultationFlow.close(as(MAYOR), urgent));
        assertThat(in(() -> urgency.outcomeOf(urgent))).isEmpty();

        ConsultationId next = anOpenConsultation(aListedCase(), CLB);
        run(() -> consultationFlow.close(as(MAYOR), next));

        assertThat(in(() -> urgency.outcomeOf(urgent))).contains(Urgency.Outcome.VOID);
    }

    @Test
    void ratifying_cures_nothing_what_could_not_be_told_or_decided_is_not_there_and_no_sheet_tells_of_it() {
        CaseId caseId = aListedCase();
        ConsultationId urgent = anUrgentConsultation(caseId);
        comesAndSigns(urgent, 1, MAYOR, CLB);
        run(() -> consultationFlow.open(as(MAYOR), urgent));
        assertThatThrownBy(() -> run(() -> ballots.putToVote(as(MAYOR), urgent, 1, "Schorsing")))
                .hasMessage("quorum-missing");
        in(() -> tasks.set(as(MAYOR), urgent, 1, aTaskFor(CLB, "Het CLB belt vanavond de ouders")));
        run(() -> consultationFlow.close(as(MAYOR), urgent));

        ConsultationId next = anOpenConsultation(aListedCase(), CLB);
        run(() -> urgency.decide(as(MAYOR), next, urgent, Urgency.Outcome.RATIFIED));

        assertThat(in(() -> consultationReading.open(as(COORDINATOR), urgent)).items())
                .singleElement()
                .matches(
                        item -> item.disclosures().isEmpty() && item.decisions().isEmpty());
        assertThatThrownBy(() ->
                        in(() -> sheets.draft(as(COORDINATOR), urgent, 1, Optional.empty(), "Er was een spoedoverleg")))
                .hasMessage("nothing-told");
    }

    @Test
    void scenario_12_goals_of_a_plan_are_heard_by_nobody_while_a_function_lacks_and_by_the_room_once_it_is_there() {
        CaseId caseId = aListedCase();
        ConsultationId urgent = anUrgentConsultation(caseId);
        comesAndSigns(urgent, 1, MAYOR, CLB);
        run(() -> consultationFlow.open(as(MAYOR), urgent));
        assertThat(in(() -> consultationReading.open(as(CLB), urgent)).onlyTasks())
                .isTrue();
        assertThat(in(() -> room.hearing(caseId))).isEmpty();

        comesAndSigns(urgent, 1, COORDINATOR, OFFICER);

        assertThat(in(() -> consultationReading.open(as(CLB), urgent)).onlyTasks())
                .isFalse();
        assertThat(in(() -> room.hearing(caseId)))
                .containsExactlyInAnyOrder(mandate(MAYOR), mandate(CLB), mandate(COORDINATOR), mandate(OFFICER));
        in(() -> meeting.decide(as(MAYOR), urgent, 1, new Decide("De school volgt hem op", Map.of())));
    }

    @Test
    void a_task_is_for_somebody_of_this_cell() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);
        Tasks.Task task = new Tasks.Task("Vanavond bellen", new MandateId(UUID.randomUUID()), LocalDate.now(clock));

        assertThatThrownBy(() -> in(() -> tasks.set(as(MAYOR), consultation, 1, task)))
                .satisfies(Refused.only("unknown-mandate", "owner"));
    }

    private Tasks.Task aTaskFor(String who, String what) {
        return new Tasks.Task(what, mandate(who), LocalDate.now(clock).plusDays(1));
    }

    private List<String> tasksSeenBy(String who, CaseId caseId) {
        return seenBy(who, caseId).plan().orElseThrow().measures().stream()
                .map(CaseView.MeasureView::what)
                .toList();
    }

    private ConsultationId anUrgentConsultation(CaseId caseId) {
        ConsultationId urgent = in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(
                        LocalDate.now(clock),
                        Optional.empty(),
                        "Op afstand",
                        bases.all().stream().map(LegalBasis::id).toList(),
                        mandate(MAYOR),
                        true)));
        onTheAgenda(urgent, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        clear(urgent, 1);
        return urgent;
    }
}

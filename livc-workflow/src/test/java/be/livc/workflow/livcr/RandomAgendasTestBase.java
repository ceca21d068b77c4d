package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Replanning;
import be.livc.platform.Refusal;
import be.livc.workflow.engine.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A cell in which cases go on and off agendas at random, embargoes fall on them and are lifted, consultations move, open, close and
 * are called off, cases are offered to another cell and taken back, and weeks pass. Whatever happened: a consultation opens when
 * nothing is said to be missing, what waits for a meeting is on its agenda, and every case can be brought to its end.
 * {@code -Dlivc.random.walks=…}.
 */
abstract class RandomAgendasTestBase extends RandomCasesTestBase {

    private static final int WALKS = Integer.getInteger("livc.random.walks", 6);
    private static final int STEPS = 40;
    private static final int MEETINGS = 2;

    @Autowired
    Replanning replanning;

    private List<CaseId> caseIds;
    private List<ConsultationId> meetings;

    /** Founds the cells of a walk. */
    abstract void found();

    /** The cases of a walk: some that were never discussed, and one that is followed up. */
    abstract List<CaseId> someCases();

    /** What else happens in such a cell, one thing at random. */
    abstract void happensElse();

    /** Ends what else happened, so that nothing of it stands in the way. */
    abstract void endsElse();

    @Test
    void every_case_can_be_brought_to_its_end_whatever_became_of_its_agendas() {
        Instant before = clock.instant();
        for (int walk = 0; walk < WALKS; walk++) {
            acts.begin(458 + walk);
            clock.set(before);
            meetings = new ArrayList<>();
            found();
            caseIds = someCases();
            caseIds.forEach(caseId -> onTheAgenda(aMeeting(), caseId, everyone()));
            for (int step = 0; step < STEPS; step++) {
                takeStep();
                clock.advance(Duration.ofMinutes(1));
                agendasAndProcessesAgree("walk %d, step %d: %s".formatted(walk, step, acts.happened()));
            }
            everythingEnds("walk " + walk);
        }
        System.out.println("on and off agendas: " + acts.happened());
        assertThat(acts.happened()).containsKeys("open", "embargo", "lift", "call off", "take off", "put on");
    }

    private void takeStep() {
        switch (acts.below(24)) {
            case 0, 1, 2, 3 -> acts.attempt("put on", () -> onTheAgenda(aMeeting(), acts.oneOf(caseIds), everyone()));
            case 4, 5, 6, 7 -> acts.attempt("clear", this::clearAll);
            case 8, 9 -> acts.attempt("embargo", this::embargoAtCheck);
            case 10 -> acts.attempt("embargo outside a check", () -> layAnEmbargo(aCase()));
            case 11, 12 -> acts.attempt("lift", this::liftAnEmbargo);
            case 13 -> acts.attempt("take off", this::takeOff);
            case 14 ->
                acts.attempt(
                        "call off", () -> done(() -> consultationFlow.callOff(as(COORDINATOR), aMeetingWithCases())));
            case 15 -> acts.attempt("move", this::move);
            case 16, 17, 18 -> acts.attempt("open", () -> open(aMeetingWithCases()));
            case 19, 20 ->
                acts.attempt("close", () -> done(() -> consultationFlow.close(as(COORDINATOR), aMeetingWithCases())));
            default -> other();
        }
    }

    private void other() {
        switch (acts.below(6)) {
            case 0 -> acts.attempt("plan", () -> done(() -> caseFlow.changePlan(as(COORDINATOR), aCase(), aPlan())));
            case 1 -> {
                clock.advance(Duration.ofDays(acts.below(30)));
                Timers.strike(engine, clock, cell.id());
            }
            default -> happensElse();
        }
    }

    CaseId aCase() {
        return acts.oneOf(caseIds);
    }

    List<CaseId> caseIds() {
        return caseIds;
    }

    ChangePlan aPlan() {
        return new ChangePlan(List.of(), List.of(), LocalDate.now(clock).plusMonths(1), Optional.empty());
    }

    /** One that is not over; a new one where there are few. */
    private ConsultationId aMeeting() {
        List<ConsultationId> going = going();
        if (going.size() < MEETINGS) {
            going.add(planned());
            meetings.add(going.get(going.size() - 1));
        }
        return acts.oneOf(going);
    }

    /** One that is not over, with something on its agenda where there is such a one. */
    private ConsultationId aMeetingWithCases() {
        List<ConsultationId> withCases = new ArrayList<>(going());
        withCases.removeIf(one -> itemsOf(one).isEmpty());
        return withCases.isEmpty() ? aMeeting() : acts.oneOf(withCases);
    }

    private List<ConsultationId> going() {
        List<ConsultationId> going = new ArrayList<>(meetings);
        going.removeIf(one -> isOver(seen(one).state()));
        return going;
    }

    private ConsultationView seen(ConsultationId meeting) {
        return in(() -> consultationReading.open(as(COORDINATOR), meeting));
    }

    private static boolean isOver(String state) {
        return state.equals("CLOSED") || state.equals("CALLED_OFF");
    }

    /** The agenda as its officer sees it; without cases they are not invited to anything. */
    private List<ConsultationView.Item> itemsOf(ConsultationId meeting) {
        return seen(meeting).items().isEmpty()
                ? List.of()
                : in(() -> consultationReading.open(as(officer()), meeting)).items();
    }

    private boolean clearAll() {
        ConsultationId meeting = aMeetingWithCases();
        List<Integer> pending = itemsOf(meeting).stream()
                .filter(item -> item.conflict().equals("PENDING"))
                .map(ConsultationView.Item::n)
                .toList();
        pending.forEach(n -> clear(meeting, n));
        return pending.isEmpty();
    }

    @Override
    void clear(ConsultationId meeting, int n) {
        run(() -> consultationFlow.checkConflict(as(officer()), meeting, n, noConflict()));
    }

    private boolean embargoAtCheck() {
        ConsultationId meeting = aMeetingWithCases();
        int n = acts.oneOf(itemsOf(meeting)).n();
        ConflictCheck embargo = new ConflictCheck(
                ConflictCheck.Outcome.EMBARGO,
                Optional.of("notitie 12"),
                Optional.of(today().plusDays(30)),
                acts.below(2) == 0 ? ConflictCheck.Scope.CASE : ConflictCheck.Scope.ITEM);
        return done(() -> consultationFlow.checkConflict(as(officer()), meeting, n, embargo));
    }

    private boolean layAnEmbargo(CaseId caseId) {
        return done(() -> embargoFlow.lay(as(officer()), embargoOn(ObjectType.CASE, caseId.value())));
    }

    private boolean takeOff() {
        ConsultationId meeting = aMeetingWithCases();
        int n = acts.oneOf(itemsOf(meeting)).n();
        return done(() -> consultationFlow.takeOff(as(COORDINATOR), meeting, n));
    }

    private boolean move() {
        LocalDate day = today().plusDays(acts.below(3));
        return done(() -> replanning.change(as(COORDINATOR), aMeetingWithCases(), on(day)));
    }

    /** Everyone comes and signs; then it opens if its screen says that nothing is missing, and does not otherwise. */
    private boolean open(ConsultationId meeting) {
        ConsultationView seen = seen(meeting);
        seen.items().stream()
                .filter(item -> !item.suspended() && !item.standsStill())
                .forEach(item -> comesAndSigns(meeting, item.n(), everyone()));
        List<Refusal.Reason> missing =
                in(() -> consultationReading.open(as(COORDINATOR), meeting)).missing();
        boolean planned = seen.state().equals("PLANNED");
        try {
            run(() -> consultationFlow.open(as(opener()), meeting));
        } catch (Refusal refused) {
            assertThat(planned && missing.isEmpty())
                    .as("nothing was missing, and it did not open: %s", refused)
                    .isFalse();
            throw refused;
        }
        assertThat(missing).isEmpty();
        return true;
    }

    private void agendasAndProcessesAgree(String when) {
        for (CaseId caseId : caseIds) {
            Set<String> open = in(() -> processes.open(caseId.value()));
            assertThat(open).as(when).isNotEmpty();
            boolean awaits = in(() -> consultations.isToDiscuss(caseId));
            boolean waits = open.contains("checkConflict") || open.contains("openConsultation");
            if (waits) {
                assertThat(awaits)
                        .as("%s: a case waits for a meeting, %s", when, open)
                        .isTrue();
            }
            if (awaits) {
                assertThat(open)
                        .as("%s: a meeting is to discuss a case", when)
                        .containsAnyOf("checkConflict", "openConsultation", "reviewEmbargo");
            }
        }
    }

    /** Brings everything to its end by the usual way: nothing may stand in the way of it. */
    private void everythingEnds(String walk) {
        liftEveryEmbargo();
        endsElse();
        meetings.forEach(this::heldAndClosed);
        for (CaseId caseId : caseIds) {
            if (in(() -> processes.isOpen(caseId.value(), "planConsultation"))) {
                ConsultationId last = planned();
                onTheAgenda(last, caseId, everyone());
                heldAndClosed(last);
            }
            acts.insist(() -> in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", "")));
            assertThat(seenBy(COORDINATOR, caseId).phase()).as(walk).isEqualTo("CLOSED");
        }
    }

    void heldAndClosed(ConsultationId meeting) {
        ConsultationView seen = seen(meeting);
        if (seen.state().equals("PLANNED")) {
            if (seen.items().isEmpty()) {
                run(() -> consultationFlow.callOff(as(COORDINATOR), meeting));
                return;
            }
            run(() -> replanning.change(as(COORDINATOR), meeting, on(today())));
            seen.items().stream()
                    .filter(item -> item.conflict().equals("PENDING"))
                    .forEach(item -> clear(meeting, item.n()));
            open(meeting);
        }
        if (!isOver(seen.state())) {
            run(() -> consultationFlow.close(as(COORDINATOR), meeting));
        }
    }

    /** A case on whose consultation followed a plan. */
    CaseId followedUp(CaseId caseId) {
        ConsultationId first = planned();
        onTheAgenda(first, caseId, everyone());
        clock.advance(Duration.ofHours(1));
        heldAndClosed(first);
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan()));
        return caseId;
    }
}

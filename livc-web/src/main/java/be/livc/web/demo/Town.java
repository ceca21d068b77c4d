package be.livc.web.demo;

import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Goal;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.casefile.Measures;
import be.livc.casefile.RiskAssessments.RecordOutcome;
import be.livc.casefile.Trainings.RecordTraining;
import be.livc.cell.Actor;
import be.livc.platform.Belgium;
import be.livc.rights.ErasureReason;
import be.livc.signal.Assess;
import be.livc.signal.Assess.Answer;
import be.livc.signal.Assess.Outcome;
import be.livc.signal.Filed;
import be.livc.workflow.livcr.ListingFlow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The acts of the people of a demo cell, in the words of the stories. Each is done by the person whose act it is, by key;
 * the coordinator records for those without an account.
 */
final class Town {

    static final String COORDINATOR = "coordinator";
    static final String MAYOR = "burgemeester";
    static final String OFFICER = "io";

    static final LocalTime MORNING = LocalTime.of(10, 0);
    static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private static final String PURPOSE = "PREVENT_TERRORISM";

    /** Why a case of the demo is erased before its term is over. */
    private static final ErasureReason NOT_NEEDED = new ErasureReason("NO_LONGER_NEEDED", Optional.empty());

    private static final List<String> CRITERIA = List.of(
            "CHANGED_BEHAVIOUR",
            "ISOLATION",
            "EXTREMIST_NETWORK",
            "GLORIFIES_VIOLENCE",
            "PROPAGANDA",
            "INTENT",
            "CAPACITY",
            "VULNERABILITY");

    private final Doors doors;
    private final Cast cast;
    private final LocalDate today;

    /** Its people, on a day from which the stories count back and ahead. */
    Town(Doors doors, Cast cast, LocalDate today) {
        this.doors = doors;
        this.cast = cast;
        this.today = today;
    }

    Doors doors() {
        return doors;
    }

    Cast cast() {
        return cast;
    }

    LocalDate ago(int days) {
        return today.minusDays(days);
    }

    LocalDate ahead(int days) {
        return today.plusDays(days);
    }

    /** This time of this day, by the clocks of Belgium. */
    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Belgium.TIME).toInstant();
    }

    /** This day, or the first on which people work after it. */
    static LocalDate working(LocalDate day) {
        return WorkingDays.after(day, 0);
    }

    /** The story goes on at this time of this day, or of the first on which people work, unless it is there already. */
    void turnTo(LocalDate day, LocalTime time) {
        doors.clock().turnTo(at(working(day), time));
    }

    /** The story goes on in the morning of the working day after. */
    void sleep() {
        turnTo(LocalDate.now(doors.clock()).plusDays(1), MORNING);
    }

    /** A birthday of somebody who is this many years old today. */
    LocalDate aged(int years) {
        return today.minusYears(years).minusDays(70);
    }

    /** Does an act as this person. Each begins like a request: with nothing loaded, and all before it written. */
    <T> T as(String who, Function<Actor, T> act) {
        T done = act.apply(cast.actor(who));
        doors.changes().flush();
        doors.changes().clear();
        doors.clock().pass();
        return done;
    }

    void does(String who, Consumer<Actor> act) {
        as(who, actor -> {
            act.accept(actor);
            return Boolean.TRUE;
        });
    }

    /** Who acts for this person: themselves, or the coordinator where they have no account. */
    String handOf(String who) {
        return cast.signsIn(who) ? who : COORDINATOR;
    }

    /** Somebody reports it in the afternoon of the last day that it tells of. */
    Filed signal(String reporter, Telling told) {
        turnTo(told.lastDay(), AFTERNOON);
        return as(reporter, actor -> doors.signals().file(actor, told.asSignal()));
    }

    /** One assessor's weighing: these criteria are met, the others are not. */
    void weighs(String assessor, Filed signal, Outcome outcome, String reason, String... met) {
        Map<String, Answer> answers = new HashMap<>();
        CRITERIA.forEach(code -> answers.put(code, Set.of(met).contains(code) ? Answer.YES : Answer.NO));
        does(assessor, actor -> doors.signals()
                .assess(actor, signal.id(), new Assess(answers, outcome, reason, Optional.empty())));
    }

    /** Both assessors retain it, the day after. */
    void retain(Filed signal, String coordinatorsReason, String officersReason, String... met) {
        sleep();
        weighs(COORDINATOR, signal, Outcome.RETAINED, coordinatorsReason, met);
        turnTo(LocalDate.now(doors.clock()), AFTERNOON);
        weighs(OFFICER, signal, Outcome.RETAINED, officersReason, met);
    }

    /** The mayor puts it on the case list, the day after. */
    CaseId list(Filed signal, String purpose, String necessity) {
        sleep();
        does(MAYOR, actor -> doors.listing()
                .decide(
                        actor,
                        signal.id(),
                        new ListingFlow.Decide(
                                ListingFlow.Decision.LIST,
                                PURPOSE,
                                Optional.of(purpose),
                                necessity,
                                Optional.empty())));
        return signal.caseId();
    }

    PlannedMeasure measure(String owner, LocalDate due, String what) {
        return new PlannedMeasure(Optional.empty(), what, cast.mandate(owner), due);
    }

    /** The same measure, for one of the goals. */
    PlannedMeasure serving(Goal goal, PlannedMeasure measure) {
        return new PlannedMeasure(measure.id(), measure.what(), measure.owner(), measure.due(), Optional.of(goal.id()));
    }

    /** Somebody was trained for a tool, and has assessed with it: on these days, with these outcomes. */
    void assessed(CaseId id, String assessor, Map<LocalDate, String> outcomes) {
        does(COORDINATOR, actor -> doors.trainings()
                .record(
                        actor,
                        new RecordTraining(
                                cast.mandate(assessor),
                                "VERA_2R",
                                "Attest DEMO-31 (fictief)",
                                ago(400),
                                Optional.empty())));
        outcomes.forEach((day, outcome) -> does(COORDINATOR, actor -> doors.riskAssessments()
                .record(actor, id, new RecordOutcome("VERA_2R", "2.1", cast.mandate(assessor), day, outcome))));
    }

    void plan(CaseId id, LocalDate review, List<Goal> goals, PlannedMeasure... measures) {
        does(COORDINATOR, actor -> doors.cases()
                .changePlan(actor, id, new ChangePlan(goals, List.of(measures), working(review), Optional.empty())));
    }

    /** The owner of a case's only measure tells how it goes. */
    void progress(CaseId id, String owner, MeasureState state, String text) {
        does(handOf(owner), actor -> doors.cases().report(actor, id, measureOf(id, owner), text, state));
    }

    private MeasureId measureOf(CaseId id, String owner) {
        return doors.measures().dueOf(cast.mandate(owner)).stream()
                .filter(measure -> measure.caseId().equals(id))
                .map(Measures.DueMeasure::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owner + " has no measure to carry out"));
    }

    void close(CaseId id, String ground, String aftercare) {
        does(COORDINATOR, actor -> doors.cases().close(actor, id, ground, aftercare));
    }

    void decideErasure(CaseId id) {
        does(COORDINATOR, actor -> doors.erasures().propose(actor, id, Optional.of(NOT_NEEDED)));
        does(MAYOR, actor -> doors.erasures().approve(actor, id));
    }
}

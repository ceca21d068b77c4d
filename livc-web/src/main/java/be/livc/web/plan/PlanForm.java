package be.livc.web.plan;

import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.casefile.GoalId;
import be.livc.casefile.GoalState;
import be.livc.casefile.MeasureId;
import be.livc.cell.MandateId;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a plan holds, as it was typed.
 *
 * @param version the version that it was made on; empty for a first plan
 */
record PlanForm(List<GoalRow> goals, List<MeasureRow> measures, String reviewDate, String version) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** A goal as typed; a row that a script added may have no id yet. */
    record GoalRow(String id, String domain, String goal, String state) {

        GoalRow {
            id = Typed.text(id).isEmpty() ? Ids.next().toString() : Typed.text(id);
            state = Typed.text(state).isEmpty() ? GoalState.OPEN.name() : Typed.text(state);
            domain = Typed.text(domain);
            goal = Typed.text(goal);
        }

        boolean isBlank() {
            return domain.isEmpty() && goal.isEmpty();
        }
    }

    /** A measure as typed; without an id a new one. */
    record MeasureRow(String id, String what, String owner, String due, String goal, String offer) {

        MeasureRow {
            id = Typed.text(id);
            what = Typed.text(what);
            owner = Typed.text(owner);
            due = Typed.text(due);
            goal = Typed.text(goal);
            offer = Typed.text(offer);
        }

        boolean isBlank() {
            return id.isEmpty() && what.isEmpty() && owner.isEmpty() && due.isEmpty();
        }
    }

    PlanForm {
        goals = rows(goals);
        measures = rows(measures);
        reviewDate = Typed.text(reviewDate);
        version = Typed.text(version);
    }

    private static <T> List<T> rows(@Nullable List<T> sent) {
        return sent == null ? List.of() : List.copyOf(sent);
    }

    static PlanForm of(CaseView view) {
        return view.plan()
                .map(plan -> new PlanForm(
                        plan.goals().stream()
                                .map(goal -> new GoalRow(
                                        goal.id().toString(),
                                        goal.domain(),
                                        goal.goal(),
                                        goal.state().name()))
                                .toList(),
                        plan.measures().stream()
                                .map(measure -> new MeasureRow(
                                        measure.id().toString(),
                                        measure.what(),
                                        measure.owner().toString(),
                                        measure.due().toString(),
                                        measure.goal().map(GoalId::toString).orElse(""),
                                        measure.offer().orElse("")))
                                .toList(),
                        plan.reviewDate().toString(),
                        Integer.toString(plan.version())))
                .orElseGet(() -> new PlanForm(List.of(noGoal()), List.of(noMeasure()), "", ""));
    }

    private static GoalRow noGoal() {
        return new GoalRow("", "", "", "");
    }

    private static MeasureRow noMeasure() {
        return new MeasureRow("", "", "", "", "", "");
    }

    /** Without the rows that are wholly blank: what is found in it is told of the row that it stands in. */
    PlanForm filled() {
        return new PlanForm(
                goals.stream().filter(row -> !row.isBlank()).toList(),
                measures.stream().filter(row -> !row.isBlank()).toList(),
                reviewDate,
                version);
    }

    PlanForm withOneMoreGoal() {
        List<GoalRow> more = new ArrayList<>(goals);
        more.add(noGoal());
        return new PlanForm(more, measures, reviewDate, version);
    }

    PlanForm withoutGoal(int index) {
        return new PlanForm(without(goals, index), measures, reviewDate, version);
    }

    PlanForm withOneMoreMeasure() {
        List<MeasureRow> more = new ArrayList<>(measures);
        more.add(noMeasure());
        return new PlanForm(goals, more, reviewDate, version);
    }

    PlanForm withoutMeasure(int index) {
        return new PlanForm(goals, without(measures, index), reviewDate, version);
    }

    /** Whether it was written while there was no plan yet. */
    boolean isFirst() {
        return version.isEmpty();
    }

    /** The goals that a measure can be linked to, as its select shows them. */
    List<Choice> goalChoices() {
        List<Choice> choices = new ArrayList<>();
        for (GoalRow row : goals) {
            String number = Integer.toString(choices.size() + 1);
            choices.add(new Choice(row.id(), row.goal().isEmpty() ? number : number + ". " + row.goal()));
        }
        return choices;
    }

    private static <T> List<T> without(List<T> rows, int index) {
        List<T> rest = new ArrayList<>(rows);
        if (index >= 0 && index < rest.size()) {
            rest.remove(index);
        }
        return rest;
    }

    /**
     * What cannot even be read, and each new or changed day that has passed: of a measure that is late the day may stay, but
     * nobody can still do something by a day that is over, and a case does not come back on it.
     *
     * @param stored the plan as it is kept now
     */
    List<Refusal.Reason> problems(PlanForm stored, LocalDate today) {
        Reading reading = new Reading();
        for (int i = 0; i < measures.size(); i++) {
            MeasureRow row = measures.get(i);
            String field = "measures[" + i + "].";
            reading.present(field + "what", row.what());
            reading.present(field + "owner", row.owner());
            LocalDate due = reading.day(field + "due", row.due());
            reading.unless(!isOver(due, today) || stored.hasMeasureDue(row), field + "due", "in-the-past");
        }
        for (int i = 0; i < goals.size(); i++) {
            GoalRow row = goals.get(i);
            String field = "goals[" + i + "].";
            reading.present(field + "goal", row.goal());
            reading.present(field + "domain", row.domain());
        }
        LocalDate review = reading.day("reviewDate", reviewDate);
        reading.unless(!isOver(review, today) || reviewDate.equals(stored.reviewDate), "reviewDate", "in-the-past");
        return reading.problems();
    }

    /** What could not be read is told as such alone. */
    private static boolean isOver(LocalDate day, LocalDate today) {
        return !day.equals(LocalDate.EPOCH) && day.isBefore(today);
    }

    private boolean hasMeasureDue(MeasureRow row) {
        return measures.stream()
                .anyMatch(own -> own.id().equals(row.id()) && own.due().equals(row.due()));
    }

    ChangePlan command() {
        return new ChangePlan(
                goals.stream()
                        .map(row -> new Goal(
                                new GoalId(uuid(row.id())),
                                row.domain(),
                                row.goal(),
                                Typed.code(GoalState.class, row.state()).orElse(GoalState.OPEN)))
                        .toList(),
                measures.stream().map(this::measure).toList(),
                Typed.date(reviewDate).orElse(LocalDate.EPOCH),
                Optional.of(Typed.number(version).orElse(-1)));
    }

    private ChangePlan.PlannedMeasure measure(MeasureRow row) {
        return new ChangePlan.PlannedMeasure(
                Typed.some(row.id()).map(id -> new MeasureId(uuid(id))),
                row.what(),
                new MandateId(uuid(row.owner())),
                Typed.date(row.due()).orElse(LocalDate.EPOCH),
                Typed.some(row.goal()).map(id -> new GoalId(uuid(id))).filter(this::keeps),
                Typed.some(row.offer()));
    }

    /** A goal that was left out takes its links along. */
    private boolean keeps(GoalId id) {
        return goals.stream().anyMatch(row -> row.id().equals(id.toString()));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return NOBODY;
        }
    }

    @Override
    public String toString() {
        return "•••";
    }
}

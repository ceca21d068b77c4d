package be.livc.web.plan;

import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.casefile.MeasureId;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a plan holds, as it was typed.
 *
 * @param version the version that it was made on; empty for a first plan
 */
record PlanForm(List<GoalRow> goals, List<MeasureRow> measures, String reviewDate, String version) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** A goal as typed. */
    record GoalRow(String domain, String goal) {

        GoalRow {
            domain = Typed.text(domain);
            goal = Typed.text(goal);
        }

        boolean isBlank() {
            return domain.isEmpty() && goal.isEmpty();
        }
    }

    /** A measure as typed; without an id a new one. */
    record MeasureRow(String id, String what, String owner, String due) {

        MeasureRow {
            id = Typed.text(id);
            what = Typed.text(what);
            owner = Typed.text(owner);
            due = Typed.text(due);
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
                                .map(goal -> new GoalRow(goal.domain(), goal.goal()))
                                .toList(),
                        plan.measures().stream()
                                .map(measure -> new MeasureRow(
                                        measure.id().toString(),
                                        measure.what(),
                                        measure.owner().toString(),
                                        measure.due().toString()))
                                .toList(),
                        plan.reviewDate().toString(),
                        Integer.toString(plan.version())))
                .orElseGet(() ->
                        new PlanForm(List.of(new GoalRow("", "")), List.of(new MeasureRow("", "", "", "")), "", ""));
    }

    PlanForm withOneMoreGoal() {
        List<GoalRow> more = new ArrayList<>(goals);
        more.add(new GoalRow("", ""));
        return new PlanForm(more, measures, reviewDate, version);
    }

    PlanForm withoutGoal(int index) {
        return new PlanForm(without(goals, index), measures, reviewDate, version);
    }

    PlanForm withOneMoreMeasure() {
        List<MeasureRow> more = new ArrayList<>(measures);
        more.add(new MeasureRow("", "", "", ""));
        return new PlanForm(goals, more, reviewDate, version);
    }

    PlanForm withoutMeasure(int index) {
        return new PlanForm(goals, without(measures, index), reviewDate, version);
    }

    /** This plan, with what the other added meanwhile: saving it again loses nothing of either. */
    PlanForm onTopOf(PlanForm stored) {
        List<GoalRow> allGoals = new ArrayList<>(goals);
        stored.goals.stream().filter(row -> !goals.contains(row)).forEach(allGoals::add);
        List<String> known = measures.stream().map(MeasureRow::id).toList();
        List<MeasureRow> allMeasures = new ArrayList<>(measures);
        stored.measures.stream().filter(row -> !known.contains(row.id())).forEach(allMeasures::add);
        return new PlanForm(allGoals, allMeasures, reviewDate, stored.version);
    }

    private static <T> List<T> without(List<T> rows, int index) {
        List<T> rest = new ArrayList<>(rows);
        if (index >= 0 && index < rest.size()) {
            rest.remove(index);
        }
        return rest;
    }

    /** What cannot even be read; rows that are wholly blank are left out. */
    List<Refusal.Reason> problems() {
        List<Refusal.Reason> problems = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            MeasureRow row = measures.get(i);
            if (row.isBlank()) {
                continue;
            }
            if (row.what().isEmpty()) {
                problems.add(new Refusal.Reason("required", "measures[" + i + "].what"));
            }
            if (row.owner().isEmpty()) {
                problems.add(new Refusal.Reason("required", "measures[" + i + "].owner"));
            }
            if (Typed.date(row.due()).isEmpty()) {
                problems.add(
                        new Refusal.Reason(row.due().isEmpty() ? "required" : "bad-date", "measures[" + i + "].due"));
            }
        }
        for (int i = 0; i < goals.size(); i++) {
            GoalRow row = goals.get(i);
            if (!row.isBlank() && row.goal().isEmpty()) {
                problems.add(new Refusal.Reason("required", "goals[" + i + "].goal"));
            }
            if (!row.isBlank() && row.domain().isEmpty()) {
                problems.add(new Refusal.Reason("required", "goals[" + i + "].domain"));
            }
        }
        if (Typed.date(reviewDate).isEmpty()) {
            problems.add(new Refusal.Reason(reviewDate.isEmpty() ? "required" : "bad-date", "reviewDate"));
        }
        return problems;
    }

    ChangePlan command() {
        return new ChangePlan(
                goals.stream()
                        .filter(row -> !row.isBlank())
                        .map(row -> new Goal(row.domain(), row.goal()))
                        .toList(),
                measures.stream()
                        .filter(row -> !row.isBlank())
                        .map(PlanForm::measure)
                        .toList(),
                Typed.date(reviewDate).orElse(LocalDate.EPOCH),
                Optional.of(version.isEmpty() ? -1 : Integer.parseInt(version)));
    }

    private static ChangePlan.PlannedMeasure measure(MeasureRow row) {
        return new ChangePlan.PlannedMeasure(
                Typed.some(row.id()).map(id -> new MeasureId(uuid(id))),
                row.what(),
                new MandateId(uuid(row.owner())),
                Typed.date(row.due()).orElse(LocalDate.EPOCH));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return NOBODY;
        }
    }

    /** This plan beside the one that is stored, field by field. */
    List<Conflict> besides(PlanForm stored) {
        return List.of(
                new Conflict("plan.goals", goalsAsText(), stored.goalsAsText()),
                new Conflict("plan.measures", measuresAsText(), stored.measuresAsText()),
                new Conflict("plan.review", reviewDate, stored.reviewDate));
    }

    private String goalsAsText() {
        return goals.stream().map(GoalRow::goal).collect(Collectors.joining("\n"));
    }

    private String measuresAsText() {
        return measures.stream().map(row -> row.what() + " – " + row.due()).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "•••";
    }
}

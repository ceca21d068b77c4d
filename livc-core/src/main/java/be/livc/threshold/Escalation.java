package be.livc.threshold;

import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import java.util.List;

/**
 * For whom a step also waits when its term is over, or when it comes up: a function that a cell may set, among those who may
 * do the step. An unacknowledged hand-over after an unexpected release goes to the mayor in every cell and is not in here.
 */
public enum Escalation {
    /** Who may also answer a case that was offered, once its term is over. */
    ANSWER_LATE_TO(
            "answerLateTo", List.of(Capacity.MAYOR, Capacity.INFORMATION_OFFICER), List.of(Capacity.PRISON_DIRECTION)),
    /** Who also prepares a return, once it comes up. */
    PREPARE_ALSO_TO(
            "prepareAlsoTo", List.of(Capacity.COORDINATOR), List.of(Capacity.COORDINATOR, Capacity.PRISON_DIRECTION)),
    /** Who is also asked to plan a consultation, once it is proposed for a review. */
    PROPOSE_ALSO_TO("proposeAlsoTo", List.of(Capacity.COORDINATOR, Capacity.MAYOR), List.of(Capacity.COORDINATOR));

    private final String variable;
    private final List<Capacity> inTown;
    private final List<Capacity> inPrison;

    Escalation(String variable, List<Capacity> inTown, List<Capacity> inPrison) {
        this.variable = variable;
        this.inTown = inTown;
        this.inPrison = inPrison;
    }

    /** What the decision tables call it. */
    public String variable() {
        return variable;
    }

    /** What a cell of this kind may choose from; the first is what it is until a cell sets it. */
    public List<Capacity> choices(CellKind kind) {
        return kind == CellKind.PIVC ? inPrison : inTown;
    }

    /** What it is until a cell sets it. */
    public Capacity usual(CellKind kind) {
        return choices(kind).get(0);
    }

    /** Whether a cell of this kind has a choice at all. */
    public boolean isOpenTo(CellKind kind) {
        return choices(kind).size() > 1;
    }
}

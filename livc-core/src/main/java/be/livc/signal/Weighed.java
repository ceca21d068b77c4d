package be.livc.signal;

/** Where a signal stands after an assessment. */
public sealed interface Weighed {

    /** The other assessor has yet to weigh it. */
    record Waiting() implements Weighed {}

    /** Both agree: the outcome takes effect. */
    record Agreed(Assess.Outcome outcome) implements Weighed {}

    /** They do not agree: a joint assessment by both is the next step. */
    record Disagreed() implements Weighed {}
}

package be.livc.casefile;

/** How far a goal is. */
public enum GoalState {
    /** Still to be reached. */
    OPEN,
    /** Reached in part. */
    PARTLY,
    /** Reached. */
    REACHED,
    /** Given up. */
    DROPPED
}

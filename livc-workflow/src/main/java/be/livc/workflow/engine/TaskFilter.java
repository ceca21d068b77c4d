package be.livc.workflow.engine;

/** Which open steps a work list shows. */
public enum TaskFilter {
    /** Every one. */
    ALL,
    /** Those whose date has passed. */
    OVERDUE,
    /** Those whose date lies between Monday and Sunday of this week, in Belgium; passed or not. */
    THIS_WEEK
}

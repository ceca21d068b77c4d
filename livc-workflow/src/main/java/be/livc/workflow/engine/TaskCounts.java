package be.livc.workflow.engine;

/**
 * How long each view of a work list is.
 *
 * @param all every open step
 * @param overdue those of {@link TaskFilter#OVERDUE}
 * @param thisWeek those of {@link TaskFilter#THIS_WEEK}
 */
public record TaskCounts(long all, long overdue, long thisWeek) {}

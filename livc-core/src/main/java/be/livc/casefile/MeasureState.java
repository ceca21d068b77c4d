package be.livc.casefile;

/** How far a measure is. */
public enum MeasureState {
    /** Not started. */
    OPEN,
    /** Running. */
    RUNNING,
    /** Done. */
    DONE,
    /** Stopped before it was done. */
    STOPPED;

    /** Whether nothing more is to be done for it. */
    public boolean isOver() {
        return this == DONE || this == STOPPED;
    }
}

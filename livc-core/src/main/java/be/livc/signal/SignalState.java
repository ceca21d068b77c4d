package be.livc.signal;

/** The states of a signal, as its process passes through them before and beside the case list. */
public enum SignalState {
    /** Filed; nobody has weighed it yet. */
    SIGNAL,
    /** Being weighed by coordinator and information officer. */
    ASSESSMENT,
    /** Retained; the mayor decides on the case list. */
    RETAINED,
    /** Not retained, or refused for the case list; erased at the short term. */
    NOT_RETAINED,
    /** Referred to a service; erased at the short term. */
    REFERRED,
    /** On the case list, by itself or joined to a case. */
    LISTED,
    /** Erased. */
    ERASED;

    /** The state that belongs to a phase of the process: every phase of a case is beyond the list. */
    public static SignalState inPhase(String phase) {
        switch (phase) {
            case "CANDIDATE" -> {
                return SIGNAL;
            }
            case "BASIS_CHECK" -> {
                return RETAINED;
            }
            case "REFUSED" -> {
                return NOT_RETAINED;
            }
            default -> {
                // the states of a LIVC R are called as its phases
            }
        }
        for (SignalState state : values()) {
            if (state.name().equals(phase)) {
                return state;
            }
        }
        return LISTED;
    }
}

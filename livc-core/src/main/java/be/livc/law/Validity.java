package be.livc.law;

/** How a legal basis stands at a moment. */
public enum Validity {
    /** Its first day is still to come. */
    NOT_BEGUN,
    /** It may be spoken under it. */
    VALID,
    /** Its last day has passed. */
    EXPIRED,
    /** It was withdrawn. */
    WITHDRAWN
}

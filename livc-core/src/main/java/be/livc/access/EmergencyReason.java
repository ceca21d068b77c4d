package be.livc.access;

/** Why somebody cannot wait for an ordinary entitlement. A code, since it stands in the ledger. */
public enum EmergencyReason {
    /** There is danger to somebody's life or body. */
    DANGER_TO_LIFE,
    /** Somebody is missing. */
    MISSING_PERSON,
    /** Somebody was arrested, or released without notice. */
    ARREST_OR_RELEASE,
    /** Whoever coordinates cannot be reached, and the matter cannot wait. */
    NOBODY_TO_REACH
}

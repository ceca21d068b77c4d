package be.livc.web.api;

/** The phases by which cases are asked for: those of a LIVC R, then those that only a PIVC has. */
enum CasePhase {
    LISTED,
    SCHEDULED,
    IN_CONSULTATION,
    PLAN_ACTIVE,
    FOLLOW_UP,
    SUSPENDED,
    TRANSFERRED,
    CLOSED,
    ERASED,
    CANDIDATE,
    BASIS_CHECK,
    ADMITTED,
    DETENTION_FOLLOW_UP,
    PRE_RELEASE,
    TRANSFER_OFFERED,
    REFUSED,
    RELOCATED,
    READ_ONLY
}

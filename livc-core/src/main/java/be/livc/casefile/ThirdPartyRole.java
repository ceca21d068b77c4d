package be.livc.casefile;

/** What somebody else than the subject is in a case. */
public enum ThirdPartyRole {
    /** A relative, or who lives in the same house. */
    FAMILY,
    /** Who was harmed or threatened. */
    VICTIM,
    /** Who reported something. */
    REPORTER
}

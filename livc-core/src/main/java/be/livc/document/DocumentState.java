package be.livc.document;

/** What is known of a document's content. */
public enum DocumentState {
    /** A scanner found nothing. */
    CLEAN,
    /** No scanner is set in this program. */
    NOT_SCANNED,
    /** The scanner could not be reached: nobody gets it until it was scanned. */
    QUARANTINED,
    /** The scanner found malware afterwards: nobody gets it any more. */
    INFECTED;

    /** Whether it is handed out. */
    public boolean isHandedOut() {
        return this == CLEAN || this == NOT_SCANNED;
    }
}

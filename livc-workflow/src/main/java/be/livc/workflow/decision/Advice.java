package be.livc.workflow.decision;

/** What the table advises at an assessment. Advice only: people decide. */
public enum Advice {
    /** Consult soon. */
    URGENT_CONSULTATION,
    /** Put it before a consultation. */
    CONSULTATION,
    /** Find out more first. */
    MORE_INFORMATION,
    /** Refer to a service that can help without a consultation. */
    REFERRED,
    /** Let it go no further. */
    NOT_RETAINED
}

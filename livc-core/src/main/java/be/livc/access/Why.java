package be.livc.access;

/** The reason for which somebody sees something; shown next to it and kept in the ledger. */
public enum Why {
    /** They contributed it themselves. */
    OWN_CONTRIBUTION,
    /** It was disclosed to them while they were present. */
    RECIPIENT,
    /** They were present at the item where it was said or decided. */
    PRESENT,
    /** They are invited to the item. */
    INVITED,
    /** They carry the measure out. */
    MEASURE_OWNER,
    /** They assess the signal. */
    ASSESSOR,
    /** They check for a conflict with an investigation. */
    CONFLICT_CHECK,
    /** They take over what another cell offers. */
    TAKES_OVER,
    /** They decide on the case list. */
    DECIDES_ON_LISTING,
    /** They laid the embargo. */
    LAID_EMBARGO,
    /** They coordinate the cell, which keeps this part of the file. */
    COORDINATOR_OF_CELL,
    /** They chair the cell and draw up its case list. */
    MAYOR_OF_CELL,
    /** They watch over the protection of data: numbers, dates and certificates, no content. */
    DATA_PROTECTION,
    /** They set the program up: configuration, no content. */
    ADMINISTRATION,
    /** They took it in an emergency, for some hours. */
    EMERGENCY
}

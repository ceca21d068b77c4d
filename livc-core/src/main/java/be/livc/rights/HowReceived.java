package be.livc.rights;

/** The ways in which somebody comes to know something about a data subject, as far as the ledger tells. */
public enum HowReceived {
    /** It was told to them, or they were given it to carry out. */
    TOLD,
    /** They opened it. */
    READ,
    /** They printed or exported it. */
    TAKEN,
    /** A list or a search put it before them. */
    LISTED,
    /** They were invited to a consultation on it. */
    INVITED,
    /** They were in the room. */
    PRESENT,
    /** They took access in an emergency. */
    EMERGENCY,
    /** It went to another cell. */
    TRANSFERRED
}

package be.livc.law;

/**
 * What the law says, apart from where it says so: the number of an article changes with a new code, its rule does not. Where
 * an article stands on a given day is data ({@link Articles}).
 */
public enum Article {
    /** A law, decree or ordinance, or a reasoned permission of the procureur, lets holders of secrets speak. */
    CASE_CONSULTATION,
    /** Whoever takes part is bound to secrecy, and what was told serves only the prosecution of those offences. */
    SECRECY_OF_PARTICIPANTS,
    /** Who must be in the cell, who is invited, and the clearance of the delegate of the police. */
    COMPOSITION,
    /** The mayor sets up the cell, to prevent terrorist offences. */
    PURPOSE_OF_CELL,
    /** Nobody has to speak, and the sheet for the police needs everyone's consent. */
    FREEDOM_TO_SPEAK,
    /** Flemish services may take part. */
    FLEMISH_SERVICES,
    /** Services of the French Community follow rules of their own. */
    FRENCH_SERVICES
}

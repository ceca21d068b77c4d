package be.livc.law;

/** What a legal basis is (art. 458ter §1 Sw.). */
public enum BasisKind {
    /** A law (wet). */
    LAW,
    /** A decree of a community or region. */
    DECREE,
    /** An ordinance. */
    ORDINANCE,
    /** A cooperation agreement with the force of law. */
    COOPERATION_AGREEMENT,
    /** A reasoned permission of the procureur des Konings. */
    PROSECUTOR_PERMISSION
}

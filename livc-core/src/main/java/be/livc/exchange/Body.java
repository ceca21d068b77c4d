package be.livc.exchange;

/** With whom or for what something is exchanged; a cell switches each on by itself. */
public enum Body {
    /** The coordination unit for threat analysis. */
    OCAD,
    /** The common (unclassified) database: gemeenschappelijke gegevensbank. */
    GGB
}

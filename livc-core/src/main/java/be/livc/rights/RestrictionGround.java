package be.livc.rights;

/**
 * Why a data subject is not told something; each with the article that a lawyer may still correct. The Belgian act of 30 July
 * 2018 has its restrictions in title 1 (controllers under the GDPR) and title 2 (police and justice).
 */
public enum RestrictionGround {
    /** The rights and freedoms of others (GDPR art. 15.4, 23.1.i). */
    RIGHTS_OF_OTHERS(true),
    /** The prevention, investigation or prosecution of crimes (GDPR art. 23.1.d). */
    INVESTIGATION(false),
    /** Public security (GDPR art. 23.1.c). */
    PUBLIC_SECURITY(false),
    /** Professional secrecy (art. 458 and 458ter Sw.). */
    PROFESSIONAL_SECRET(true),
    /** It comes from an intelligence service, of which a controller says nothing (act of 30 July 2018, title 1). */
    INTELLIGENCE_SERVICE(false),
    /** It comes from or went to police or justice, who answer themselves (act of 30 July 2018, titles 1 and 2). */
    POLICE_OR_JUSTICE(false);

    private final boolean mayBeTold;

    RestrictionGround(boolean mayBeTold) {
        this.mayBeTold = mayBeTold;
    }

    /** Whether naming the ground harms nothing; of the others a report says neither that they were used nor that they were not. */
    public boolean mayBeTold() {
        return mayBeTold;
    }
}

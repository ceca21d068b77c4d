package be.livc.rights;

/** Why a piece of information is not given to the data subject; each with the article that a lawyer may still correct. */
public enum RestrictionGround {
    /** The rights and freedoms of others (GDPR art. 15.4, 23.1.i). */
    RIGHTS_OF_OTHERS,
    /** The prevention, investigation or prosecution of crimes (GDPR art. 23.1.d). */
    INVESTIGATION,
    /** Public security (GDPR art. 23.1.c). */
    PUBLIC_SECURITY,
    /** Professional secrecy (art. 458 and 458ter Sw.). */
    PROFESSIONAL_SECRET
}

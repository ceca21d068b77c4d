package be.livc.web.signin;

/** By what somebody showed at the sign-in that an account is theirs; the log says it of each. */
enum SignedInBy {
    /** The password; no more is known. */
    PASSWORD,

    /** The password and a code of their own device. */
    CODE,

    /** The password and a code on paper. */
    PAPER_CODE,

    /** A passkey, which asks its device for a finger, a face or a code. */
    PASSKEY
}

package be.livc.naming;

/** In what way a name that was found differs from the name that was asked; nothing of it says what the names are. */
public enum Difference {
    /** Sounds alike, written otherwise: another romanisation or spelling. */
    SOUND,
    /** One or two letters differ, as a typing error makes. */
    TYPING,
    /** Written in another script. */
    SCRIPT,
    /** The words stand in another order. */
    ORDER,
    /** What is one word here is two there. */
    JOINED,
    /** An article or another small word is there on one side only. */
    PARTICLES,
    /** A first letter stands for a word. */
    INITIAL,
    /** A short or pet form of the same name. */
    SHORT_FORM,
    /** One of the two names has words more. */
    PART
}

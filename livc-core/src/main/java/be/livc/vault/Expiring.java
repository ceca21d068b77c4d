package be.livc.vault;

/** Holds secrets in memory for a short while, and lets go of those whose time is up when asked. */
interface Expiring {

    /** Lets go of what is past its time. */
    void dropExpired();
}

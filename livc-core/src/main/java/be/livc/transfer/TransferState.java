package be.livc.transfer;

/** How far a hand-over is, as people of either cell see it. */
public enum TransferState {
    /** It is being made ready; nobody of the other cell sees it yet. */
    PREPARING,
    /** It waits for an answer. */
    OFFERED,
    /** It never reached the other cell. */
    ABANDONED,
    /** The other cell has taken it over. */
    ACCEPTED,
    /** The other cell has refused it. */
    REFUSED,
    /** The sender has taken it back. */
    WITHDRAWN
}

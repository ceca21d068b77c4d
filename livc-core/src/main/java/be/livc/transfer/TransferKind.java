package be.livc.transfer;

/** Why a case goes to another cell. */
public enum TransferKind {
    /** The person moved to another town. */
    MOVE,
    /** The person leaves prison. */
    RELEASE,
    /** The person was arrested and is in prison now. */
    ARREST,
    /** The person left prison unexpectedly: minimal data, to be acknowledged within hours. */
    EMERGENCY;

    /** Whether somebody must answer within hours. */
    public boolean isUrgent() {
        return this == EMERGENCY;
    }
}

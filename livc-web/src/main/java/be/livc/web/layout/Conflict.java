package be.livc.web.layout;

/**
 * A field that two people wrote at the same time, as {@code fragments/conflict} shows it.
 *
 * @param labelKey the message key of what the field is called
 * @param mine what this person typed
 * @param stored what the other saved meanwhile
 */
public record Conflict(String labelKey, String mine, String stored) {

    /** Whether both wrote the same. */
    public boolean isSame() {
        return mine.strip().equals(stored.strip());
    }
}

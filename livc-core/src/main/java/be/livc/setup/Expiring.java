package be.livc.setup;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that the cell cannot do without and that ends soon, or has ended.
 *
 * @param kind what it is
 * @param id the basis, or the mandate whose clearance it is
 * @param name the reference of the basis, or person and organisation
 * @param last its last day
 * @param days days left until then, 0 on that day, less than 0 once it has passed
 */
public record Expiring(Kind kind, UUID id, String name, LocalDate last, long days) {

    /** What ends. */
    public enum Kind {
        /** A legal basis. */
        BASIS,
        /** The security clearance of a delegate of the police. */
        CLEARANCE
    }

    /** How pressing it is. */
    public enum Level {
        /** Within 60 days. */
        SOON,
        /** Within 30 days. */
        NEAR,
        /** Within 7 days. */
        PRESSING,
        /** It has ended. */
        OVER
    }

    /** How pressing it is now. */
    public Level level() {
        if (days < 0) {
            return Level.OVER;
        }
        if (days <= 7) {
            return Level.PRESSING;
        }
        return days <= 30 ? Level.NEAR : Level.SOON;
    }
}

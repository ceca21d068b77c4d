package be.livc.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acts, by pseudonymous ids.
 *
 * @param user the account
 * @param partner the partner on whose behalf, where there is one
 * @param role the capacity, as a code
 * @param mandate the mandate under which, where there is one
 */
public record LedgerActor(UUID user, Optional<UUID> partner, String role, Optional<UUID> mandate) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** The program itself: a timer, a migration, the seeding of the demo. */
    public static final LedgerActor PROGRAM = of(NOBODY, "program");

    /** Someone whose account is not known, such as at a sign-in that fails. */
    public static final LedgerActor UNKNOWN = of(NOBODY, "unknown");

    /** Throws {@link IllegalArgumentException} on a role that is not a code. */
    public LedgerActor {
        Codes.code("role", role);
    }

    /** Someone who acts for no partner and under no mandate. */
    public static LedgerActor of(UUID user, String role) {
        return new LedgerActor(user, Optional.empty(), role, Optional.empty());
    }

    /** Someone who acts for a partner, under a mandate. */
    public static LedgerActor of(UUID user, UUID partner, String role, UUID mandate) {
        return new LedgerActor(user, Optional.of(partner), role, Optional.of(mandate));
    }
}

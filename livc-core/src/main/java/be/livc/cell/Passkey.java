package be.livc.cell;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key pair on a person's own device, which opens it by finger, face or code (WebAuthn). Its public half is all that is kept.
 *
 * @param name what its person calls it, to know which one to remove
 * @param credential the id that the device gave it, in base64url
 * @param attested make of the device, id and public key, in base64url (WebAuthn Level 3, section 6.5.1)
 * @param uses the count that the device sent last; most always send 0
 * @param backupEligible whether its maker may keep a copy on other devices of the person
 * @param usedAt when somebody last signed in with it
 */
public record Passkey(
        UUID id,
        UserId owner,
        String name,
        String credential,
        String attested,
        long uses,
        boolean backupEligible,
        Instant addedAt,
        Optional<Instant> usedAt) {}

package be.livc.casefile;

import be.livc.cell.MandateId;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody else than the subject, as one reader sees them.
 *
 * @param address empty when there is none, or when the reader does not see it
 * @param shielded whether there is an address that is for who told it alone
 */
public record ThirdPartyView(
        UUID id, ThirdPartyRole role, String name, Optional<String> address, boolean shielded, MandateId by) {}

package be.livc.transfer;

import be.livc.casefile.CaseId;
import be.livc.platform.CellId;
import java.util.Set;
import java.util.UUID;

/**
 * Asks for a case to be offered to another cell.
 *
 * @param purpose code of the purpose that it is to serve there
 * @param reason why, in words for the other cell; sealed
 * @param parts the pieces of information that go with it, chosen one by one; the person always goes
 */
public record OfferTransfer(
        CaseId caseId, CellId to, TransferKind kind, String purpose, String reason, Set<UUID> parts) {

    /** Keeps its own copy. */
    public OfferTransfer {
        parts = Set.copyOf(parts);
    }
}

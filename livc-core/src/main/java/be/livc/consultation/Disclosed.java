package be.livc.consultation;

import be.livc.casefile.ItemId;
import be.livc.cell.MandateId;
import be.livc.law.LegalBasisId;
import be.livc.ledger.Receipt;
import java.util.List;
import java.util.Map;

/**
 * A disclosure that was recorded.
 *
 * @param recipients whom it was made to; never changes
 * @param covering for each recipient, the basis that covers them
 * @param receipt where it stands in the ledger
 */
public record Disclosed(
        ItemId id, List<MandateId> recipients, Map<MandateId, LegalBasisId> covering, Receipt receipt) {}

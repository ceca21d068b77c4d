package be.livc.rights;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Declares what was erased, without personal data (wisverklaring).
 *
 * @param rule the destruction rule that it follows
 * @param reason why it was erased, as a code of the list {@code erasure-reasons}
 * @param erasedAt from this moment on the content is unreadable in this system: the case key is destroyed
 * @param unreadableInBackupsAfter from this day on it is unreadable in every backup, provided that copies of the keyset
 *     from before that date are destroyed
 * @param ledgerIndex where the erasure stands in the ledger
 */
public record Certificate(
        String caseNumber,
        String rule,
        String reason,
        Instant erasedAt,
        LocalDate unreadableInBackupsAfter,
        long ledgerIndex) {}

package be.livc.consultation;

import be.livc.cell.MandateId;
import java.util.List;
import java.util.Optional;

/**
 * Tells the people present something.
 *
 * @param by who tells it
 * @param secret whether it is a professional secret
 * @param recipients to whom; empty means everyone who is present at the item and signed
 */
public record Disclose(MandateId by, String text, boolean secret, Optional<List<MandateId>> recipients) {}

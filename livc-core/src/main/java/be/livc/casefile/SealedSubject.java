package be.livc.casefile;

import be.livc.vault.Sealed;
import java.util.UUID;

/**
 * Who a case is about, still sealed.
 *
 * @param id the id under which access knows it
 */
public record SealedSubject(UUID id, Sealed person) {}

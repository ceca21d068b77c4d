package be.livc.access;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Tells which cases wait for another cell's answer, or have become its own: asked where acts are judged and where a case is
 * shown, answered by the room that hands over.
 */
@FunctionalInterface
public interface CasesOnOffer {

    /** Of these cases, those that are offered to another cell, or have gone there. */
    Set<UUID> among(Collection<UUID> cases);
}

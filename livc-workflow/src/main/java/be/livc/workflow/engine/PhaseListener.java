package be.livc.workflow.engine;

import be.livc.platform.CellId;
import java.time.Instant;
import java.util.UUID;

/** Is told each change of phase, in the transaction that makes it; a failure here undoes the step as well. */
@FunctionalInterface
public interface PhaseListener {

    /**
     * A case has come into another phase than it was in.
     *
     * @param cell the cell of the case
     * @param caseId the case
     * @param phase the code of the phase it is in now
     * @param at when
     */
    void reached(CellId cell, UUID caseId, String phase, Instant at);
}

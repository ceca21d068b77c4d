package be.livc.ledger;

import be.livc.platform.CellId;
import java.util.Optional;

/**
 * Remembers the last checkpoint of each ledger where the database and its backups do not reach, beside the keyset.
 * Without it, somebody who puts back an old database also puts back the memory of what was signed.
 */
public interface CheckpointMemory {

    /** The checkpoint that was remembered last for this cell, as the text of the signed note. */
    Optional<String> last(CellId cell);

    /**
     * Remembers a checkpoint that has just been signed and stored. May come from several threads and out of order:
     * what is kept is the one with the largest size, which stands on the second line of the text.
     */
    void remember(CellId cell, String checkpoint);
}

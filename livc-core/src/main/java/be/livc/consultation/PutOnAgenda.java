package be.livc.consultation;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import java.util.List;
import java.util.Optional;

/**
 * Puts a case on the agenda and invites people to it.
 *
 * @param purpose a code of the list {@code purposes}
 * @param purposeText what the item is for, in words; sealed
 */
public record PutOnAgenda(CaseId caseId, String purpose, Optional<String> purposeText, List<MandateId> invitees) {

    /** Keeps its own copy of the invitees. */
    public PutOnAgenda {
        invitees = List.copyOf(invitees);
    }
}

package be.livc.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a legal basis to be recorded.
 *
 * @param purposes codes of the list {@code purposes}, at least one
 * @param purposeNote the purpose in the words of the basis, if different
 * @param participants partner ids or codes of the list {@code partner-categories}, at least one
 */
public record RecordBasis(
        BasisKind kind,
        String reference,
        List<String> purposes,
        Optional<String> purposeNote,
        String terms,
        List<String> participants,
        LocalDate validFrom,
        Optional<LocalDate> validTo) {

    /** Keeps its own copies of the lists. */
    public RecordBasis {
        purposes = List.copyOf(purposes);
        participants = List.copyOf(participants);
    }
}

package be.livc.law;

import be.livc.cell.PartnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a legal basis to be recorded.
 *
 * @param purposes codes of the list {@code purposes}, at least one
 * @param purposeNote the purpose in the words of the basis, if different
 * @param participants codes of the list {@code partner-categories}, partner ids, or mandate ids of named people; at least
 *     one
 * @param permission what a permission of the procureur says besides
 */
public record RecordBasis(
        BasisKind kind,
        String reference,
        List<String> purposes,
        Optional<String> purposeNote,
        String terms,
        List<String> participants,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<Permission> permission) {

    /**
     * What a permission of the procureur says besides who takes part, with what purpose and on what terms.
     *
     * @param prison the partner that it is given for; empty where it is for no prison
     * @param motivation its reasons, which art. 458ter §1 asks for
     * @param givenBy the magistrate
     */
    public record Permission(Optional<PartnerId> prison, String motivation, String givenBy, LocalDate givenOn) {}

    /** Keeps its own copies of the lists. */
    public RecordBasis {
        purposes = List.copyOf(purposes);
        participants = List.copyOf(participants);
    }

    /** A basis of any kind, without what only a permission says. */
    public RecordBasis(
            BasisKind kind,
            String reference,
            List<String> purposes,
            Optional<String> purposeNote,
            String terms,
            List<String> participants,
            LocalDate validFrom,
            Optional<LocalDate> validTo) {
        this(kind, reference, purposes, purposeNote, terms, participants, validFrom, validTo, Optional.empty());
    }
}

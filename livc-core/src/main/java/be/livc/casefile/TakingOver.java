package be.livc.casefile;

import be.livc.access.Grant;
import be.livc.casefile.HandingOver.Arriving;
import be.livc.casefile.HandingOver.Part;
import be.livc.cell.Actor;
import be.livc.law.LegalBasis;
import java.util.Map;
import java.util.Objects;

/**
 * How a case that another cell gave is taken over.
 *
 * @param by who takes it over
 * @param bases what covers them, for each purpose that a piece was given for
 * @param grant seals it under the keys of this cell
 */
record TakingOver(Actor by, Arriving arriving, Map<String, LegalBasis> bases, Grant grant) {

    CaseId caseId() {
        return arriving.id();
    }

    LegalBasis basisFor(Part part) {
        return Objects.requireNonNull(bases.get(part.purpose()), "every purpose was judged");
    }

    /** Who gave a piece, and in which cell. */
    String originOf(Part part) {
        return part.by().isEmpty() ? arriving.from() : part.by() + ", " + arriving.from();
    }
}

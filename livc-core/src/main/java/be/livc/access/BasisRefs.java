package be.livc.access;

import be.livc.law.LegalBasis;
import be.livc.ledger.BasisRef;
import java.util.Collection;
import java.util.List;

/** How the ledger names the legal bases that an act rests on: by kind, and by the id under which the cell keeps them. */
public final class BasisRefs {

    private BasisRefs() {}

    /** One. */
    public static BasisRef of(LegalBasis basis) {
        return BasisRef.of(basis.kind().name(), basis.id().value());
    }

    /** Several, each once, in their order. */
    public static List<BasisRef> of(Collection<LegalBasis> bases) {
        return bases.stream().map(BasisRefs::of).distinct().toList();
    }
}

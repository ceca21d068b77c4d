package be.livc.ledger;

import java.util.UUID;

/**
 * A ground in law that the act rests on.
 *
 * @param kind the kind of basis, as a code
 * @param reference the id or code under which the cell keeps that basis
 */
public record BasisRef(String kind, String reference) {

    /** Throws {@link IllegalArgumentException} where either is not a code. */
    public BasisRef {
        Codes.code("basis.kind", kind);
        Codes.code("basis.reference", reference);
    }

    /** A basis that is kept under an id. */
    public static BasisRef of(String kind, UUID id) {
        return new BasisRef(kind, id.toString());
    }
}

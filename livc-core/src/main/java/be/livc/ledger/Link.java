package be.livc.ledger;

import be.livc.platform.CellId;

/**
 * The other half of an act between two cells, in the other cell's ledger.
 *
 * @param cell the other cell
 * @param id what the act is called there: a transfer, a question; a code
 */
public record Link(CellId cell, String id) {

    /** Throws {@link IllegalArgumentException} where the id is not a code. */
    public Link {
        Codes.code("link.id", id);
    }
}

package be.livc.cell;

/** What sort of body a cell is. */
public enum CellKind {
    /** The local integrated security cell of one or more municipalities (wet 30-07-2018 art. 2). */
    LIVC_R,
    /** The same inside a prison, on a permission of the procureur. */
    PIVC,
    /** The VVSG helpdesk: supports all cells, holds no case and never sees one. */
    DESK
}

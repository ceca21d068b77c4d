package be.livc.casefile;

import be.livc.access.ObjectType;
import be.livc.cell.CellKind;
import java.util.Optional;

/**
 * A prison has no list of cases that a mayor draws up: its direction admits. The piece that says so is of the same type in both
 * kinds of cell, and is called otherwise there.
 */
public final class Admission {

    private static final String CALLED = "ADMISSION";

    private Admission() {}

    /**
     * What a piece is called in a cell of this kind, where that is not its type.
     *
     * @param cameAlong whether another cell gave it: it stays what it was there
     */
    public static Optional<String> called(CellKind here, ObjectType type, boolean cameAlong) {
        return Optional.of(CALLED).filter(name -> type == ObjectType.LISTING && here == CellKind.PIVC && !cameAlong);
    }
}

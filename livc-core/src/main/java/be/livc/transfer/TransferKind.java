package be.livc.transfer;

import be.livc.cell.CellKind;
import java.util.List;
import java.util.stream.Stream;

/** Why a case goes to another cell, and between which kinds of cell that can be. */
public enum TransferKind {
    /** The person moved to another town, or to another prison. */
    MOVE,
    /** The person leaves prison. */
    RELEASE,
    /** The person was arrested and is in prison now. */
    ARREST,
    /** The person left prison unexpectedly: minimal data, to be acknowledged within hours. */
    EMERGENCY;

    /** Whether somebody must answer within hours, and nothing goes along but who it is and why. */
    public boolean isUrgent() {
        return this == EMERGENCY;
    }

    /** Whether a case can go for this reason from a cell of the one kind to one of the other. */
    public boolean goes(CellKind from, CellKind to) {
        return switch (this) {
            case MOVE -> from == to && from != CellKind.DESK;
            case RELEASE, EMERGENCY -> from == CellKind.PIVC && to == CellKind.LIVC_R;
            case ARREST -> from == CellKind.LIVC_R && to == CellKind.PIVC;
        };
    }

    /** The reasons that a cell of this kind can give when it offers a case at leisure. */
    public static List<TransferKind> offeredBy(CellKind from) {
        return Stream.of(values())
                .filter(kind -> !kind.isUrgent())
                .filter(kind -> Stream.of(CellKind.values()).anyMatch(to -> kind.goes(from, to)))
                .toList();
    }
}

package be.livc.cell;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Does what the program does by itself, by the clock: in every cell, one after the other, each bound to its own. A cell in which
 * it fails, such as one whose ledger is busy, does not keep the others waiting.
 */
@Component
public class EveryCell {

    private final Cells cells;

    EveryCell(Cells cells) {
        this.cells = cells;
    }

    /**
     * Does it in every cell, the desk among them.
     *
     * @param failed is told the cell in which it failed; what it logs must not hold the text of the failure where that may
     *     quote a person
     */
    public void inTurn(Runnable act, BiConsumer<CellId, RuntimeException> failed) {
        inTurn(cell -> true, act, failed);
    }

    /** The same in the cells that have cases: all but the desk. */
    public void withCasesInTurn(Runnable act, BiConsumer<CellId, RuntimeException> failed) {
        inTurn(cell -> cell.kind() != CellKind.DESK, act, failed);
    }

    private void inTurn(Predicate<Cell> which, Runnable act, BiConsumer<CellId, RuntimeException> failed) {
        for (Cell cell : cells.all()) {
            if (which.test(cell)) {
                try {
                    CurrentCell.run(cell.id(), act);
                } catch (RuntimeException failure) {
                    failed.accept(cell.id(), failure);
                }
            }
        }
    }
}

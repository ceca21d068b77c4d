package be.livc.desk;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The desk's own cell. What is asked of it from another cell is done in a transaction of its own, bound to the desk: in that
 * transaction no row of the other cell can be seen, and in the other's no row of the desk.
 */
@Component
public class Desk {

    private final Cells cells;
    private final TransactionTemplate own;

    Desk(Cells cells, PlatformTransactionManager transactions) {
        this.cells = cells;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Works in the desk's cell.
     *
     * @throws Refusal {@code no-desk}, when no desk was founded yet
     */
    public <T> T in(Supplier<T> work) {
        return CurrentCell.in(id(), () -> own.execute(status -> work.get()));
    }

    /** The same for work without a result. */
    public void run(Runnable work) {
        in(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** As what somebody comes to the desk: as one who works there, or as one who asks and tells. */
    static Act actOf(Actor actor) {
        return isStaffedBy(actor) ? Act.WORK_AT_DESK : Act.ASK_DESK;
    }

    /** Whether somebody works at the desk: answers questions, writes the handbook, coaches. */
    public static boolean isStaffedBy(Actor actor) {
        return Act.WORK_AT_DESK.isFor(actor.capacity());
    }

    /**
     * Whether somebody watches over the whole: the desk itself, and the contact points of the Flemish platform, who have a
     * mandate in the desk's cell and read there what names neither a person nor a cell.
     */
    public static boolean isWatchedBy(Actor actor) {
        return actor.cellKind() == CellKind.DESK && actor.isOneOf(Capacity.DESK, Capacity.LIAISON_OFFICER);
    }

    /** Whether a desk was founded: a program can serve cells without one. */
    boolean isThere() {
        return found().isPresent();
    }

    private CellId id() {
        return found().orElseThrow(() -> Refusal.conflict("no-desk"));
    }

    private Optional<CellId> found() {
        return cells.all().stream()
                .filter(cell -> cell.kind() == CellKind.DESK)
                .map(Cell::id)
                .findFirst();
    }
}

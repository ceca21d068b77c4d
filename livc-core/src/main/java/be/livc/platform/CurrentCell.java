package be.livc.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cell that this thread works for. Every transaction that starts while it is set sees the rows of that cell and
 * no other; a transaction that starts while it is not set sees no row of any cell.
 */
public final class CurrentCell {

    private static final ThreadLocal<@Nullable CellId> CELL = new ThreadLocal<>();

    private CurrentCell() {}

    /** The bound cell, or empty where none is. */
    public static Optional<CellId> get() {
        return Optional.ofNullable(CELL.get());
    }

    /** The bound cell; throws {@link IllegalStateException} where none is bound. */
    public static CellId require() {
        return get().orElseThrow(() -> new IllegalStateException("no cell is bound to this thread"));
    }

    /** Runs the work for one cell, and puts back what was bound before, also when the work fails. */
    public static <T extends @Nullable Object> T in(CellId cell, Supplier<T> work) {
        CellId before = CELL.get();
        CELL.set(cell);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** The same for work without a result. */
    public static void run(CellId cell, Runnable work) {
        in(cell, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    private static void restore(@Nullable CellId before) {
        if (before == null) {
            CELL.remove();
        } else {
            CELL.set(before);
        }
    }
}

package be.livc.ledger;

import be.livc.platform.CellId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers checkpoints where a superuser of the database does not reach. */
final class TestMemory implements CheckpointMemory {

    private final Map<CellId, String> last = new ConcurrentHashMap<>();

    @Override
    public Optional<String> last(CellId cell) {
        return Optional.ofNullable(last.get(cell));
    }

    @Override
    public void remember(CellId cell, String checkpoint) {
        last.merge(
                cell,
                checkpoint,
                (kept, other) -> TreeHead.of(kept).size() > TreeHead.of(other).size() ? kept : other);
    }

    void forget(CellId cell) {
        last.remove(cell);
    }
}

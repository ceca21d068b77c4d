package be.livc.workflow.engine;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers each phase that was told, and can refuse one. */
final class RecordedPhases implements PhaseListener {

    record Told(CellId cell, Optional<CellId> boundCell, UUID caseId, String phase) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile @Nullable String refused;

    void failAt(@Nullable String phase) {
        refused = phase;
    }

    @Override
    public void reached(CellId cell, UUID caseId, String phase, Instant at) {
        if (phase.equals(refused)) {
            throw new IllegalStateException("refused by the test");
        }
        told.add(new Told(cell, CurrentCell.get(), caseId, phase));
    }

    List<Told> of(UUID caseId) {
        return told.stream().filter(one -> one.caseId().equals(caseId)).toList();
    }

    List<String> phasesOf(UUID caseId) {
        return of(caseId).stream().map(Told::phase).toList();
    }
}

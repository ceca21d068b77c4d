package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.casefile.Phases;
import be.livc.platform.CellId;
import be.livc.workflow.engine.PhaseListener;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mirrors the phase of each process into the core, for its lists. Nothing else writes it. */
@Component
class PhaseMirror implements PhaseListener {

    private final Phases phases;

    PhaseMirror(Phases phases) {
        this.phases = phases;
    }

    @Override
    public void reached(CellId cell, UUID caseId, String phase, Instant at) {
        phases.reached(new CaseId(caseId), phase, at);
    }
}

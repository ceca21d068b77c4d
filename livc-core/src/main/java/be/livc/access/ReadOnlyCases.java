package be.livc.access;

import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The cases of a PIVC that are only read: it stands on the permission of the procureur, and without one nothing new is told,
 * by whichever door (domain.md §4). Judged at each act, so that a permission that ends, or is withdrawn, works at the next.
 */
@Component
class ReadOnlyCases {

    private final LegalBases bases;
    private final Gate gate;
    private final PurposeOfCase purposes;
    private final Clock clock;

    ReadOnlyCases(LegalBases bases, Gate gate, PurposeOfCase purposes, Clock clock) {
        this.bases = bases;
        this.gate = gate;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Throws a conflict with the gate's reasons when the act would change a case that is only read. */
    void requireNone(Actor actor, Act act, ObjectType type, Optional<UUID> caseId) {
        boolean judged = actor.cellKind() == CellKind.PIVC
                && Hold.NO_PERMISSION.stops(act)
                && (caseId.isPresent() || type == ObjectType.CONSULTATION);
        if (judged) {
            String purpose = caseId.flatMap(purposes::of).orElse(actor.purpose());
            gate.require(bases.countingIn(CellKind.PIVC), purpose, List.of(), clock.instant());
        }
    }
}

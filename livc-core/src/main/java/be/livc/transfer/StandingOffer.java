package be.livc.transfer;

import be.livc.access.EmbargoBook;
import be.livc.access.ObjectType;
import be.livc.access.PurposeOfCase;
import be.livc.casefile.CaseId;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.Verdict;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether an offer still stands in the cell that made it: an offer waits for days, and meanwhile a permission ends or an embargo falls
 * on what was offered.
 */
@Component
public class StandingOffer {

    private final Sending.OutgoingRows rows;
    private final EmbargoBook embargoes;
    private final Gate gate;
    private final LegalBases bases;
    private final PurposeOfCase purposes;
    private final Cells cells;
    private final Clock clock;

    StandingOffer(
            Sending.OutgoingRows rows,
            EmbargoBook embargoes,
            Gate gate,
            LegalBases bases,
            PurposeOfCase purposes,
            Cells cells,
            Clock clock) {
        this.rows = rows;
        this.embargoes = embargoes;
        this.gate = gate;
        this.bases = bases;
        this.purposes = purposes;
        this.cells = cells;
        this.clock = clock;
    }

    /**
     * Passes when this cell may still tell the other one what it offered. A prison stands on the permission of the procureur:
     * once that has ended, or is withdrawn, nothing new is told, and the answer to an offer is what tells it. An emergency told
     * all it had when it was offered: who left and why; its answer tells nothing, and whoever is free must not fall between
     * two cells.
     *
     * @throws Refusal {@code sender-without-basis}
     */
    @Transactional(readOnly = true)
    public void requireMayTell(Announced offered) {
        boolean tells = !offered.kind().isUrgent();
        if (tells && cells.current().kind() == CellKind.PIVC && !hasPermission(offered.caseId())) {
            throw Refusal.conflict("sender-without-basis");
        }
    }

    private boolean hasPermission(CaseId id) {
        return purposes.of(id.value())
                .filter(purpose -> gate.check(bases.countingIn(CellKind.PIVC), purpose, List.of(), clock.instant())
                        instanceof Verdict.Allowed)
                .isPresent();
    }

    /**
     * Whether an embargo hides what was offered: one on the case, or one that was laid on a piece of it since. What lay there
     * before was not offered.
     */
    @Transactional(readOnly = true)
    public boolean isHidden(TransferId id) {
        OutgoingTransfer row = rows.findById(id.value()).orElseThrow(Refusal::notFound);
        return embargoes.in(row.caseId().value()).stream()
                .anyMatch(one -> one.type() == ObjectType.CASE || !one.laidAt().isBefore(row.begunAt()));
    }
}

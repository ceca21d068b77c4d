package be.livc.workflow.pivc;

import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseRow;
import be.livc.casefile.Detention;
import be.livc.casefile.Detentions;
import be.livc.cell.Actor;
import be.livc.cell.Cells;
import be.livc.platform.CellId;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.transfer.SharedSteps;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** From detention to return: when somebody is expected to leave prison, and what is done when they do. */
@Component
public class ReleaseFlow {

    private static final String RELEASE = "release";

    /** The phase of a case of which neither the release nor the consultation names another. */
    private static final String ADMITTED = "ADMITTED";

    /** A case with what is known of the stay in prison. */
    public record Expected(CaseRow row, Detention detention) {}

    private final Detentions detentions;
    private final CaseFiles cases;
    private final TransferFlow transfers;
    private final Cells cells;
    private final DecisionTables tables;
    private final Processes processes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReleaseFlow(
            Detentions detentions,
            CaseFiles cases,
            TransferFlow transfers,
            Cells cells,
            DecisionTables tables,
            Processes processes,
            TransactionTemplate transactions,
            Clock clock) {
        this.detentions = detentions;
        this.cases = cases;
        this.transfers = transfers;
        this.cells = cells;
        this.tables = tables;
        this.processes = processes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Notes when somebody is expected to leave prison. Within the time to prepare, the return is prepared now; before it, a
     * timer of the process brings it up then.
     *
     * @param day empty when it is not, or no longer, known
     * @throws Refusal {@code wrong-phase}, when the release of this case is not followed now
     */
    @Transactional
    public void expectRelease(Actor actor, CaseId id, Optional<LocalDate> day) {
        processes.hold(id.value());
        detentions.expectRelease(actor, id, day);
        UUID process = id.value();
        boolean soon =
                day.filter(date -> !beginOf(date).isAfter(clock.instant())).isPresent();
        if (processes.isOpen(process, SharedSteps.WATCH_RELEASE)) {
            if (soon) {
                processes.complete(process, SharedSteps.WATCH_RELEASE, Map.of(RELEASE, "PREPARE"));
            } else {
                setBegin(process, day);
            }
        } else if (processes.isOpen(process, SharedSteps.PREPARE_RELEASE)) {
            if (!soon) {
                processes.completeAndGoBack(process, SharedSteps.PREPARE_RELEASE, watching(day), ADMITTED);
                setBegin(process, day);
            }
        } else {
            throw Refusal.conflict("wrong-phase");
        }
        if (processes.isOpen(process, SharedSteps.PREPARE_RELEASE)) {
            day.ifPresent(
                    date -> processes.setDue(process, SharedSteps.PREPARE_RELEASE, WorkingDays.onMorningOf(date)));
        }
    }

    private void setBegin(UUID process, Optional<LocalDate> day) {
        day.map(this::beginOf)
                .ifPresentOrElse(
                        begin -> processes.setDue(process, SharedSteps.WATCH_RELEASE, begin),
                        () -> processes.clearDue(process, SharedSteps.WATCH_RELEASE));
    }

    private Map<String, Object> watching(Optional<LocalDate> day) {
        return Map.of(RELEASE, "WATCH", "preReleaseAt", day.map(this::beginOf).orElse(Processes.NEVER));
    }

    /** When the return begins to be prepared; how long before, the table says. */
    private Instant beginOf(LocalDate release) {
        return tables.term(SharedSteps.PREPARE_RELEASE).before(release);
    }

    /**
     * Somebody left prison and nobody had expected it, and nobody knows where they go: a task to find that out. Nothing goes
     * to any other cell.
     */
    @Transactional
    public void releasedToUnknown(Actor actor, CaseId id) {
        processes.hold(id.value());
        detentions.leftUnexpectedly(actor, id);
        processes.complete(id.value(), stepOf(id), Map.of(RELEASE, "FIND"));
        processes.setDue(
                id.value(),
                SharedSteps.FIND_DESTINATION,
                tables.term(SharedSteps.FIND_DESTINATION).after(clock.instant()));
    }

    /**
     * Somebody left prison and nobody had expected it: the LIVC R of destination gets who they are and why, and no more, and
     * must acknowledge within hours.
     *
     * @throws Refusal {@code emergency-to-prison}, when the destination is no LIVC R
     */
    public TransferId releasedTo(Actor actor, CaseId id, CellId destination, String reason) {
        if (!transfers.fits(TransferKind.EMERGENCY, destination)) {
            throw Refusal.invalid("to", "emergency-to-prison");
        }
        transactions.executeWithoutResult(tx -> detentions.requireMayFollow(actor, id));
        return transfers.offer(
                actor,
                new OfferTransfer(id, destination, TransferKind.EMERGENCY, purposeThere(destination), reason, Set.of()),
                () -> detentions.leftUnexpectedly(actor, id));
    }

    /** An emergency serves what the other cell is there for. */
    private String purposeThere(CellId destination) {
        return cells.find(destination).orElseThrow(Refusal::notFound).mainPurpose();
    }

    /** Somebody was moved to a prison without a PIVC: the case is frozen. */
    @Transactional
    public void relocate(Actor actor, CaseId id) {
        processes.hold(id.value());
        detentions.freeze(actor, id);
        processes.complete(id.value(), stepOf(id), Map.of(RELEASE, "FREEZE"));
    }

    /** They are back: the case goes on. */
    @Transactional
    public void comeBack(Actor actor, CaseId id) {
        processes.hold(id.value());
        detentions.thaw(actor, id);
        Optional<LocalDate> day = detentions.of(id).releaseOn();
        processes.completeAndGoBack(id.value(), SharedSteps.FROZEN, watching(day), ADMITTED);
        setBegin(id.value(), day);
    }

    /** Which step of the release waits in a case; empty when its release is not followed. */
    public Optional<String> waitingStep(CaseId id) {
        return SharedSteps.releaseAmong(processes.open(id.value()));
    }

    private String stepOf(CaseId id) {
        return waitingStep(id)
                .filter(step -> !step.equals(SharedSteps.FIND_DESTINATION) && !step.equals(SharedSteps.FROZEN))
                .orElseThrow(() -> Refusal.conflict("wrong-phase"));
    }

    /** The cases that this reader sees, by when their person is expected to leave prison; those of unknown date last. */
    public List<Expected> expected(Actor reader) {
        List<CaseRow> rows = cases.list(reader, Optional.empty(), Optional.empty(), Page.MOST)
                .items();
        Map<CaseId, Detention> known =
                new HashMap<>(detentions.of(rows.stream().map(CaseRow::id).toList()));
        return rows.stream()
                .filter(row -> !row.phase().equals("CLOSED"))
                .map(row -> new Expected(row, known.getOrDefault(row.id(), Detention.UNKNOWN)))
                .sorted(Comparator.comparing(one -> one.detention().releaseOn().orElse(LocalDate.MAX)))
                .toList();
    }
}

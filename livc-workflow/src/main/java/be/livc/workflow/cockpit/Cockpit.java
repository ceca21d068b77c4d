package be.livc.workflow.cockpit;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CellId;
import be.livc.workflow.engine.EngineRoom;
import be.livc.workflow.engine.ProcessVersions;
import be.livc.workflow.transfer.Settling;
import be.livc.workflow.transfer.SharedSteps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The processes of a cell for who sets it up; each thing done stands in the ledger. */
@Component
public class Cockpit {

    private static final List<String> PROCESSES = List.of(SharedSteps.PROCESS, SharedSteps.PROCESS_OF_A_PIVC);

    /**
     * A hand-over that could not be finished yet; it is tried again each minute.
     *
     * @param from the name of a cell
     * @param to the name of the other
     */
    public record HeldUp(String from, String to, Instant since) {}

    /** How the processes do. */
    public record View(
            List<EngineRoom.Waiting> waiting,
            List<EngineRoom.Trouble> failed,
            List<EngineRoom.Trouble> stuck,
            List<HeldUp> heldUp,
            List<ProcessVersions.Outdated> outdated) {

        /** Whether nothing failed, hangs or is held up. */
        public boolean isWell() {
            return failed.isEmpty() && stuck.isEmpty() && heldUp.isEmpty();
        }
    }

    private final EngineRoom engine;
    private final ProcessVersions versions;
    private final Settling settling;
    private final Cells cells;
    private final Access access;
    private final Ledger ledger;
    private final TransactionTemplate transactions;

    Cockpit(
            EngineRoom engine,
            ProcessVersions versions,
            Settling settling,
            Cells cells,
            Access access,
            Ledger ledger,
            TransactionTemplate transactions) {
        this.engine = engine;
        this.versions = versions;
        this.settling = settling;
        this.cells = cells;
        this.access = access;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * Everything at once; a move of cases is shown before anybody does it.
     *
     * @throws be.livc.platform.Refusal forbidden, for who does not set the cell up
     */
    @Transactional
    public View look(Actor actor) {
        access.toAct(actor, Act.CONFIGURE_CELL, "processes");
        return new View(
                engine.waiting(),
                engine.failed(),
                engine.stuck(),
                settling.heldUp().stream()
                        .map(one -> new HeldUp(nameOf(one.from()), nameOf(one.to()), one.since()))
                        .toList(),
                PROCESSES.stream()
                        .flatMap(process -> versions.preview(process).stream())
                        .toList());
    }

    private String nameOf(CellId cell) {
        return cells.find(cell).map(Cell::name).orElse("");
    }

    /** Lets a job run once more. */
    @Transactional
    public void retry(Actor actor, UUID job) {
        access.toAct(actor, Act.CONFIGURE_CELL, "processes");
        engine.retry(job);
        ledger.append(entry(actor, "job-retried"));
    }

    /** Moves the running cases of this cell to the newest version of their process, each by itself; the entry comes first. */
    public int migrate(Actor actor) {
        transactions.executeWithoutResult(tx -> {
            access.toAct(actor, Act.CONFIGURE_CELL, "processes");
            ledger.append(entry(actor, "processes-migrated"));
        });
        return PROCESSES.stream().mapToInt(versions::migrate).sum();
    }

    private static Entry entry(Actor actor, String what) {
        return Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE_CELL.action())
                .on("processes", actor.cell().value())
                .forPurpose(actor.purpose())
                .because(what);
    }
}

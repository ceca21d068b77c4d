package be.livc.web.setup;

import be.livc.cell.Accounts;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.FoundCell;
import be.livc.ledger.LedgerActor;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.setup.Setup;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the program still has to be set up, and how that is done: the desk, a first cell, and its administrator. */
@Component
class FirstRun {

    /**
     * Asks for the first cell and its administrator.
     *
     * @param municipalities NIS codes; more than one where towns share the cell
     * @param purpose a code of the list {@code purposes}
     */
    record FirstCell(
            String name,
            List<String> municipalities,
            String purpose,
            String username,
            String displayName,
            String passwordHash) {}

    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);
    private static final String DESK = "VVSG";

    private final SetUpCode code = new SetUpCode();
    private final Accounts accounts;
    private final Cells cells;
    private final Setup setup;
    private final TransactionTemplate transactions;
    private final boolean demo;

    /** There are accounts; that does not change back. */
    private volatile boolean done;

    FirstRun(
            Accounts accounts,
            Cells cells,
            Setup setup,
            TransactionTemplate transactions,
            @Value("${livc.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.cells = cells;
        this.setup = setup;
        this.transactions = transactions;
        this.demo = demo;
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        if (isOpen()) {
            LOG.info(
                    "Nog niemand heeft een account. Open {} op poort {} en geef deze code in: {}",
                    FirstRunController.PATH,
                    ready.getApplicationContext().getEnvironment().getProperty("local.server.port"),
                    code.text());
        }
    }

    /** Whether nobody has an account yet. The demo brings its own. */
    boolean isOpen() {
        if (!done) {
            done = demo || !accounts.isEmpty();
        }
        return !done;
    }

    /** Whether this is the code in the log. */
    boolean isCode(String typed) {
        return code.is(typed);
    }

    /**
     * Sets the program up. One at a time, and once; when it fails nothing of the cell is left.
     *
     * @throws Refusal when it was done before, or something that was asked is not right
     */
    synchronized void setUp(FirstCell first, RequestSource source) {
        if (!isOpen()) {
            throw Refusal.notFound();
        }
        if (cells.all().stream().noneMatch(cell -> cell.kind() == CellKind.DESK)) {
            found(CellKind.DESK, DESK, List.of(), first.purpose(), source, () -> {});
        }
        found(
                CellKind.LIVC_R,
                first.name(),
                first.municipalities(),
                first.purpose(),
                source,
                () -> setup.firstAdministrator(source, first.username(), first.displayName(), first.passwordHash()));
        LOG.info("De eerste cel en haar beheerder zijn gemaakt");
    }

    private void found(
            CellKind kind,
            String name,
            List<String> municipalities,
            String purpose,
            RequestSource source,
            Runnable then) {
        FoundCell founded = new FoundCell(kind, name, municipalities, purpose, Optional.empty());
        cells.inNewCell(() -> transactions.execute(status -> {
            setup.found(LedgerActor.PROGRAM, source, founded);
            then.run();
            return Boolean.TRUE;
        }));
    }
}

package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.RequestSource;
import be.livc.testing.OnTheTestDatabase;
import be.livc.testing.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import livc.program.CoreTestApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A cell with a ledger on a real database, and a thief with a superuser's connection beside it. */
@SpringBootTest(classes = {CoreTestApplication.class, LedgerTestParts.class})
abstract class LedgerTestBase implements OnTheTestDatabase {

    static final LedgerActor COORDINATOR = LedgerActor.of(Ids.next(), Ids.next(), "coordinator", Ids.next());
    static final RequestSource SOURCE = new RequestSource("4f2a", "9c1b");

    final CellId cell = new CellId(Ids.next());

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SettableClock clock;

    static Entry aRead() {
        return aRead(Ids.next());
    }

    static Entry aRead(UUID caseId) {
        return Entry.by(COORDINATOR, SOURCE)
                .did(Action.READ)
                .on("case", caseId)
                .forPurpose("follow-up")
                .inCase(caseId);
    }

    /** Appends in a transaction of its own, for the cell. */
    Receipt append(Entry entry) {
        return CurrentCell.in(cell, () -> transactions.execute(status -> ledger.append(entry)));
    }

    void append(int entries) {
        for (int i = 0; i < entries; i++) {
            append(aRead());
        }
    }

    long size() {
        return CurrentCell.in(
                cell,
                () -> transactions.execute(
                        status -> jdbc.queryForObject("select count(*) from ledger_entry", Long.class)));
    }

    /** Runs SQL that no row-level security binds; a question mark stands for the cell. */
    void asSuperuser(String... statements) {
        try {
            TestDatabase.executeAsSuperuser(Stream.of(statements)
                    .map(sql -> sql.replace("?", "'" + cell + "'"))
                    .toArray(String[]::new));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

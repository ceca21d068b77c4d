package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Page;
import be.livc.testing.ACell;
import be.livc.testing.TestDatabase;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferState;
import be.livc.workflow.transfer.OfferCheck;
import be.livc.workflow.transfer.Settling;
import be.livc.workflow.transfer.TransferFlow;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A town, another town beside it, and a case that is offered from the one to the other. */
abstract class HandOverTestBase extends CaseTest {

    static final String THERE = "de coördinator van de andere stad";
    static final String OFFICER_THERE = "de information officer van de andere stad";
    static final String MAYOR_THERE = "de burgemeester van de andere stad";

    @Autowired
    TransferFlow transfers;

    @Autowired
    TransferReading reading;

    @Autowired
    Settling settling;

    ACell otherTown;

    @BeforeEach
    void found_the_other_town() {
        otherTown = aTownElsewhere().foundedIn(beans);
    }

    static ACell.Builder aTownElsewhere() {
        return ACell.aCell()
                .withMandate(MAYOR_THERE, Capacity.MAYOR)
                .withMandate(THERE, Capacity.COORDINATOR)
                .withMandate(OFFICER_THERE, Capacity.INFORMATION_OFFICER)
                .withLawCovering("MUNICIPALITY", "POLICE");
    }

    Actor there(String name) {
        return otherTown.actor(name);
    }

    OfferCheck checked(CaseId caseId) {
        return in(() -> transfers.check(as(COORDINATOR), caseId, otherTown.id(), "PREVENT_TERRORISM"));
    }

    TransferId offered(CaseId caseId, TransferKind kind) {
        Set<UUID> facts = checked(caseId).parts().stream()
                .map(OfferCheck.Judged::part)
                .filter(part -> part.type() == ObjectType.FACT)
                .map(part -> part.id())
                .collect(Collectors.toSet());
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, otherTown.id(), kind, "PREVENT_TERRORISM", "Verhuisd naar de buurgemeente", facts)));
    }

    TakenOver accepted(TransferId id) {
        return otherTown.in(() -> transfers.accept(there(THERE), id));
    }

    TransferState stateHere(TransferId id) {
        return in(() -> reading.open(as(COORDINATOR), id)).state();
    }

    /** What a cell's ledger tells of a hand-over, in order; each entry names the other half. */
    List<String> whatHappened(ACell where, TransferId id) {
        ACell other = where == cell ? otherTown : cell;
        return where.in(() -> ledger.entries(LedgerFilter.all().of(Action.TRANSFER), Page.MOST)).items().stream()
                .map(view -> view.entry().orElseThrow())
                .filter(entry -> entry.object().id().equals(id.toString()))
                .peek(entry -> assertThat(entry.link().orElseThrow().cell()).isEqualTo(other.id()))
                .map(entry -> entry.why().orElseThrow())
                .toList();
    }

    /** Makes the database refuse one change of state, as a full disk or a lost connection would. */
    final class Fault {

        private final String table;
        private final String name;

        Fault(String table, String state) throws SQLException {
            this.table = table;
            this.name = "fault_" + state.toLowerCase(Locale.ROOT);
            TestDatabase.executeAsSuperuser(
                    "create or replace function " + name + "() returns trigger language plpgsql as"
                            + " $$ begin raise exception 'a fault of the test'; end $$");
            TestDatabase.executeAsSuperuser("create trigger " + name + " before insert or update on " + table
                    + " for each row when (new.state = '"
                    + state + "' and new.cell_id in ('" + cell.id() + "', '" + otherTown.id() + "')) execute function "
                    + name + "()");
        }

        void end() throws SQLException {
            TestDatabase.executeAsSuperuser("drop trigger " + name + " on " + table);
            TestDatabase.executeAsSuperuser("drop function " + name + "()");
        }
    }
}

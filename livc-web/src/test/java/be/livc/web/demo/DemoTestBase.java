package be.livc.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.cell.Mandates;
import be.livc.cell.UserId;
import be.livc.platform.CellId;
import be.livc.platform.RequestSource;
import be.livc.web.WebTest;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** The program with its demo, as all tests of the web have it, and what its people may do. */
abstract class DemoTestBase extends WebTest {

    @Autowired
    Accounts accounts;

    @Autowired
    private Cells cells;

    @Autowired
    private Mandates mandates;

    List<Cell> demoCells() {
        return cells.all().stream()
                .filter(cell ->
                        cell.founding().filter(DemoCells.FOUNDING::equals).isPresent())
                .toList();
    }

    Actor actor(String username) {
        UserId user = accounts.byUsername(username).orElseThrow().id();
        List<CellId> entered = accounts.cellsOf(user);
        assertThat(entered).as(username).hasSize(1);
        return mandates.actor(user, entered.get(0), RequestSource.PROGRAM).orElseThrow();
    }
}

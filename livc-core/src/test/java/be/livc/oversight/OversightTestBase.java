package be.livc.oversight;

import static be.livc.testing.ACell.aCell;

import be.livc.access.Access;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.Ids;
import be.livc.testing.ACell;
import be.livc.testing.MutableClock;
import be.livc.testing.OnTheTestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import livc.program.CoreTestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A cell at noon, with a coordinator, a member and a DPO before whom comes what no reason explains. */
@SpringBootTest(classes = {CoreTestApplication.class, MutableClock.Parts.class})
abstract class OversightTestBase implements OnTheTestDatabase {

    static final Instant NOON = Instant.parse("2030-03-05T11:00:00Z");

    @Autowired
    BeanFactory beans;

    @Autowired
    UnusualAccess unusual;

    @Autowired
    Access access;

    @Autowired
    Ledger ledger;

    @Autowired
    Entitlements entitlements;

    @Autowired
    MutableClock clock;

    ACell cell;
    Actor an;
    Actor els;
    Actor dpo;
    final UUID file = Ids.next();

    @BeforeEach
    void a_cell_at_noon() {
        clock.set(NOON);
        foundWith("An", "Els", "Dirk");
    }

    @AfterEach
    void set_the_clock_right() {
        clock.setRight();
    }

    /** A cell of its own for these people. */
    void foundWith(String coordinator, String member, String officer) {
        cell = aCell().withMandate(coordinator, Capacity.COORDINATOR)
                .withMandate(member, Capacity.MEMBER)
                .withMandate(officer, Capacity.DPO)
                .foundedIn(beans);
        an = cell.actor(coordinator);
        els = cell.actor(member);
        dpo = cell.actor(officer);
    }

    List<Finding> open() {
        return cell.in(() -> unusual.open(dpo, 100));
    }

    RuleRecord record(ReviewRule rule) {
        return cell.in(unusual::rules).stream()
                .filter(record -> record.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    void did(Actor actor, Action action, UUID caseId, String why) {
        append(access.entry(actor, action, ObjectType.CASE, caseId)
                .inCase(caseId)
                .because(why));
    }

    void append(Entry entry) {
        cell.transact(() -> ledger.append(entry));
    }
}

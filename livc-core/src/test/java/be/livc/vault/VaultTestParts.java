package be.livc.vault;

import static be.livc.testing.ACell.aCell;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Searching;
import be.livc.cell.Capacity;
import be.livc.platform.Ids;
import be.livc.testing.ACell;
import be.livc.testing.MutableClock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A cell with a coordinator and a member, and real grants. */
abstract class VaultTestParts {

    @Autowired
    BeanFactory beans;

    @Autowired
    Vault vault;

    @Autowired
    CaseKeys caseKeys;

    @Autowired
    Access access;

    @Autowired
    Searching searching;

    @Autowired
    Entitlements entitlements;

    @Autowired
    MutableClock clock;

    ACell cell;

    @BeforeEach
    void found_a_cell() {
        cell = anotherCell();
    }

    ACell anotherCell() {
        return aCell().withMandate("An", Capacity.COORDINATOR)
                .withMandate("Els", Capacity.MEMBER)
                .foundedIn(beans);
    }

    /** A case that the coordinator sees, with its key. */
    UUID aCase(ACell where) {
        UUID id = Ids.next();
        where.transact(() -> {
            entitlements.protect(ObjectType.CASE, id, Optional.of(id), Optional.empty(), Optional.empty());
            vault.bornWith(id, toMake(where));
        });
        return id;
    }

    UUID aCase() {
        return aCase(cell);
    }

    /** Something in a case that the coordinator sees. */
    UUID aDecisionIn(UUID caseId) {
        UUID id = Ids.next();
        cell.transact(() -> entitlements.protect(
                ObjectType.DECISION, id, Optional.of(caseId), Optional.of(caseId), Optional.empty()));
        return id;
    }

    /** What lets the coordinator write in the cell. */
    Grant toMake(ACell where) {
        return access.toAct(where.actor("An"), Act.FILE_SIGNAL, "signal");
    }

    /** What lets the coordinator read a case, committed. */
    Grant toRead(UUID caseId) {
        return cell.transact(() -> toReadNow(caseId));
    }

    /** The same in the running transaction. */
    Grant toReadNow(UUID caseId) {
        return access.toRead(cell.actor("An"), ObjectType.CASE, caseId).grant();
    }

    Place noteOf(UUID caseId) {
        return new Place(cell.id(), caseId, "case_file", "note", caseId);
    }

    Sealed sealed(String text, Place place) {
        return cell.transact(() -> vault.seal(text, place, toMake(cell)));
    }

    String open(Sealed sealed, UUID caseId) {
        Grant grant = toRead(caseId);
        return cell.in(() -> vault.open(sealed, grant));
    }

    void destroy(UUID record) {
        cell.transact(() -> vault.destroy(record, toMake(cell)));
    }
}

package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.Why;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Others than the subject of a case: seen by who recorded them and by the coordinator; never findable, since the vault keeps
 * no search record of them. A shielded address is seen by who told it alone.
 */
@Component
public class ThirdParties {

    private record Row(
            UUID id,
            ThirdPartyRole role,
            MandateId owner,
            Sealed person,
            @Nullable UUID addressId,
            @Nullable Sealed address,
            boolean shielded) {}

    private record Loaded(List<Row> rows, Sight sight) {}

    private final Access access;
    private final Entitlements entitlements;
    private final Phases phases;
    private final Ledger ledger;
    private final Vault vault;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ThirdParties(
            Access access,
            Entitlements entitlements,
            Phases phases,
            Ledger ledger,
            Vault vault,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.access = access;
        this.entitlements = entitlements;
        this.phases = phases;
        this.ledger = ledger;
        this.vault = vault;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records somebody.
     *
     * @throws Refusal not found, when the actor does not see the case; invalid {@code name}
     */
    @Transactional
    public UUID record(Actor actor, RecordThirdParty asked) {
        UUID caseId = asked.caseId().value();
        Grant grant = access.toAct(actor, Act.RECORD_THIRD_PARTY, ObjectType.CASE, caseId);
        ShortText.LINE.require("name", asked.name());
        ShortText.LINE.requireShort("address", asked.address().orElse(""));
        UUID id = Ids.next();
        Optional<String> address = asked.address().filter(text -> !text.isBlank());
        Optional<UUID> addressId = address.map(text -> Ids.next());
        jdbc.update(
                "insert into third_party (cell_id, id, case_id, role, owner_id, at, person_sealed, address_id,"
                        + " address_sealed, shielded) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                id,
                caseId,
                asked.role().name(),
                actor.mandate().value(),
                Timestamp.from(clock.instant()),
                vault.seal(asked.name(), place(asked.caseId(), "person", id), grant)
                        .toColumn(),
                addressId.orElse(null),
                address.map(text -> vault.seal(text, place(asked.caseId(), "address", addressId.orElseThrow()), grant)
                                .toColumn())
                        .orElse(null),
                address.isPresent() && asked.shielded());
        entitlements.protect(
                ObjectType.THIRD_PARTY, id, Optional.of(caseId), Optional.of(caseId), Optional.of(actor.mandate()));
        addressId.ifPresent(one -> protectAddress(one, caseId, id, actor.mandate(), asked.shielded()));
        ledger.append(access.entry(actor, Act.RECORD_THIRD_PARTY.action(), ObjectType.THIRD_PARTY, id)
                .inCase(caseId)
                .because(asked.role().name()));
        return id;
    }

    private void protectAddress(UUID address, UUID caseId, UUID whose, MandateId by, boolean shielded) {
        entitlements.protect(
                ObjectType.SHIELDED_ADDRESS, address, Optional.of(caseId), Optional.of(whose), Optional.of(by));
        if (!shielded) {
            entitlements.entitle(address, Capacity.COORDINATOR, Why.COORDINATOR_OF_CELL);
        }
    }

    private static Place place(CaseId caseId, String column, UUID row) {
        return new Place(CurrentCell.require(), caseId.value(), "third_party", column, row);
    }

    /**
     * Those that this reader sees in a case; recorded.
     *
     * @throws Refusal not found, when the reader sees nothing of the case
     */
    public List<ThirdPartyView> of(Actor reader, CaseId caseId) {
        Loaded loaded = Objects.requireNonNull(transactions.execute(tx -> {
            if (phases.isErased(caseId)) {
                throw access.denied(reader, ObjectType.CASE, caseId.value());
            }
            Sight sight = access.toRead(reader, ObjectType.CASE, caseId.value());
            return new Loaded(
                    rows(caseId).stream().filter(row -> sight.sees(row.id())).toList(), sight);
        }));
        return loaded.rows().stream().map(row -> opened(row, loaded.sight())).toList();
    }

    private List<Row> rows(CaseId caseId) {
        return jdbc.query(
                "select * from third_party where cell_id = ? and case_id = ? order by at, id",
                (row, n) -> row(caseId, row),
                CurrentCell.require().value(),
                caseId.value());
    }

    private static Row row(CaseId caseId, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID addressId = row.getObject("address_id", UUID.class);
        return new Row(
                id,
                ThirdPartyRole.valueOf(row.getString("role")),
                new MandateId(row.getObject("owner_id", UUID.class)),
                Sealed.fromColumn(row.getBytes("person_sealed")).at(place(caseId, "person", id)),
                addressId,
                addressId == null
                        ? null
                        : Sealed.fromColumn(row.getBytes("address_sealed")).at(place(caseId, "address", addressId)),
                row.getBoolean("shielded"));
    }

    private ThirdPartyView opened(Row row, Sight sight) {
        Optional<String> address = Optional.ofNullable(row.address())
                .filter(kept -> row.addressId() != null && sight.sees(row.addressId()))
                .map(kept -> vault.open(kept, sight.grant()));
        return new ThirdPartyView(
                row.id(), row.role(), vault.open(row.person(), sight.grant()), address, row.shielded(), row.owner());
    }
}

package be.livc.access;

import be.livc.cell.Actor;
import be.livc.cell.Cells;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the cases of the towns apart that share one cell (wet 30-07-2018 art. 2; scenario 10). Somebody who acts for one of the
 * towns sees a case of another only as anybody would: invited, present, or having contributed to it. A case without a town, and
 * a mandate without one, is of all of them.
 */
@Component
public class Towns {

    /**
     * A condition over {@code :cell} and {@code :mandate}, for lists: that the case in this column is not one of another town
     * than the reader's.
     */
    public static String own(String caseColumn) {
        return "(not exists (select 1 from mandate_town mt where mt.cell_id = :cell and mt.mandate_id = :mandate)"
                + " or not exists (select 1 from case_town ct where ct.cell_id = :cell and ct.case_id = " + caseColumn
                + " and not exists (select 1 from mandate_town mt where mt.cell_id = :cell"
                + " and mt.mandate_id = :mandate and mt.nis = ct.nis)))";
    }

    /**
     * A condition over {@code :cell}, {@code :mandate} and {@code :capacity}, for lists: that the reader sees what is in the
     * column, by their capacity in their own towns or in person anywhere.
     *
     * @param all whether their capacity sees all of its kind ({@link WhoSees#seesAll})
     */
    public static String seen(boolean all, String column, String caseColumn) {
        String entitled = " and " + column + " in (" + Access.ENTITLED_OBJECTS + ")";
        return "((" + own(caseColumn) + (all ? "" : entitled) + ") or " + column + " in (" + Access.ENTITLED_IN_PERSON
                + "))";
    }

    private static final String ELSEWHERE =
            "select c.case_id from case_town c where c.cell_id = :cell and not " + own("c.case_id");

    private final Cells cells;
    private final Mandates mandates;
    private final Access access;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    Towns(Cells cells, Mandates mandates, Access access, Ledger ledger, JdbcTemplate jdbc) {
        this.cells = cells;
        this.mandates = mandates;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * Says for which towns a mandate acts; none for all of them.
     *
     * @throws Refusal not found, when there is no such mandate; forbidden, when the actor acts for one town only; invalid
     *     {@code municipality}, when it is not of the cell
     */
    @Transactional
    public void actsFor(Actor actor, MandateId mandate, Set<String> nis) {
        access.toAct(actor, Act.CONFIGURE_CELL, "mandate", mandate.value());
        if (mandates.find(mandate).isEmpty()) {
            throw access.denied(actor, "mandate", mandate.value());
        }
        if (!of(actor.mandate()).isEmpty()) {
            throw Refusal.forbidden();
        }
        nis.forEach(this::requireOfCell);
        jdbc.update("delete from mandate_town where cell_id = ? and mandate_id = ?", cell(), mandate.value());
        new TreeSet<>(nis)
                .forEach(one -> jdbc.update(
                        "insert into mandate_town (cell_id, mandate_id, nis) values (?, ?, ?)",
                        cell(),
                        mandate.value(),
                        one));
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Action.CONFIGURE)
                .on("mandate", mandate.value())
                .forPurpose(actor.purpose())
                .because(nis.isEmpty() ? "all-municipalities" : "municipality"));
    }

    private void requireOfCell(String nis) {
        if (!cells.current().municipalities().contains(nis)) {
            throw Refusal.invalid("municipality", "not-of-this-cell");
        }
    }

    /** The towns that this mandate acts for; none where it acts for all. */
    @Transactional(readOnly = true)
    public Set<String> of(MandateId mandate) {
        return ofMandates().getOrDefault(mandate, Set.of());
    }

    /** The same of all mandates that do not act for all towns. */
    @Transactional(readOnly = true)
    public Map<MandateId, Set<String>> ofMandates() {
        Map<MandateId, Set<String>> towns = new HashMap<>();
        jdbc.query(
                "select mandate_id, nis from mandate_town where cell_id = ? order by nis",
                row -> {
                    towns.computeIfAbsent(new MandateId(row.getObject(1, UUID.class)), mandate -> new TreeSet<>())
                            .add(row.getString(2));
                },
                cell());
        return towns;
    }

    /** The town that a case is of; empty where it is of all. */
    @Transactional(readOnly = true)
    public Optional<String> ofCase(UUID caseId) {
        return jdbc
                .queryForList(
                        "select nis from case_town where cell_id = ? and case_id = ?", String.class, cell(), caseId)
                .stream()
                .findFirst();
    }

    /** A signal of somebody who acts for one town is about that town, and so is the case that comes of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begins(Actor actor, UUID caseId) {
        Set<String> own = of(actor.mandate());
        if (own.size() == 1) {
            keep(caseId, own.iterator().next());
        }
    }

    /**
     * Says which town a case is of; empty for all.
     *
     * @throws Refusal when the actor may not plan for the case; invalid {@code municipality}, when it is not of the cell
     */
    @Transactional
    public void caseIsOf(Actor actor, UUID caseId, Optional<String> nis) {
        access.toAct(actor, Act.PLAN, ObjectType.CASE, caseId);
        nis.ifPresent(this::requireOfCell);
        nis.ifPresentOrElse(
                one -> keep(caseId, one),
                () -> jdbc.update("delete from case_town where cell_id = ? and case_id = ?", cell(), caseId));
        ledger.append(access.entry(actor, Action.UPDATE, ObjectType.CASE, caseId)
                .inCase(caseId)
                .because("municipality"));
    }

    private void keep(UUID caseId, String nis) {
        jdbc.update(
                "insert into case_town (cell_id, case_id, nis) values (?, ?, ?)"
                        + " on conflict (cell_id, case_id) do update set nis = excluded.nis",
                cell(),
                caseId,
                nis);
    }

    /** The cases that are of another town than this mandate acts for; none for who acts for all towns. */
    @Transactional(readOnly = true)
    public Set<UUID> elsewhere(MandateId mandate) {
        return Set.copyOf(named.query(
                ELSEWHERE,
                Map.of("cell", cell(), "mandate", mandate.value()),
                (row, n) -> row.getObject(1, UUID.class)));
    }

    private static UUID cell() {
        return CurrentCell.require().value();
    }
}

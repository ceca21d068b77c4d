package be.livc.web.api;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a cell holds, read from its tables: the things that the addresses of the program name. */
final class CellObjects {

    /** Where the things of a kind stand: their id, and the case that they are of, if any. */
    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("signal", "select id, case_id from signal"),
            Map.entry("case", "select id, id from case_file"),
            Map.entry("consultation", "select id, null::uuid from consultation"),
            Map.entry("mandate", "select id, null::uuid from mandate"),
            Map.entry("partner", "select id, null::uuid from partner"),
            Map.entry("basis", "select id, null::uuid from legal_basis"),
            Map.entry("document", "select id, case_id from document"),
            Map.entry("embargo", "select id, object_id from embargo"),
            Map.entry("transfer", "select id, case_id from transfer_out union all select id, case_id from transfer_in"),
            Map.entry("request", "select id, null::uuid from subject_request"),
            Map.entry("reminder", "select id, case_id from reminder"),
            Map.entry("article", "select id, null::uuid from article"),
            Map.entry("question", "select id, null::uuid from helpdesk_question"),
            Map.entry("action", "select id, null::uuid from planned_action"));

    /** The things within a case or a consultation that an address can name besides. */
    private static final Map<String, Map<String, String>> WITHIN = Map.of(
            "case",
            Map.of(
                    "measure", "select id from measure where case_id = ? limit 1",
                    "document", "select id from document where case_id = ? limit 1",
                    "piece", "select id from access_object where case_id = ? limit 1"),
            "consultation",
            Map.of(
                    "sheet",
                    "select s.id from feedback_sheet s join agenda_item i on i.id = s.agenda_item_id"
                            + " where i.consultation_id = ? limit 1",
                    "mandateId",
                    "select mandate_id from invitation v join agenda_item i on i.id = v.agenda_item_id"
                            + " where i.consultation_id = ? limit 1"));

    private final JdbcTemplate database;
    private final TransactionTemplate transactions;

    CellObjects(JdbcTemplate database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * One thing.
     *
     * @param kind what it is, as {@link EveryRoute#object} says it
     * @param id its id
     * @param caseId the case it is of; empty for what is of no case
     * @param within ids of things in it, by the name of the variable that they fill
     */
    record CellObject(String kind, String id, Optional<String> caseId, Map<String, String> within) {}

    /** Everything in a cell of the kinds that have a table. */
    List<CellObject> of(CellId cell) {
        List<CellObject> all = new ArrayList<>();
        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(
                        tx -> SOURCES.forEach((kind, sql) -> all.addAll(of(kind, sql)))));
        return all;
    }

    private List<CellObject> of(String kind, String sql) {
        return database
                .query(
                        sql + " order by 1 limit 200",
                        (row, n) -> new CellObject(
                                kind,
                                row.getString(1),
                                Optional.ofNullable(row.getString(2)),
                                within(kind, row.getObject(1, UUID.class))))
                .stream()
                .filter(distinct())
                .toList();
    }

    private static Predicate<CellObject> distinct() {
        List<String> had = new ArrayList<>();
        return one -> !had.contains(one.id()) && had.add(one.id());
    }

    private Map<String, String> within(String kind, UUID id) {
        Map<String, String> ids = new HashMap<>();
        WITHIN.getOrDefault(kind, Map.of())
                .forEach((variable, sql) -> database.queryForList(sql, String.class, id).stream()
                        .findFirst()
                        .ifPresent(found -> ids.put(variable, found)));
        return ids;
    }
}

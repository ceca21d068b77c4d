package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pages through the entries of a cell. */
@Component
class LedgerList {

    /** How many entries are looked up in one statement. */
    private static final int STRIDE = 50_000;

    /** A text that somebody altered may be no JSON any more; it is then found by what stands beside it only. */
    private static final String LOOK_UP = "insert into ledger_lookup (cell_id, key, seq)"
            + " select e.cell_id, k.key, e.seq from ledger_entry e"
            + " cross join lateral (select case when pg_input_is_valid(e.leaf, 'jsonb') then e.leaf::jsonb end) as l (j)"
            + " cross join lateral (values ('actor ' || e.actor_user), ('case ' || e.case_id),"
            + " ('result ' || e.result), (case when e.action <> 'read' then 'action ' || e.action end),"
            + " ('partner ' || (l.j #>> '{actor,partner}')), ('mandate ' || (l.j #>> '{actor,mandate}')), ('object ' || (l.j #>> '{object,id}')),"
            + " ('why ' || (l.j ->> 'why'))"
            + ") as k (key) where e.cell_id = ? and e.seq >= ? and e.seq < ? and k.key is not null"
            + " union all select e.cell_id, 'to ' || r.id, e.seq from ledger_entry e"
            + " cross join lateral (select case when pg_input_is_valid(e.leaf, 'jsonb') then e.leaf::jsonb end) as l (j)"
            + " cross join lateral jsonb_array_elements_text(case when jsonb_typeof(l.j -> 'recipients') = 'array'"
            + " then l.j -> 'recipients' else '[]' end) as r (id)"
            + " where e.cell_id = ? and e.seq >= ? and e.seq < ? on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final TreeReader tree;

    LedgerList(JdbcTemplate jdbc, TreeReader tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /** Looks up what was added since the last time; a few rows, or all of them the first time. */
    void catchUp(CellId cell) {
        List<Long> until =
                jdbc.queryForList("select until from ledger_looked_up where cell_id = ?", Long.class, cell.value());
        long from = until.isEmpty() ? 0 : until.get(0);
        long size = tree.size(cell);
        for (long at = from; at < size; at += STRIDE) {
            long end = Math.min(size, at + STRIDE);
            jdbc.update(LOOK_UP, cell.value(), at, end, cell.value(), at, end);
        }
        if (size > from) {
            jdbc.update(
                    "insert into ledger_looked_up (cell_id, until) values (?, ?) on conflict (cell_id)"
                            + " do update set until = greatest(ledger_looked_up.until, excluded.until)",
                    cell.value(),
                    size);
        }
    }

    Page<LedgerEntryView> page(CellId cell, LedgerFilter filter, int limit) {
        if (!filter.keys().isEmpty() || filter.action().isPresent()) {
            catchUp(cell);
        }
        int length = Page.bounded(limit);
        Query query = new Query(cell, filter);
        List<LedgerEntryView> rows =
                jdbc.query(query.sql(length + 1), (row, number) -> view(row), query.values.toArray());
        return Page.of(rows, length, view -> Long.toString(view.index()));
    }

    /** How much was done on each day on which something was, the earliest first. */
    List<DayOfActivity> activity(CellId cell, LedgerFilter filter) {
        catchUp(cell);
        Query query = new Query(cell, filter);
        return jdbc.query(
                query.sqlByDay(),
                (row, number) -> new DayOfActivity(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)),
                query.values.toArray());
    }

    /** The entry at one place, if it is there. */
    Optional<LedgerEntryView> at(CellId cell, long index) {
        return jdbc
                .query(
                        "select seq, time, leaf, leaf_hash from ledger_entry where cell_id = ? and seq = ?",
                        (row, number) -> view(row),
                        cell.value(),
                        index)
                .stream()
                .findFirst();
    }

    /** Walks through the ledger: asked once for a report, it is worth no index that every append pays for. */
    List<LedgerEntryView> thatShowed(CellId cell, UUID caseId) {
        return jdbc.query(
                "select seq, time, leaf, leaf_hash from ledger_entry where cell_id = ? and shown @> array[?] order by seq",
                (row, number) -> view(row),
                cell.value(),
                caseId);
    }

    private static LedgerEntryView view(ResultSet row) throws SQLException {
        long index = row.getLong("seq");
        Instant time = row.getObject("time", OffsetDateTime.class).toInstant();
        byte[] hash = row.getBytes("leaf_hash");
        String hashText = Base64.getEncoder().encodeToString(hash);
        @Nullable String leaf = row.getString("leaf");
        if (leaf == null) {
            return new LedgerEntryView(
                    index, time, LedgerEntryView.State.PRUNED, Optional.empty(), Optional.empty(), hashText);
        }
        if (!Arrays.equals(new Leaf(leaf).hash(), hash)) {
            return new LedgerEntryView(
                    index, time, LedgerEntryView.State.ALTERED, Optional.empty(), Optional.of(leaf), hashText);
        }
        LeafReader reader = new LeafReader(leaf);
        return new LedgerEntryView(
                index,
                reader.time(),
                LedgerEntryView.State.INTACT,
                Optional.of(reader.entry()),
                Optional.of(leaf),
                hashText);
    }

    /** The conditions that were asked for; each is a constant, and every value is a parameter. */
    private static final class Query {

        private final StringBuilder sql =
                new StringBuilder("select e.seq, e.time, e.leaf, e.leaf_hash from ledger_entry e");
        private final List<Object> values = new ArrayList<>();
        private final boolean newestFirst;

        Query(CellId cell, LedgerFilter filter) {
            newestFirst = filter.newestFirst();
            Set<String> keys = new LinkedHashSet<>(filter.keys());
            filter.action()
                    .filter(action -> action != Action.READ)
                    .ifPresent(action -> keys.add("action " + action.word()));
            int joined = 0;
            for (String key : keys) {
                String name = "k" + joined++;
                and(
                        " join ledger_lookup " + name + " on " + name + ".cell_id = e.cell_id and " + name
                                + ".seq = e.seq and " + name + ".key = ?",
                        key);
            }
            and(" where e.cell_id = ?", cell.value());
            filter.action()
                    .filter(action -> action == Action.READ)
                    .ifPresent(action -> and(" and e.action = ?", action.word()));
            filter.after().ifPresent(cursor -> and(newestFirst ? " and e.seq < ?" : " and e.seq > ?", place(cursor)));
            filter.from()
                    .ifPresent(time ->
                            and(" and e.seq >= ledger_place(?, ?)", cell.value(), time.atOffset(ZoneOffset.UTC)));
            filter.to()
                    .ifPresent(time ->
                            and(" and e.seq < ledger_place(?, ?)", cell.value(), time.atOffset(ZoneOffset.UTC)));
        }

        String sql(int rows) {
            values.add(rows);
            return sql.append(newestFirst ? " order by e.seq desc limit ?" : " order by e.seq limit ?")
                    .toString();
        }

        String sqlByDay() {
            return sql.toString()
                            .replaceFirst(
                                    "select e.seq, e.time, e.leaf, e.leaf_hash from",
                                    "select (e.time at time zone 'Europe/Brussels')::date as day, count(*),"
                                            + " count(*) filter (where e.result = 'denied') from")
                    + " group by day order by day";
        }

        private void and(String condition, Object... parameters) {
            sql.append(condition);
            values.addAll(List.of(parameters));
        }

        private static Long place(String cursor) {
            try {
                return Long.valueOf(cursor);
            } catch (NumberFormatException e) {
                throw Refusal.invalid("after", "bad-cursor");
            }
        }
    }
}

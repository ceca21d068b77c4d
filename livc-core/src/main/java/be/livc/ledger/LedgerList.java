package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pages through the entries of a cell. */
@Component
class LedgerList {

    private final JdbcTemplate jdbc;

    LedgerList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Page<LedgerEntryView> page(CellId cell, LedgerFilter filter, int limit) {
        int length = Page.bounded(limit);
        Query query = new Query(cell, filter);
        List<LedgerEntryView> rows =
                jdbc.query(query.sql(length + 1), (row, number) -> view(row), query.values.toArray());
        return Page.of(rows, length, view -> Long.toString(view.index()));
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
                new StringBuilder("select seq, time, leaf, leaf_hash from ledger_entry where cell_id = ?");
        private final List<Object> values = new ArrayList<>();
        private final boolean newestFirst;

        Query(CellId cell, LedgerFilter filter) {
            newestFirst = filter.newestFirst();
            values.add(cell.value());
            filter.after().ifPresent(cursor -> and(newestFirst ? " and seq < ?" : " and seq > ?", place(cursor)));
            filter.action().ifPresent(action -> and(condition(action), action.word()));
            filter.caseId().ifPresent(id -> and(" and case_id = ?", id));
            filter.actorUser().ifPresent(id -> and(" and actor_user = ?", id));
            filter.result().ifPresent(result -> and(" and result = ?", result.word()));
            filter.from()
                    .ifPresent(
                            time -> and(" and seq >= ledger_place(?, ?)", cell.value(), time.atOffset(ZoneOffset.UTC)));
            filter.to()
                    .ifPresent(
                            time -> and(" and seq < ledger_place(?, ?)", cell.value(), time.atOffset(ZoneOffset.UTC)));
        }

        String sql(int rows) {
            values.add(rows);
            return sql.append(newestFirst ? " order by seq desc limit ?" : " order by seq limit ?")
                    .toString();
        }

        /** Said twice for what is rarer than a read, so that the planner sees that the index of rarer actions will do. */
        private static String condition(Action action) {
            return action == Action.READ ? " and action = ?" : " and action = ? and action <> 'read'";
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

package be.livc.ledger;

import be.livc.platform.CellId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads hashes of the stored tree: a few rows for any of them, however large the tree. */
@Component
class TreeReader {

    /** The inner limit keeps the planner to one look-up in the primary key per entry, whatever it knows of the table. */
    private static final String KEPT_WITH = "select kept.seq, kept.leaf_hash, kept.subtrees"
            + " from unnest(?) as wanted (seq) cross join lateral (select seq, leaf_hash, subtrees"
            + " from ledger_entry where cell_id = ? and ledger_entry.seq = wanted.seq limit 1) as kept";

    private final JdbcTemplate jdbc;

    TreeReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of entries that this transaction sees. */
    long size(CellId cell) {
        List<Long> last = jdbc.queryForList(
                "select seq from ledger_entry where cell_id = ? order by seq desc limit 1", Long.class, cell.value());
        return last.isEmpty() ? 0 : last.get(0) + 1;
    }

    /** The root of the tree over the first {@code size} entries. */
    byte[] root(CellId cell, long size) {
        if (size == 0) {
            return Merkle.empty();
        }
        return hashes(cell, List.of(new Span(0, size))).get(0);
    }

    /** The hashes of these spans, read in one statement; throws {@link LedgerBroken} where an entry is missing. */
    List<byte[]> hashes(CellId cell, List<Span> spans) {
        List<NodeId> needed =
                spans.stream().flatMap(span -> span.nodes().stream()).toList();
        Map<Long, Row> rows = rows(cell, needed);
        return spans.stream().map(span -> hash(span, rows)).toList();
    }

    private static byte[] hash(Span span, Map<Long, Row> rows) {
        List<NodeId> nodes = span.nodes();
        byte[] hash = node(nodes.get(nodes.size() - 1), rows);
        for (int i = nodes.size() - 2; i >= 0; i--) {
            hash = Merkle.node(node(nodes.get(i), rows), hash);
        }
        return hash;
    }

    private static byte[] node(NodeId id, Map<Long, Row> rows) {
        Row row = rows.get(id.lastEntry());
        if (row == null) {
            throw new LedgerBroken("entry " + id.lastEntry() + " is missing from the ledger");
        }
        return row.root(id.level());
    }

    private Map<Long, Row> rows(CellId cell, Collection<NodeId> nodes) {
        Long[] entries = nodes.stream().map(NodeId::lastEntry).distinct().toArray(Long[]::new);
        Map<Long, Row> rows = new HashMap<>();
        jdbc.query(
                KEPT_WITH,
                row -> {
                    rows.put(row.getLong("seq"), new Row(row.getBytes("leaf_hash"), row.getBytes("subtrees")));
                },
                entries,
                cell.value());
        return rows;
    }

    /** The hashes that one entry keeps: its own, and those of the larger and larger subtrees that end with it. */
    private record Row(byte[] leafHash, byte[] subtrees) {

        byte[] root(int level) {
            if (level == 0) {
                return leafHash;
            }
            int end = level * Merkle.HASH_BYTES;
            if (end > subtrees.length) {
                throw new LedgerBroken("an entry of the ledger lacks hashes of its subtrees");
            }
            return Arrays.copyOfRange(subtrees, end - Merkle.HASH_BYTES, end);
        }
    }
}

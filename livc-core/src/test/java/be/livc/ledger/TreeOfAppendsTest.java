package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CurrentCell;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tree is the same whatever a node remembered of its end: it is held against RFC 6962 word for word. */
class TreeOfAppendsTest extends LedgerTestBase {

    @Autowired
    private EntrySeals seals;

    @Autowired
    private TreeReader tree;

    @Autowired
    private EntityManager changes;

    @Autowired
    private Clock time;

    @Test
    void an_end_grows_as_the_definition_says() {
        Random random = new Random(6962);
        List<byte[]> leaves = new ArrayList<>();
        TreeEnd end = new TreeEnd(0, Instant.EPOCH, Merkle.empty(), List.of());

        for (int size = 1; size <= 530; size++) {
            byte[] leaf = new byte[40];
            random.nextBytes(leaf);
            leaves.add(leaf);
            TreeEnd.Grown grown = end.with(Merkle.leaf(leaf), Instant.EPOCH);
            end = grown.end();

            assertThat(grown.subtrees()).as("entry %d", size).isEqualTo(subtreesThatEndWith(leaves));
            assertThat(end.peaks())
                    .containsExactlyElementsOf(TreeEnd.peaksOf(size).stream()
                            .map(span -> SlowTree.root(leaves.subList((int) span.from(), (int) span.to())))
                            .toList());
        }
    }

    private static byte[] subtreesThatEndWith(List<byte[]> leaves) {
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        for (int size = 2; leaves.size() % size == 0; size *= 2) {
            roots.writeBytes(SlowTree.root(leaves.subList(leaves.size() - size, leaves.size())));
        }
        return roots.toByteArray();
    }

    @Test
    void two_nodes_that_append_in_turn_make_one_tree() {
        Ledger other = anotherNode();

        List<Long> places = IntStream.range(0, 40)
                .mapToObj(n -> appendThrough(n % 3 == 0 ? other : ledger))
                .toList();

        assertThat(places).isEqualTo(LongStream.range(0, 40).boxed().toList());
        requireTreeOf(40);
    }

    @Test
    void what_was_rolled_back_is_not_what_the_next_entry_builds_on() {
        append(3);

        for (int act = 1; act <= 8; act++) {
            int entries = act;
            CurrentCell.run(
                    cell,
                    () -> transactions.executeWithoutResult(status -> {
                        IntStream.range(0, entries).forEach(n -> ledger.append(aRead()));
                        status.setRollbackOnly();
                    }));
            append(1);
        }

        requireTreeOf(11);
    }

    @Test
    void a_denial_before_the_entry_of_an_act_and_several_entries_at_once_stand_in_the_same_tree() {
        append(2);

        for (int act = 0; act < 6; act++) {
            CurrentCell.run(
                    cell,
                    () -> transactions.executeWithoutResult(status -> {
                        ledger.appendAlone(aRead().ended(Result.DENIED));
                        ledger.append(aRead());
                        ledger.append(List.of(aRead(), aRead()));
                        ledger.append(aRead());
                    }));
        }

        requireTreeOf(32);
    }

    private Ledger anotherNode() {
        return new Ledger(
                new LedgerTable(jdbc, seals, new TreeEnds(), tree),
                changes,
                transactions.getTransactionManager(),
                time);
    }

    private long appendThrough(Ledger node) {
        return CurrentCell.in(cell, () -> transactions.execute(status -> node.append(aRead())))
                .index();
    }

    private void requireTreeOf(int size) {
        List<byte[]> leaves = CurrentCell.in(
                cell,
                () -> transactions.execute(
                        status -> jdbc.queryForList("select leaf from ledger_entry order by seq", String.class).stream()
                                .map(leaf -> leaf.getBytes(StandardCharsets.UTF_8))
                                .toList()));

        assertThat(leaves).hasSize(size);
        for (int part = 0; part <= size; part++) {
            int first = part;
            byte[] root = CurrentCell.in(cell, () -> transactions.execute(status -> tree.root(cell, first)));
            assertThat(root).as("root of %d", first).isEqualTo(SlowTree.root(leaves.subList(0, first)));
        }
    }
}

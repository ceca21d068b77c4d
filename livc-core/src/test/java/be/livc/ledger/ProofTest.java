package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CurrentCell;
import be.livc.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProofTest extends LedgerTestBase {

    private static final int EVERY_SIZE_UP_TO = 2_000;

    @Autowired
    TreeReader tree;

    @Autowired
    LedgerBook book;

    /** The vectors of the Certificate Transparency tests: eight leaves, and the roots of the first n of them. */
    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void roots_are_those_of_the_published_vectors(int size, String root) {
        List<byte[]> leaves = List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .stream()
                .map(HexFormat.of()::parseHex)
                .toList();
        store(leaves);

        assertThat(HexFormat.of().formatHex(root(size))).isEqualTo(root);
    }

    @Test
    void proofs_of_every_small_tree_are_those_of_the_definition() {
        List<byte[]> leaves = randomLeaves(new Random(6962), EVERY_SIZE_UP_TO);
        store(leaves);

        List<byte[]> roots = CurrentCell.in(
                cell,
                () -> transactions.execute(status -> IntStream.rangeClosed(0, EVERY_SIZE_UP_TO)
                        .mapToObj(size -> tree.root(cell, size))
                        .toList()));
        for (int size = 0; size <= EVERY_SIZE_UP_TO; size++) {
            assertThat(roots.get(size)).as("root of %d", size).isEqualTo(SlowTree.root(leaves.subList(0, size)));
        }
        Random random = new Random(2_000);
        for (int size = 1; size <= EVERY_SIZE_UP_TO; size++) {
            for (int place : size < 40 ? IntStream.range(0, size).toArray() : new int[] {random.nextInt(size)}) {
                requireInclusion(leaves.subList(0, size), place);
                requireConsistency(leaves.subList(0, size), place + 1, roots.get(place + 1), roots.get(size));
            }
        }
    }

    @Test
    void proofs_of_large_trees_are_those_of_the_definition() {
        long seed = 9162;
        Random random = new Random(seed);
        List<byte[]> leaves = randomLeaves(random, 20_000);
        store(leaves);

        for (int i = 0; i < 15; i++) {
            int size = 1 + random.nextInt(leaves.size());
            int from = 1 + random.nextInt(size);
            requireInclusion(leaves.subList(0, size), random.nextInt(size));
            requireConsistency(leaves.subList(0, size), from, root(from), root(size));
        }
    }

    @Test
    void the_program_stores_the_hashes_that_the_definition_gives() {
        append(37);

        List<byte[]> leaves = CurrentCell.in(
                cell,
                () -> transactions.execute(
                        status -> jdbc.queryForList("select leaf from ledger_entry order by seq", String.class).stream()
                                .map(leaf -> leaf.getBytes(StandardCharsets.UTF_8))
                                .toList()));

        for (int size = 0; size <= 37; size++) {
            assertThat(root(size)).as("root of %d", size).isEqualTo(SlowTree.root(leaves.subList(0, size)));
        }
    }

    @Test
    void a_proof_that_was_tampered_with_does_not_hold() {
        List<byte[]> leaves = randomLeaves(new Random(1), 100);
        store(leaves);
        ConsistencyProof consistency = CurrentCell.in(cell, () -> book.consistency(42, 100));
        String root = base64(SlowTree.root(leaves));
        String earlier = base64(SlowTree.root(leaves.subList(0, 42)));

        for (int i = 0; i < consistency.path().size(); i++) {
            assertThat(new ConsistencyProof(42, 100, tampered(consistency.path(), i)).holds(earlier, root))
                    .isFalse();
        }
        assertThat(new ConsistencyProof(41, 100, consistency.path()).holds(earlier, root))
                .isFalse();
        assertThat(new ConsistencyProof(42, 100, List.of()).holds(earlier, root))
                .isFalse();
        List<String> longer = new ArrayList<>(consistency.path());
        longer.add(root);
        assertThat(new ConsistencyProof(42, 100, longer).holds(earlier, root)).isFalse();
        assertThat(new ConsistencyProof(100, 42, consistency.path()).holds(root, earlier))
                .isFalse();
    }

    private void requireInclusion(List<byte[]> leaves, int place) {
        InclusionProof proof = CurrentCell.in(cell, () -> book.inclusion(place, leaves.size()));
        assertThat(proof.path())
                .as("inclusion of %d in %d", place, leaves.size())
                .isEqualTo(SlowTree.path(place, leaves).stream()
                        .map(ProofTest::base64)
                        .toList());
    }

    private void requireConsistency(List<byte[]> leaves, int from, byte[] earlier, byte[] root) {
        ConsistencyProof proof = CurrentCell.in(cell, () -> book.consistency(from, leaves.size()));
        assertThat(proof.path())
                .as("consistency of %d with %d", leaves.size(), from)
                .isEqualTo(SlowTree.proof(from, leaves).stream()
                        .map(ProofTest::base64)
                        .toList());
        assertThat(proof.holds(base64(earlier), base64(root))).isTrue();
    }

    private byte[] root(long size) {
        return CurrentCell.in(cell, () -> transactions.execute(status -> tree.root(cell, size)));
    }

    /** Puts leaves of any bytes into the table, with the subtrees that the definition gives. */
    private void store(List<byte[]> leaves) {
        String sql = "insert into ledger_entry (cell_id, seq, time, leaf_hash, subtrees) values (?, ?, ?, ?, ?)";
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            List<byte[]> peaks = new ArrayList<>();
            for (int i = 0; i < leaves.size(); i++) {
                byte[] root = Merkle.leaf(leaves.get(i));
                byte[] subtrees = new byte[0];
                insert.setBytes(4, root);
                for (int rest = i; (rest & 1) == 1; rest >>= 1) {
                    root = Merkle.node(peaks.remove(peaks.size() - 1), root);
                    subtrees = Arrays.copyOf(subtrees, subtrees.length + 32);
                    System.arraycopy(root, 0, subtrees, subtrees.length - 32, 32);
                }
                peaks.add(root);
                insert.setObject(1, cell.value());
                insert.setLong(2, i);
                insert.setObject(3, Instant.EPOCH.atOffset(ZoneOffset.UTC));
                insert.setBytes(5, subtrees);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tampered(List<String> path, int at) {
        List<String> other = new ArrayList<>(path);
        byte[] hash = Base64.getDecoder().decode(other.get(at));
        hash[7] ^= 1;
        other.set(at, base64(hash));
        return other;
    }

    private static List<byte[]> randomLeaves(Random random, int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] leaf = new byte[random.nextInt(20)];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

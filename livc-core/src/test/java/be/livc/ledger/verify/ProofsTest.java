package be.livc.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verifier follows every proof that the definition gives (RFC 6962 §2.1), and none that is a step off. */
class ProofsTest {

    private static final List<byte[]> LEAVES = IntStream.range(0, 35)
            .mapToObj(i -> Hashes.leaf(new byte[] {(byte) i}))
            .toList();

    static IntStream sizes() {
        return IntStream.rangeClosed(1, LEAVES.size());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void an_entry_is_in_its_tree_at_its_own_place_only(int size) {
        List<byte[]> tree = LEAVES.subList(0, size);
        byte[] root = root(tree);
        for (int place = 0; place < size; place++) {
            List<byte[]> path = path(place, tree);
            byte[] leaf = tree.get(place);

            assertThat(Proofs.included(place, size, leaf, path, root)).isTrue();
            for (List<byte[]> other : stepsOff(path)) {
                assertThat(Proofs.included(place, size, leaf, other, root)).isFalse();
            }
            for (int elsewhere = -1; elsewhere <= size; elsewhere++) {
                assertThat(Proofs.included(elsewhere, size, leaf, path, root)).isEqualTo(elsewhere == place);
            }
            assertThat(Proofs.included(place, size, root, path, leaf)).isEqualTo(size == 1);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_tree_continues_each_of_its_beginnings_and_no_other(int to) {
        byte[] later = root(LEAVES.subList(0, to));
        for (int from = 1; from <= to; from++) {
            byte[] earlier = root(LEAVES.subList(0, from));
            List<byte[]> path = from == to ? List.of() : steps(from, LEAVES.subList(0, to), true);

            assertThat(Proofs.continued(from, earlier, to, later, path)).isTrue();
            assertThat(Proofs.continued(to, later, from, earlier, path)).isEqualTo(from == to);
            assertThat(Proofs.continued(from, LEAVES.get(34), to, later, path)).isFalse();
            assertThat(Proofs.continued(from, earlier, to, LEAVES.get(34), path))
                    .isFalse();
            for (List<byte[]> other : stepsOff(path)) {
                assertThat(Proofs.continued(from, earlier, to, later, other)).isFalse();
            }
        }
    }

    @Test
    void every_tree_continues_the_empty_one_without_a_step_and_only_the_empty_one_is_as_small() {
        byte[] nothing = new Hashes().root();
        byte[] root = root(LEAVES);

        assertThat(Proofs.continued(0, nothing, 35, root, List.of())).isTrue();
        assertThat(Proofs.continued(0, nothing, 35, root, List.of(root))).isFalse();
        assertThat(Proofs.continued(0, nothing, 0, nothing, List.of())).isTrue();
        assertThat(Proofs.continued(0, nothing, 0, root, List.of())).isFalse();
    }

    /** With a step more at the end, one less, and each of them altered. */
    private static List<List<byte[]>> stepsOff(List<byte[]> path) {
        List<List<byte[]>> all = new ArrayList<>();
        all.add(Stream.concat(path.stream(), Stream.of(LEAVES.get(0))).toList());
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> other = new ArrayList<>(path);
            other.set(i, Hashes.leaf(path.get(i)));
            all.add(other);
        }
        if (!path.isEmpty()) {
            all.add(path.subList(0, path.size() - 1));
        }
        return all;
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = half(leaves);
        return Hashes.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    private static List<byte[]> path(int place, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int half = half(leaves);
        List<byte[]> left = leaves.subList(0, half);
        List<byte[]> right = leaves.subList(half, leaves.size());
        return place < half ? and(path(place, left), root(right)) : and(path(place - half, right), root(left));
    }

    private static List<byte[]> steps(int from, List<byte[]> leaves, boolean whole) {
        if (from == leaves.size()) {
            return whole ? List.of() : List.of(root(leaves));
        }
        int half = half(leaves);
        List<byte[]> left = leaves.subList(0, half);
        List<byte[]> right = leaves.subList(half, leaves.size());
        return from <= half
                ? and(steps(from, left, whole), root(right))
                : and(steps(from - half, right, false), root(left));
    }

    private static List<byte[]> and(List<byte[]> steps, byte[] last) {
        return Stream.concat(steps.stream(), Stream.of(last)).toList();
    }

    private static int half(List<byte[]> leaves) {
        return Integer.highestOneBit(leaves.size() - 1);
    }
}

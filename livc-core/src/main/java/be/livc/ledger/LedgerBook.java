package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the current cell's ledger, and proves what it says to people who trust neither the program nor its
 * administrators. Decides nothing about who may read what; reading is not recorded here either.
 */
@Component
public class LedgerBook {

    private final TreeReader tree;
    private final LedgerList list;
    private final Checkpoints checkpoints;
    private final LedgerExport export;

    LedgerBook(TreeReader tree, LedgerList list, Checkpoints checkpoints, LedgerExport export) {
        this.tree = tree;
        this.list = list;
        this.checkpoints = checkpoints;
        this.export = export;
    }

    /**
     * The signed statement of what the ledger holds now (C2SP tlog-checkpoint), the same text for as long as nothing
     * is added. Covers what is committed, not what the caller's own transaction has appended.
     *
     * @throws LedgerBroken where the ledger does not continue what was signed before; nothing is signed then
     */
    public String checkpoint() {
        CellId cell = CurrentCell.require();
        String checkpoint = checkpoints.sign(cell);
        checkpoints.remember(cell, checkpoint);
        return checkpoint;
    }

    /** The cell's present key on one line, as a verifier takes it (C2SP signed-note). */
    @Transactional
    public String verifierKey() {
        return checkpoints.note(CurrentCell.require()).verifierKey();
    }

    /**
     * Shows that the entry at {@code index} is in the tree of the first {@code size} entries.
     *
     * @throws Refusal as invalid where there is no such entry or no such tree
     */
    @Transactional(readOnly = true)
    public InclusionProof inclusion(long index, long size) {
        CellId cell = CurrentCell.require();
        require(size >= 1 && size <= tree.size(cell), "size");
        require(index >= 0 && index < size, "index");
        return new InclusionProof(index, size, texts(tree.hashes(cell, ProofPlan.inclusion(index, size))));
    }

    /**
     * Shows that the tree of the first {@code to} entries continues that of the first {@code from}.
     *
     * @throws Refusal as invalid where there is no such tree
     */
    @Transactional(readOnly = true)
    public ConsistencyProof consistency(long from, long to) {
        CellId cell = CurrentCell.require();
        require(to >= 0 && to <= tree.size(cell), "to");
        require(from >= 0 && from <= to, "from");
        return new ConsistencyProof(from, to, texts(tree.hashes(cell, ProofPlan.consistency(from, to))));
    }

    /** The entries that the filter lets through, at most {@link Page#MOST} of them. */
    @Transactional(readOnly = true)
    public Page<LedgerEntryView> entries(LedgerFilter filter, int limit) {
        return list.page(CurrentCell.require(), filter, limit);
    }

    /** The entry at one place, if it is there. */
    @Transactional(readOnly = true)
    public Optional<LedgerEntryView> entry(long index) {
        return list.at(CurrentCell.require(), index);
    }

    /**
     * Writes everything that a verifier needs as a zip, and leaves the stream open. A ledger that is broken is
     * exported too, under the last checkpoint that was signed for it: the verifier then says what is wrong.
     *
     * @throws java.io.UncheckedIOException where the stream takes no more
     */
    public void export(OutputStream out) {
        CellId cell = CurrentCell.require();
        export.write(cell, checkpointForExport(cell), out);
    }

    private String checkpointForExport(CellId cell) {
        try {
            return checkpoint();
        } catch (LedgerBroken broken) {
            return checkpoints.last(cell).orElseThrow(() -> broken);
        }
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw Refusal.invalid(field, "out-of-range");
        }
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}

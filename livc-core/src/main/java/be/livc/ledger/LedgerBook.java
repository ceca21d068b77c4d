package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the current cell's ledger, and proves what it says to people who trust neither the program nor its
 * administrators. Decides nothing about who may read what; reading is not recorded here either.
 */
@Component
public class LedgerBook {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBook.class);

    private final TreeReader tree;
    private final LedgerList list;
    private final Checkpoints checkpoints;
    private final LedgerExport export;
    private final Ledger ledger;
    private final ObjectProvider<LedgerSigner> signer;

    LedgerBook(
            TreeReader tree,
            LedgerList list,
            Checkpoints checkpoints,
            LedgerExport export,
            Ledger ledger,
            ObjectProvider<LedgerSigner> signer) {
        this.tree = tree;
        this.list = list;
        this.checkpoints = checkpoints;
        this.export = export;
        this.ledger = ledger;
        this.signer = signer;
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

    /**
     * The largest checkpoint that a witness co-signed, with the lines of all who did: what somebody keeps who trusts neither the
     * program nor its key. Empty before the first.
     */
    public Optional<String> cosignedCheckpoint() {
        return checkpoints.lastCosigned(CurrentCell.require());
    }

    /**
     * Signs a checkpoint once the present transaction has committed: at the end of a session, so that what was said in it
     * stands signed before people leave. Where the ledger turns out broken, the session ends all the same; the next check
     * tells the DPO.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void checkpointAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    checkpoint();
                } catch (LedgerBroken broken) {
                    LOG.error("no checkpoint was signed at the end of a session: {}", broken.getMessage());
                }
            }
        });
    }

    /** How many entries the last checkpoint covers; 0 before the first. */
    long signedSize() {
        return checkpoints
                .last(CurrentCell.require())
                .map(checkpoint -> TreeHead.of(checkpoint).size())
                .orElse(0L);
    }

    /**
     * Gives the ledger a new key: signs with the old one what is there, and records the change as an entry, which the first
     * checkpoint under the new key covers.
     *
     * @return the new verifier key
     */
    @Transactional
    public String changeKey(LedgerActor actor, RequestSource source, String purpose) {
        CellId cell = CurrentCell.require();
        checkpoints.remember(cell, checkpoints.sign(cell));
        SignedNote before = checkpoints.note(cell);
        SignedNote after = new SignedNote(before.origin(), signer.getObject().change(cell));
        ledger.append(Entry.by(actor, source)
                .did(Action.CONFIGURE)
                .on("ledger-key", HexFormat.of().formatHex(after.keyId()))
                .forPurpose(purpose)
                .because("replaces-" + HexFormat.of().formatHex(before.keyId())));
        checkpointAfterCommit();
        return after.verifierKey();
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

    /**
     * One entry with its inclusion proof and a checkpoint that covers it (C2SP tlog-proof), as a text that the verifier
     * accepts on its own; empty where the entry is not there or its text is gone. The checkpoint is one that witnesses
     * co-signed, where such a one covers the entry. Its extra data are the leaf and, on the next line, the verifier key.
     */
    @Transactional
    public Optional<String> receipt(long index) {
        String newest = checkpoint();
        String checkpoint = cosignedCheckpoint()
                .filter(cosigned -> index < TreeHead.of(cosigned).size())
                .orElse(newest);
        long size = TreeHead.of(checkpoint).size();
        return entry(index)
                .filter(view -> index < size && view.state() == LedgerEntryView.State.INTACT)
                .flatMap(LedgerEntryView::leaf)
                .map(leaf -> {
                    StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ");
                    proof.append(Base64.getEncoder()
                            .encodeToString((leaf + "\n" + verifierKey()).getBytes(StandardCharsets.UTF_8)));
                    proof.append("\nindex ").append(index).append('\n');
                    inclusion(index, size).path().forEach(hash -> proof.append(hash)
                            .append('\n'));
                    return proof.append('\n').append(checkpoint).toString();
                });
    }

    /** The entries that the filter lets through, at most {@link Page#MOST} of them. */
    @Transactional
    public Page<LedgerEntryView> entries(LedgerFilter filter, int limit) {
        return list.page(CurrentCell.require(), filter, limit);
    }

    /** Hands every entry that the filter lets through to the taker, in one transaction: not for what is sent to somebody meanwhile. */
    @Transactional
    public void each(LedgerFilter filter, Consumer<LedgerEntryView> taker) {
        Optional<LedgerFilter> next = Optional.of(filter);
        while (next.isPresent()) {
            Page<LedgerEntryView> page = entries(next.get(), Page.MOST);
            page.items().forEach(taker);
            next = page.next().map(filter::after);
        }
    }

    /** The entries of lists and searches that put this case before somebody, the oldest first. */
    @Transactional(readOnly = true)
    public List<LedgerEntryView> listsThatShowed(UUID caseId) {
        return list.thatShowed(CurrentCell.require(), caseId);
    }

    /** How many entries there are. */
    @Transactional(readOnly = true)
    public long size() {
        return tree.size(CurrentCell.require());
    }

    /** Catches up what entries are looked up by, for who asks in SQL; in the caller's transaction. */
    @Transactional
    public void lookUp() {
        list.catchUp(CurrentCell.require());
    }

    /** How much the filter lets through, by day. */
    @Transactional
    public List<DayOfActivity> activity(LedgerFilter filter) {
        return list.activity(CurrentCell.require(), filter);
    }

    /** The entry at one place, if it is there. */
    @Transactional(readOnly = true)
    public Optional<LedgerEntryView> entry(long index) {
        return list.at(CurrentCell.require(), index);
    }

    /**
     * Writes everything that a verifier needs as a zip, and leaves the stream open. A ledger that is broken is
     * exported too, with what was added since, under the last checkpoint that was signed for it: the verifier then says
     * what is wrong.
     *
     * @throws java.io.UncheckedIOException where the stream takes no more
     */
    public void export(OutputStream out) {
        CellId cell = CurrentCell.require();
        try {
            export.write(cell, checkpoint(), false, out);
        } catch (LedgerBroken broken) {
            export.write(cell, checkpoints.last(cell).orElseThrow(() -> broken), true, out);
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

package be.livc.ledger;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signs checkpoints, and never one that is smaller than or does not continue what was signed before. */
@Component
class Checkpoints {

    /** The lines of all witnesses under a checkpoint {@code c}; no text where there are none. */
    private static final String COSIGNATURES =
            "coalesce((select string_agg(s.line || E'\\n', '' order by s.witness) from ledger_cosignature s"
                    + " where s.cell_id = c.cell_id and s.size = c.size), '')";

    private final TreeReader tree;
    private final EntrySeals seals;
    private final JdbcTemplate jdbc;
    private final ObjectProvider<LedgerSigner> signer;
    private final ObjectProvider<CheckpointMemory> memory;
    private final Clock clock;

    Checkpoints(
            TreeReader tree,
            EntrySeals seals,
            JdbcTemplate jdbc,
            ObjectProvider<LedgerSigner> signer,
            ObjectProvider<CheckpointMemory> memory,
            Clock clock) {
        this.tree = tree;
        this.seals = seals;
        this.jdbc = jdbc;
        this.signer = signer;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Signs the tree as it is committed, or gives the checkpoint that this key signed for it before. In a transaction
     * of its own: an entry that may still be rolled back is never signed for.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    String sign(CellId cell) {
        SignedNote note = note(cell);
        long size = tree.size(cell);
        TreeHead head = TreeHead.of(size, tree.root(cell, size));
        List<TreeHead> signed = remembered(cell).map(TreeHead::of).toList();
        signed.forEach(earlier -> requireContinued(cell, earlier, head));
        seals.require(cell, signed.stream().mapToLong(TreeHead::size).max().orElse(0), size);
        List<String> signedBefore = stored(cell, size, note);
        if (!signedBefore.isEmpty()) {
            return signedBefore.get(0);
        }
        return signed(cell, head);
    }

    /** Signs, and again where another node changed the key between naming it and signing with it. */
    private String signed(CellId cell, TreeHead head) {
        SignedNote note = note(cell);
        String body = note.body(head);
        byte[] signature = signer.getObject().sign(cell, body.getBytes(StandardCharsets.UTF_8));
        if (!Arrays.equals(note(cell).publicKey(), note.publicKey())) {
            return signed(cell, head);
        }
        store(cell, head, note, note.with(body, signature));
        return stored(cell, head.size(), note).get(0);
    }

    /** Keeps a committed checkpoint outside the database as well, where there is such a place. */
    void remember(CellId cell, String checkpoint) {
        memory.ifAvailable(place -> place.remember(cell, checkpoint));
    }

    /** The largest checkpoint that is known, wherever it is kept. */
    @Transactional(readOnly = true)
    Optional<String> last(CellId cell) {
        return remembered(cell).max(Comparator.comparingLong(checkpoint -> TreeHead.of(checkpoint)
                .size()));
    }

    /** The checkpoints up to this size, each with its co-signatures: of the present key of the cell, and of earlier ones. */
    List<Signed> upTo(CellId cell, long size) {
        byte[] present = note(cell).keyId();
        return jdbc.query(
                "select size, key_id, note || " + COSIGNATURES + " as text from ledger_checkpoint c"
                        + " where cell_id = ? and size <= ? order by size, signed_at",
                (row, n) -> new Signed(
                        row.getLong("size"),
                        row.getString("text"),
                        HexFormat.of().formatHex(row.getBytes("key_id")),
                        Arrays.equals(row.getBytes("key_id"), present)),
                cell.value(),
                size);
    }

    /**
     * A checkpoint with its co-signatures.
     *
     * @param size how many entries it covers
     * @param keyId the number of the key that signed it, in hexadecimal
     * @param isOfPresentKey whether the cell still signs with that key
     */
    record Signed(long size, String note, String keyId, boolean isOfPresentKey) {}

    /** The largest checkpoint of the cell's present key that a witness co-signed, with all its co-signatures. */
    @Transactional(readOnly = true)
    Optional<String> lastCosigned(CellId cell) {
        return jdbc
                .queryForList(
                        "select note || " + COSIGNATURES + " from ledger_checkpoint c where cell_id = ? and key_id = ?"
                                + " and size = (select max(s.size) from ledger_cosignature s join ledger_checkpoint k"
                                + " using (cell_id, size) where s.cell_id = c.cell_id and k.key_id = c.key_id)",
                        String.class,
                        cell.value(),
                        note(cell).keyId())
                .stream()
                .findFirst();
    }

    SignedNote note(CellId cell) {
        return SignedNote.of(cell, signer.getObject());
    }

    private Stream<String> remembered(CellId cell) {
        List<String> inDatabase = jdbc.queryForList(
                "select note from ledger_checkpoint where cell_id = ? order by size desc limit 1",
                String.class,
                cell.value());
        Optional<CheckpointMemory> outside = Optional.ofNullable(memory.getIfAvailable());
        return Stream.concat(inDatabase.stream(), outside.flatMap(place -> place.last(cell)).stream());
    }

    private void requireContinued(CellId cell, TreeHead earlier, TreeHead now) {
        if (earlier.size() > now.size()) {
            throw new LedgerBroken("the ledger has " + now.size() + " entries, and " + earlier.size() + " were signed");
        }
        List<String> path = tree.hashes(cell, ProofPlan.consistency(earlier.size(), now.size())).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList();
        if (!new ConsistencyProof(earlier.size(), now.size(), path).holds(earlier.root(), now.root())) {
            throw new LedgerBroken(
                    "the first " + earlier.size() + " entries of the ledger are not those that were signed");
        }
    }

    private List<String> stored(CellId cell, long size, SignedNote note) {
        return jdbc.queryForList(
                "select note from ledger_checkpoint where cell_id = ? and size = ? and key_id = ?",
                String.class,
                cell.value(),
                size,
                note.keyId());
    }

    /** Two may sign the same tree at once: the first one's checkpoint is kept, and both answer it. */
    private void store(CellId cell, TreeHead head, SignedNote note, String text) {
        jdbc.update(
                "insert into ledger_checkpoint (cell_id, size, key_id, note, signed_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (cell_id, size, key_id) do nothing",
                cell.value(),
                head.size(),
                note.keyId(),
                text,
                Timestamp.from(clock.instant()));
    }
}

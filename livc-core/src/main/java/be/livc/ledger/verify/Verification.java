package be.livc.ledger.verify;

import be.livc.ledger.verify.Verdict.Finding;
import be.livc.ledger.verify.Verdict.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Goes through one export: first who signed it, then every entry, then whether they are those that were signed. */
final class Verification {

    /** So many places are named in one sentence. */
    private static final int NAMED = 10;

    private final ExportFile export;
    private final Checkpoint checkpoint;
    private final VerifierKey key;
    private final boolean keyFromOutside;
    private final Optional<Checkpoint> since;
    private final Cosigners cosigners;
    private final List<Checkpoint> signed = new ArrayList<>();

    private final Hashes tree = new Hashes();
    private final StoredHashes stored = new StoredHashes();
    private final Milestones milestones = new Milestones();
    private long count;
    private long pruned;
    private final List<Long> prunedBehindText = new ArrayList<>();
    private Optional<Instant> firstTime = Optional.empty();
    private Optional<Instant> lastTime = Optional.empty();
    private Optional<Long> backInTime = Optional.empty();
    private boolean isMoreThanSigned;

    Verification(ExportFile export, Optional<Checkpoint> since, Optional<String> outsideKey, Cosigners cosigners)
            throws IOException, Failure {
        this.export = export;
        this.checkpoint = Checkpoint.read(export.note("checkpoint"));
        this.key = VerifierKey.read(
                outsideKey.isPresent()
                        ? outsideKey.get()
                        : new String(export.note("key.vkey"), StandardCharsets.UTF_8));
        this.keyFromOutside = outsideKey.isPresent();
        this.since = since;
        this.cosigners = cosigners;
    }

    Verdict run() throws IOException, Failure {
        checkpoint.requireSigned(key);
        expect(checkpoint);
        if (since.isPresent()) {
            requireOfThisLedger(since.get());
            milestones.expect(since.get());
        }
        expectEarlierOnes();
        readEntries();
        requireSigned();
        return new Verdict(Outcome.COMPLETE, 0, 0, good());
    }

    /**
     * A ledger changes its key. What somebody kept from before is then signed with one that the export does not hold; that the
     * ledger continues it, its root shows all the same.
     */
    private void requireOfThisLedger(Checkpoint kept) throws Failure {
        if (!kept.isOfAnotherKeyOf(key)) {
            kept.requireSigned(key);
        }
    }

    /**
     * The earlier checkpoints of the export itself may only help: what neither the key nor a witness whose key is at hand signed is
     * passed over. What a witness saw under an earlier key of the ledger counts like any other.
     */
    private void expectEarlierOnes() throws IOException {
        for (byte[] note : export.notesIn("checkpoints/")) {
            try {
                Checkpoint earlier = Checkpoint.read(note);
                if (!earlier.isOfAnotherKeyOf(key) || !cosigners.signedOne(earlier)) {
                    earlier.requireSigned(key);
                }
                expect(earlier);
            } catch (Failure unusable) {
                // whoever tampers with these loses only how exactly the tampering is told
            }
        }
    }

    private void expect(Checkpoint itsOwn) {
        milestones.expect(itsOwn);
        signed.add(itsOwn);
    }

    private void readEntries() throws IOException, Failure {
        Lines entries = export.lines("entries.jsonl");
        Lines hashes = export.linesIfThere("hashes");
        reached();
        for (Optional<byte[]> line = entries.next(); line.isPresent(); line = entries.next()) {
            if (count == checkpoint.size()) {
                isMoreThanSigned = true;
                return;
            }
            EntryLine entry = EntryLine.read(line.get(), count, checkpoint.cell());
            noteTime(entry);
            tree.add(entry.hash());
            stored.add(hashes.next(), count, entry.hash());
            count++;
            reached();
        }
    }

    /** Time that goes back is told last: where the text was altered, the hashes tell more exactly which entry. */
    private void noteTime(EntryLine entry) {
        if (entry.time().isEmpty()) {
            pruned++;
            if (firstTime.isPresent()) {
                prunedBehindText.add(count);
            }
            return;
        }
        Instant time = entry.time().get();
        if (backInTime.isEmpty() && lastTime.isPresent() && time.isBefore(lastTime.get())) {
            backInTime = Optional.of(count);
        }
        firstTime = firstTime.or(entry::time);
        lastTime = entry.time();
    }

    private void reached() {
        if (milestones.at(count)) {
            milestones.reached(count, tree.root());
        }
    }

    private void requireSigned() throws Failure {
        Optional<StoredHashes.Range> changed = milestones.changed();
        if (changed.isPresent()) {
            StoredHashes.Range bounds = changed.get();
            throw altered(stored.parting(checkpoint.root())
                    .filter(range -> range.isNarrowerThan(bounds))
                    .orElse(bounds));
        }
        if (backInTime.isPresent()) {
            throw Failure.altered(backInTime.get(), backInTime.get(), "entry.back-in-time", backInTime.get());
        }
        if (isMoreThanSigned) {
            throw Failure.altered(count, count, "entry.not-signed", count);
        }
        if (count < checkpoint.size()) {
            throw Failure.of(Outcome.SHORTENED, "export.shortened", checkpoint.size(), count);
        }
        if (since.isPresent() && since.get().size() > count) {
            throw Failure.of(
                    Outcome.SHORTENED, "export.before-since", since.get().size(), count);
        }
        if (milestones.last() > count) {
            throw Failure.of(Outcome.SHORTENED, "export.shortened", milestones.last(), count);
        }
    }

    private static Failure altered(StoredHashes.Range where) {
        return where.first() == where.last()
                ? Failure.altered(where.first(), where.last(), "entry.altered", where.first())
                : Failure.altered(where.first(), where.last(), "entries.altered", where.first(), where.last());
    }

    /** The first of them; more would fill a page. */
    private static String places(List<Long> all) {
        String first = all.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return all.size() > NAMED ? first + ", …" : first;
    }

    private List<Finding> good() throws Failure {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of("export.complete", count, checkpoint.cell()));
        if (firstTime.isPresent() && lastTime.isPresent()) {
            findings.add(Finding.of("export.period", firstTime.get(), lastTime.get()));
        }
        if (pruned > 0) {
            findings.add(Finding.of("export.pruned", pruned));
        }
        if (!prunedBehindText.isEmpty()) {
            findings.add(Finding.of("export.pruned-among", prunedBehindText.size(), places(prunedBehindText)));
        }
        since.ifPresent(earlier -> findings.add(Finding.of("export.continues", earlier.size())));
        if (since.filter(earlier -> earlier.isOfAnotherKeyOf(key)).isPresent()) {
            findings.add(Finding.of("since.earlier-key"));
        }
        findings.addAll(cosigners.saw(signed));
        if (!keyFromOutside) {
            findings.add(Finding.of("key.from-the-file", key.text()));
        }
        return findings;
    }
}

package be.livc.ledger.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps the last checkpoint of each ledger it watches, and co-signs a later one only where it is shown to continue that
 * (C2SP tlog-witness). Keeps nothing else: no entry ever reaches it.
 */
public final class Witness {

    /** What a witness answers: a status of HTTP, and a text. */
    public record Answer(int status, String body) {}

    private static final int MOST_HASHES = 63;

    private final Path folder;
    private final WitnessKey key;
    private final Map<String, VerifierKey> watched = new TreeMap<>();
    private final Clock clock;

    private Witness(Path folder, WitnessKey key, Clock clock) {
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Opens a witness on its folder, which holds its key and what it saw; makes the key the first time.
     *
     * @param name how the witness is called in its signatures: without spaces and plus signs
     * @param logs the verifier keys of the ledgers to watch
     * @throws IOException where the folder cannot be used
     * @throws IllegalArgumentException where a verifier key cannot be read
     */
    public static Witness in(Path folder, String name, List<String> logs, Clock clock) throws IOException {
        Files.createDirectories(folder);
        Witness witness = new Witness(folder, WitnessKey.in(folder, name), clock);
        for (String log : logs) {
            try {
                VerifierKey vkey = VerifierKey.read(log);
                witness.watched.put(vkey.name(), vkey);
            } catch (Failure unreadable) {
                throw new IllegalArgumentException("not a verifier key: " + log, unreadable);
            }
        }
        return witness;
    }

    /** The key to give to whom it is a witness for. */
    public String verifierKey() {
        return key.verifierKey();
    }

    /** The last checkpoints, by origin. */
    public Map<String, String> seen() throws IOException {
        Map<String, String> seen = new TreeMap<>();
        for (String origin : watched.keySet()) {
            if (Files.exists(fileOf(origin))) {
                seen.put(origin, Files.readString(fileOf(origin)));
            }
        }
        return seen;
    }

    /**
     * Answers {@code add-checkpoint}: 200 with the co-signature; 400 for what cannot be read, 404 for a ledger it does not
     * watch, 403 for a checkpoint that the ledger's key did not sign; 409 with the size it knows where the request starts
     * from another one; 422 where the proof does not hold or the same size has another root.
     */
    public synchronized Answer add(byte[] request) throws IOException {
        String text = new String(request, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        if (end <= 0) {
            return new Answer(400, "");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        try {
            Checkpoint checkpoint = Checkpoint.read(text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
            Optional<Long> old = size(lines.get(0));
            Optional<List<byte[]>> path = path(lines.subList(1, lines.size()));
            if (old.isEmpty() || path.isEmpty() || old.get() > checkpoint.size()) {
                return new Answer(400, "");
            }
            VerifierKey log = watched.get(checkpoint.origin());
            if (log == null) {
                return new Answer(404, "");
            }
            checkpoint.requireSigned(log);
            return add(checkpoint, old.get(), path.get());
        } catch (Failure failure) {
            return new Answer(failure.verdict().outcome() == Verdict.Outcome.UNREADABLE ? 400 : 403, "");
        }
    }

    /** Stored, and on the disk, before it is signed: whoever restarts a witness gets no second opinion from it. */
    private Answer add(Checkpoint checkpoint, long old, List<byte[]> path) throws IOException, Failure {
        Path file = fileOf(checkpoint.origin());
        Optional<Checkpoint> kept =
                Files.exists(file) ? Optional.of(Checkpoint.read(Files.readAllBytes(file))) : Optional.empty();
        long known = kept.map(Checkpoint::size).orElse(0L);
        if (known != old) {
            return new Answer(409, known + "\n");
        }
        byte[] root = kept.map(Checkpoint::root).orElse(new Hashes().root());
        if (!Proofs.continued(old, root, checkpoint.size(), checkpoint.root(), path)) {
            return new Answer(422, "");
        }
        store(file, checkpoint);
        return new Answer(200, key.cosign(checkpoint.body(), clock.instant()));
    }

    private static void store(Path file, Checkpoint checkpoint) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        String note = checkpoint.body() + "\n" + String.join("\n", checkpoint.signatures()) + "\n";
        Files.writeString(written, note);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path fileOf(String origin) {
        byte[] hash = Hashes.sha256(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve("seen-" + HexFormat.of().formatHex(hash, 0, 16));
    }

    private static Optional<Long> size(String line) {
        return line.matches("old (0|[1-9][0-9]{0,17})")
                ? Optional.of(Long.valueOf(line.substring(4)))
                : Optional.empty();
    }

    private static Optional<List<byte[]>> path(List<String> lines) {
        List<byte[]> path = new ArrayList<>();
        for (String line : lines) {
            if (!line.matches("[A-Za-z0-9+/]{43}=") || path.size() == MOST_HASHES) {
                return Optional.empty();
            }
            path.add(Base64.getDecoder().decode(line));
        }
        return Optional.of(path);
    }
}

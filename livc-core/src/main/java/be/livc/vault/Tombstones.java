package be.livc.vault;

import be.livc.platform.CellId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records whose keys were destroyed, in a file beside the keyset where no restore of the database reaches. One line
 * each: time, cell, record.
 */
final class Tombstones {

    /** One destroyed key. */
    record Tombstone(RecordId record, Instant at) {

        private static Tombstone of(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("three parts make a line");
            }
            return new Tombstone(new RecordId(CellId.of(parts[1]), UUID.fromString(parts[2])), Instant.parse(parts[0]));
        }

        private String line() {
            return at + " " + record.cell() + " " + record.record() + "\n";
        }
    }

    private final Path file;
    private final Set<RecordId> dead = ConcurrentHashMap.newKeySet();
    private final Set<RecordId> written = new HashSet<>();
    private final List<Tombstone> found;

    /** Reads the file where it is there; throws a {@link KeysetProblem} when it cannot be read or is damaged. */
    Tombstones(Path file) {
        this.file = file;
        try {
            DurableFile.makeFolderOf(file);
            this.found = List.copyOf(read());
        } catch (IOException failure) {
            throw new KeysetProblem(
                    "the list of erased records " + file + " cannot be read", "let the program's user own its folder");
        }
        found.forEach(one -> {
            dead.add(one.record());
            written.add(one.record());
        });
    }

    /** What the file held at the start. */
    List<Tombstone> atStart() {
        return found;
    }

    /** Whether this node knows that the key was destroyed. Asked for every key it takes in memory. */
    boolean has(RecordId record) {
        return dead.contains(record);
    }

    /** From now on this node takes the key for destroyed; another one did it. */
    void heard(RecordId record) {
        dead.add(record);
    }

    /**
     * Adds a line and returns when it is on the disk. From the call on, this node takes the key for destroyed, also when
     * the disk fails.
     */
    synchronized void add(RecordId record, Instant at) {
        dead.add(record);
        if (written.contains(record)) {
            return;
        }
        try (FileChannel channel = DurableFile.openToAppend(file)) {
            channel.lock(); // until the channel closes; another node may share the file
            channel.position(endOfLastLine(channel));
            channel.truncate(channel.position());
            DurableFile.writeAll(channel, new Tombstone(record, at).line().getBytes(StandardCharsets.US_ASCII));
            written.add(record);
        } catch (IOException failure) {
            throw new IllegalStateException("the list of erased records could not be written", failure);
        }
    }

    private List<Tombstone> read() throws IOException {
        try (FileChannel channel = DurableFile.openToAppend(file)) {
            channel.lock(); // until the channel closes; another node may share the file
            ByteBuffer bytes = ByteBuffer.allocate((int) endOfLastLine(channel));
            int got = 0;
            while (bytes.hasRemaining() && got >= 0) {
                got = channel.read(bytes, bytes.position());
            }
            List<Tombstone> read = new ArrayList<>();
            for (String line : new String(bytes.array(), StandardCharsets.US_ASCII).split("\n")) {
                if (!line.isEmpty()) {
                    read.add(Tombstone.of(line));
                }
            }
            return read;
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw new KeysetProblem(
                    "the list of erased records " + file + " is damaged", "put back an undamaged copy of the file");
        }
    }

    /** What follows the last line's end was cut off by a crash; the database completes it at the next start. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}

package be.livc.vault;

import be.livc.ledger.CheckpointMemory;
import be.livc.platform.CellId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The last signed checkpoint of each cell's ledger, one file each in a folder beside the keyset. */
final class CheckpointFiles implements CheckpointMemory {

    private final Path folder;

    CheckpointFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<String> last(CellId cell) {
        Path file = fileOf(cell);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("the last checkpoint of a ledger cannot be read", failure);
        }
    }

    @Override
    public synchronized void remember(CellId cell, String checkpoint) {
        long size = sizeOf(checkpoint);
        if (last(cell).filter(kept -> sizeOf(kept) >= size).isPresent()) {
            return;
        }
        Path file = fileOf(cell);
        try {
            DurableFile.makeFolderOf(file);
            DurableFile.replace(file, checkpoint.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("the last checkpoint of a ledger cannot be kept", failure);
        }
    }

    private Path fileOf(CellId cell) {
        return folder.resolve(cell.toString());
    }

    /** The second line of a C2SP tlog-checkpoint is the size of the tree. */
    private static long sizeOf(String checkpoint) {
        return Long.parseLong(checkpoint.split("\n", 3)[1]);
    }
}

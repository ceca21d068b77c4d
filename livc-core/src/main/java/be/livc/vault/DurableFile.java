package be.livc.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only the program reads and that survive a loss of power once written. */
final class DurableFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DurableFile() {}

    /** Makes the folder of a file and those above it, as far as they are not there. */
    static void makeFolderOf(Path file) throws IOException {
        Files.createDirectories(folderOf(file), OWNER_ONLY_FOLDER);
    }

    /** Writes the whole file, or leaves what was there: never half of it. */
    static void replace(Path file, byte[] content) throws IOException {
        Path draft = Files.createTempFile(folderOf(file), file.getFileName().toString(), ".draft", OWNER_ONLY);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                writeAll(channel, content);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolderOf(file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Opens a file to read and append, made where it is not there. */
    static FileChannel openToAppend(Path file) throws IOException {
        boolean isNew = !Files.exists(file);
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), OWNER_ONLY);
        if (isNew) {
            syncFolderOf(file);
        }
        return channel;
    }

    /** Writes at the channel's position and waits until it is on the disk. */
    static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    /** A name in a folder is durable only once the folder is. */
    private static void syncFolderOf(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(folderOf(file), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a folder cannot be written as a file");
        }
        return folder;
    }
}

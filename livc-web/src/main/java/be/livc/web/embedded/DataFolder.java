package be.livc.web.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder with everything this program keeps, locked while open: two programs on one folder would be two servers
 * on one database. The lock is the kernel's, so a kill -9 frees it.
 *
 * <pre>
 * livc.lock          held by the running program; holds its process number
 * secrets/           passwords and the keyset, for this account only ({@link Secrets})
 * postgres/          the server, its cluster and its logs ({@link PostgresServer})
 * </pre>
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing and locks it.
     *
     * @throws StartRefused when another program holds it, another account owns it, or it cannot be written
     */
    static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        Path lockFile = path.resolve("livc.lock");
        try {
            Accounts.createPrivateFolder(path);
            refuseAnotherAccounts(path);
            FileChannel channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = content(channel);
                channel.close();
                throw new StartRefused(
                        "Another LIVC (process %s) already uses the data folder %s.".formatted(holder, path),
                        "Stop that one first, or give this one a folder of its own with --livc.data=FOLDER.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder %s cannot be used: %s.".formatted(path, e),
                    "Make it writable for this account, or choose another with --livc.data=FOLDER.",
                    e);
        }
    }

    /** The folder itself, absolute. */
    Path path() {
        return path;
    }

    /** Where the server, its cluster and its logs live. */
    Path postgres() {
        return path.resolve("postgres");
    }

    /** The generated passwords. */
    Secrets secrets() {
        return Secrets.in(path);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String content(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
    }

    /** Root could open anyone's folder, but would leave files in it that its owner can no longer read. */
    private static void refuseAnotherAccounts(Path path) throws IOException {
        Path secrets = path.resolve(Secrets.FOLDER);
        if (Files.exists(secrets) && Accounts.ownerOf(secrets) != Accounts.current()) {
            throw new StartRefused(
                    "The data folder %s belongs to the account %s.".formatted(path, Files.getOwner(secrets)),
                    "Start the program under that account, or choose another folder with --livc.data=FOLDER.");
        }
    }
}

package be.livc.web.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Generated passwords, one file each with mode 0600 in a folder with mode 0700. A secret is made once and never
 * replaced: of two programs that make the same one at the same moment, both get the first.
 */
final class Secrets {

    static final String FOLDER = "secrets";
    static final String KEYSET_PASSWORD = "keyset-password";
    static final String KEYSET = "master.keyset";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secrets of a data folder; touches no file. */
    static Secrets in(Path dataFolder) {
        return new Secrets(dataFolder.resolve(FOLDER));
    }

    /** Where the secret with this name is, or would be, kept. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** The secret with this name, when it was made before. */
    Optional<String> read(String name) {
        try {
            return Files.exists(file(name))
                    ? Optional.of(Files.readString(file(name)).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw unusable(name, e);
        }
    }

    /** The secret with this name; 256 random bits in URL-safe Base64 when it is new. */
    String readOrCreate(String name) {
        return read(name).orElseGet(() -> create(name));
    }

    private String create(String name) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Accounts.createPrivateFolder(folder);
            Path draft = file(name + "." + ProcessHandle.current().pid() + ".draft");
            Files.deleteIfExists(draft);
            write(draft, secret);
            try {
                // A link, not a rename: it fails when the name exists, and never shows a half-written file.
                Files.createLink(file(name), draft);
            } catch (FileAlreadyExistsException madeMeanwhile) {
                return Files.readString(file(name)).strip();
            } finally {
                Files.deleteIfExists(draft);
            }
            return secret;
        } catch (IOException e) {
            throw unusable(name, e);
        }
    }

    /** Writes a new file that only this account can read, onto the disk itself. */
    static void write(Path file, String secret) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private StartRefused unusable(String name, IOException cause) {
        return new StartRefused(
                "The secret %s cannot be read or made: %s.".formatted(file(name), cause),
                "Make the folder readable and writable for this account only, and start again.",
                cause);
    }
}

package be.livc.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The master keys in a file under a password: a Tink keyset, protected by {@link PasswordProtection}. Nodes share the file;
 * each reads it again when another has replaced it.
 */
final class KeysetFile implements MasterKeys {

    private static final Logger LOG = LoggerFactory.getLogger(KeysetFile.class);

    /** Tells one writing of the file from the next: each makes a new file and puts it in the place of the old. */
    private record Mark(@Nullable Object file, FileTime written, long length) {

        static Mark of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Mark(now.fileKey(), now.lastModifiedTime(), now.size());
        }
    }

    private record Held(KeysetHandle keyset, Aead aead, Mark mark) {

        static Held of(KeysetHandle keyset, Mark mark) throws GeneralSecurityException {
            return new Held(keyset, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class), mark);
        }

        Set<String> names() {
            Set<String> names = new LinkedHashSet<>();
            for (int i = 0; i < keyset.size(); i++) {
                names.add(name(keyset.getAt(i)));
            }
            return names;
        }

        String current() {
            return name(keyset.getPrimary());
        }
    }

    private final Path file;
    private final String password;
    private volatile Held held;

    private KeysetFile(Path file, String password, Held held) {
        this.file = file;
        this.password = password;
        this.held = held;
    }

    /**
     * Opens the file; makes it where neither it nor any data under a master key is there.
     *
     * @param used names of the master keys that the database has been used with
     * @throws KeysetProblem when the password is missing or wrong, the file is missing although there is data, damaged, or
     *     older than the data
     */
    static KeysetFile open(Path file, String password, Set<String> used) {
        if (!Files.exists(file)) {
            requireNoData(file, used);
            onDisk(file, () -> {
                make(file, password);
                return file;
            });
        }
        return read(file, password).requireAll(used, file);
    }

    /** Opens a file that is there. Throws as {@link #open} does; whether it has all keys is to be asked afterwards. */
    static KeysetFile read(Path file, String password) {
        return onDisk(file, () -> new KeysetFile(file, password, opened(file, password)));
    }

    private interface Step<T> {
        T run() throws IOException, GeneralSecurityException;
    }

    private static <T> T onDisk(Path file, Step<T> step) {
        try {
            AeadConfig.register();
            return step.run();
        } catch (IOException failure) {
            throw new KeysetProblem(
                    "the keyset " + file + " cannot be read or written ("
                            + failure.getClass().getSimpleName() + ")",
                    "let the program's user own its folder");
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("AES-256-GCM is not to be had on this Java", failure);
        }
    }

    private static void requireNoData(Path file, Set<String> used) {
        if (!used.isEmpty()) {
            throw new KeysetProblem(
                    "the keyset " + file + " is not there, but the database has been used with one",
                    "put the file back from its own backup, or point livc.keyset.file to it; nothing was made anew");
        }
    }

    private static void make(Path file, String password) throws GeneralSecurityException, IOException {
        DurableFile.makeFolderOf(file);
        write(
                file,
                password,
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
    }

    private static void write(Path file, String password, KeysetHandle keyset)
            throws GeneralSecurityException, IOException {
        byte[] plain = TinkProtoKeysetFormat.serializeKeyset(
                keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
        String text = PasswordProtection.protect(plain, password);
        DurableFile.replace(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Held opened(Path file, String password) throws IOException {
        Mark mark = Mark.of(file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        try {
            byte[] plain = PasswordProtection.open(text, password);
            return Held.of(
                    TinkProtoKeysetFormat.parseKeyset(
                            plain, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()),
                    mark);
        } catch (GeneralSecurityException wrong) {
            throw new KeysetProblem(
                    "the keyset " + file + " does not open with the password that was given",
                    "set LIVC_KEYSET_PASSWORD to the password it was made with, or put back an undamaged copy of the file");
        }
    }

    /** Itself, when it has all master keys that the database has been used with; a {@link KeysetProblem} otherwise. */
    KeysetFile requireAll(Set<String> used, Path file) {
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(held.names());
        if (!missing.isEmpty()) {
            throw new KeysetProblem(
                    "the keyset " + file + " is older than the database or another one's: it lacks master key "
                            + String.join(", ", missing),
                    "put back the newest copy of the keyset that this database was used with");
        }
        return this;
    }

    private static String name(KeysetHandle.Entry entry) {
        return "keyset-" + Integer.toUnsignedString(entry.getId());
    }

    @Override
    public String current() {
        return held.current();
    }

    @Override
    public Set<String> names() {
        return held.names();
    }

    @Override
    public Wrapped wrap(byte[] key, byte[] associatedData) {
        Held now = held;
        try {
            return new Wrapped(now.aead().encrypt(key, associatedData), now.current());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a key could not be wrapped", failure);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
        Held now = held;
        try {
            return now.aead().decrypt(wrapped, associatedData);
        } catch (GeneralSecurityException notWithThese) {
            follow();
            if (held == now) {
                throw notWithThese;
            }
            return held.aead().decrypt(wrapped, associatedData);
        }
    }

    @Override
    public String renew(Set<String> ever) {
        return change(keyset -> {
            KeysetHandle more;
            do {
                more = KeysetHandle.newBuilder(keyset)
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                .withRandomId()
                                .makePrimary())
                        .build();
            } while (ever.contains(name(more.getPrimary())));
            return more;
        });
    }

    @Override
    public boolean destroy(String name) {
        follow();
        if (held.current().equals(name)) {
            throw new IllegalStateException("the master key that wraps now cannot be destroyed");
        }
        if (held.names().contains(name)) {
            change(keyset -> without(name, keyset));
        }
        return true;
    }

    private static KeysetHandle without(String name, KeysetHandle keyset) throws GeneralSecurityException {
        KeysetHandle.Builder fewer = KeysetHandle.newBuilder(keyset);
        for (int i = keyset.size() - 1; i >= 0; i--) {
            if (name(keyset.getAt(i)).equals(name)) {
                fewer.deleteAt(i);
            }
        }
        return fewer.build();
    }

    private interface Change {
        KeysetHandle of(KeysetHandle keyset) throws GeneralSecurityException;
    }

    /** Writes the changed keyset in the place of the newest one, and reads it back before it counts. */
    private synchronized String change(Change change) {
        follow();
        return onDisk(file, () -> {
            write(file, password, change.of(held.keyset()));
            held = opened(file, password);
            return held.current();
        });
    }

    /**
     * Takes over what another node made of the file. A copy that lacks the key that wraps now is an older one, put back while
     * the program runs: it is not taken over, and not written over either.
     */
    private synchronized void follow() {
        onDisk(file, () -> {
            if (!Mark.of(file).equals(held.mark())) {
                Held found = opened(file, password);
                if (!found.names().contains(held.current())) {
                    throw new KeysetProblem(
                            "the keyset " + file + " was replaced by an older one while the program runs",
                            "put back the newest copy");
                }
                held = found;
            }
            return held;
        });
    }

    @Override
    public void dropExpired() {
        try {
            follow();
        } catch (KeysetProblem problem) {
            LOG.error("The keyset is not followed: {}", problem.getMessage());
        }
    }
}

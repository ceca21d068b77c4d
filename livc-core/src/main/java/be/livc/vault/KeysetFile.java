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
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** The master keys in a file under a password: a Tink keyset, protected by {@link PasswordProtection}. */
final class KeysetFile implements MasterKeys {

    private final KeysetHandle keyset;
    private final Aead aead;

    private KeysetFile(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
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
        return onDisk(file, () -> opened(file, password));
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
        KeysetHandle keyset =
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        byte[] plain = TinkProtoKeysetFormat.serializeKeyset(
                keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
        String text = PasswordProtection.protect(plain, password);
        DurableFile.makeFolderOf(file);
        DurableFile.replace(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static KeysetFile opened(Path file, String password) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        try {
            byte[] plain = PasswordProtection.open(text, password);
            return new KeysetFile(TinkProtoKeysetFormat.parseKeyset(
                    plain, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()));
        } catch (GeneralSecurityException wrong) {
            throw new KeysetProblem(
                    "the keyset " + file + " does not open with the password that was given",
                    "set LIVC_KEYSET_PASSWORD to the password it was made with, or put back an undamaged copy of the file");
        }
    }

    /** Itself, when it has all master keys that the database has been used with; a {@link KeysetProblem} otherwise. */
    KeysetFile requireAll(Set<String> used, Path file) {
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(names());
        if (!missing.isEmpty()) {
            throw new KeysetProblem(
                    "the keyset " + file + " is older than the database or another one's: it lacks master key "
                            + String.join(", ", missing),
                    "put back the newest copy of the keyset that this database was used with");
        }
        return this;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < keyset.size(); i++) {
            names.add(name(keyset.getAt(i)));
        }
        return names;
    }

    private static String name(KeysetHandle.Entry entry) {
        return "keyset-" + Integer.toUnsignedString(entry.getId());
    }

    @Override
    public String current() {
        return name(keyset.getPrimary());
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associatedData) {
        try {
            return aead.encrypt(key, associatedData);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a key could not be wrapped", failure);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(wrapped, associatedData);
    }
}

package be.livc.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * Where the file of the master keys lies, and the password that protects it; each is empty where none was given. Never
 * printed.
 */
record KeysetSettings(String file, String password) {

    static KeysetSettings of(Environment settings) {
        return new KeysetSettings(
                settings.getProperty("livc.keyset.file", ""), settings.getProperty("livc.keyset.password", ""));
    }

    /** @throws KeysetProblem when no place was given */
    Path path() {
        if (file.isBlank()) {
            throw new KeysetProblem("no place for the keyset was given", "set livc.keyset.file or LIVC_KEYSET_FILE");
        }
        return Path.of(file).toAbsolutePath();
    }

    boolean isThere() {
        return !file.isBlank() && Files.exists(path());
    }

    /** A folder in the same place. */
    Path beside(String folder) {
        return path().resolveSibling(folder);
    }

    @Override
    public String toString() {
        return "•••";
    }
}

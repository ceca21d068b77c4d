package be.livc.vault;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Opens the keyset on a thread of its own while the first parts of the program are being made: deriving its key from the
 * password is slow by design, and nothing waits for it until the first key is asked. Only a file that is there; a missing one
 * is judged by the database, later and under its lock.
 */
final class EarlyKeyset implements BeanFactoryPostProcessor {

    private final Environment settings;
    private @Nullable FutureTask<KeysetFile> opening;

    EarlyKeyset(Environment settings) {
        this.settings = settings;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        KeysetSettings keyset = KeysetSettings.of(settings);
        if (keyset.isThere()) {
            FutureTask<KeysetFile> task = new FutureTask<>(() -> KeysetFile.read(keyset.path(), keyset.password()));
            Thread thread = new Thread(task, "keyset");
            thread.setDaemon(true);
            thread.start();
            opening = task;
        }
    }

    /** The keyset, once it is open; empty when there was no file. Throws as {@link KeysetFile#read} does. */
    Optional<KeysetFile> opened() {
        if (opening == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(opening.get());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the keyset was being opened", stopped);
        }
    }
}

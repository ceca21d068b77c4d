package be.livc.web.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Starts the database on a thread of its own as soon as the parts of the program are known, while the first of them are being
 * made: a start of the server is mostly waiting, and the program needs it only when it asks for a connection.
 *
 * <p>Whoever {@link #whenUp takes} the database closes it. One that nobody took, because the start failed before, is closed
 * here.
 */
final class EarlyServer implements BeanFactoryPostProcessor, DisposableBean {

    private final Path folder;
    private final CompletableFuture<EmbeddedDatabase> starting = new CompletableFuture<>();
    private boolean taken;

    EarlyServer(Path folder) {
        this.folder = folder;
    }

    /** Not in the common pool: its threads do not see the classes inside the packaged program. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        new Thread(this::start, "postgres-start").start();
    }

    private void start() {
        try {
            starting.complete(EmbeddedDatabase.start(folder));
        } catch (RuntimeException | Error failure) {
            starting.completeExceptionally(failure);
        }
    }

    /**
     * The database, once it answers.
     *
     * @throws StartRefused with one clear sentence when it does not start
     */
    EmbeddedDatabase whenUp() {
        taken = true;
        try {
            return starting.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void destroy() {
        if (!taken) {
            starting.thenAccept(EmbeddedDatabase::close)
                    .exceptionally(failure -> null)
                    .join();
        }
    }
}

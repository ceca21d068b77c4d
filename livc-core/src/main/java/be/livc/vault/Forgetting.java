package be.livc.vault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every half minute, lets keys and names go from memory that nobody asked for lately. */
@Component
class Forgetting implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final ScheduledExecutorService timer;

    @Autowired
    Forgetting(List<Expiring> held) {
        this(held, EVERY);
    }

    Forgetting(List<Expiring> held, Duration every) {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "vault-forgetting");
            thread.setDaemon(true);
            return thread;
        });
        for (Expiring one : held) {
            timer.scheduleWithFixedDelay(
                    () -> dropExpired(one), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A timer asks nobody again who threw once: a key service that was away for a moment would be forgotten for good. */
    private static void dropExpired(Expiring one) {
        try {
            one.dropExpired();
        } catch (RuntimeException failure) {
            LOG.warn("what expired could not be let go, and is tried again: {}", failure.getMessage());
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}

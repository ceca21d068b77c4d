package be.livc.vault;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Every half minute, lets keys and names go from memory that nobody asked for lately. */
@Component
class Forgetting implements DisposableBean {

    private static final long EVERY_SECONDS = 30;

    private final ScheduledExecutorService timer;

    Forgetting(List<Expiring> held) {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "vault-forgetting");
            thread.setDaemon(true);
            return thread;
        });
        for (Expiring one : held) {
            timer.scheduleWithFixedDelay(one::dropExpired, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}

package be.livc.vault;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sees every hour whether keys are due, or were left half renewed by a crash; and at once when somebody asked for it. */
@Component
class RotationClock implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RotationClock.class);

    private final KeyRotation rotation;
    private final ScheduledExecutorService timer;

    RotationClock(
            KeyRotation rotation,
            @Value("${livc.keys.first:PT3M}") Duration first,
            @Value("${livc.keys.every:PT1H}") Duration every) {
        this.rotation = rotation;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "key-rotation");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::goOn, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Goes on as soon as what runs now is done. */
    void soon() {
        timer.execute(this::goOn);
    }

    private void goOn() {
        try {
            rotation.goOn();
        } catch (RuntimeException failure) {
            LOG.error("Keys could not be renewed; it is tried again: {}", failure.toString());
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}

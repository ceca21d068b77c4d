package be.livc.workflow.transfer;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Finishes what was cut off: at the start, before the first request is answered, and every minute from then on. */
@Component
final class SettlingClock implements SmartLifecycle {

    private static final long MINUTE = 60;

    private final Settling settling;
    private volatile ScheduledExecutorService ticks = stopped();

    SettlingClock(Settling settling) {
        this.settling = settling;
    }

    private static ScheduledExecutorService stopped() {
        ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }

    @Override
    public void start() {
        settling.settleAll();
        ScheduledExecutorService running = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, "settling");
            thread.setDaemon(true);
            return thread;
        });
        running.scheduleWithFixedDelay(settling::settleAll, MINUTE, MINUTE, TimeUnit.SECONDS);
        ticks = running;
    }

    @Override
    public void stop() {
        ticks.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !ticks.isShutdown();
    }

    /** Before the web server listens. */
    @Override
    public int getPhase() {
        return 0;
    }
}

package be.livc.web.consultation;

import be.livc.cell.Actor;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.LiveItems;
import be.livc.consultation.LiveItems.Followed;
import be.livc.platform.Bell;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open screens of people in a consultation. A screen is told that the item before it has another revision: two ids and
 * no word of content; it then asks for the item itself, with its reader's own rights. Whoever sees the item no more, because
 * a mandate ended or an embargo was laid, is told to stop and is told nothing afterwards.
 *
 * <pre>
 *   a change commits ──▶ bell, on every node ──▶ what does this reader see now? ──▶ "changed", id, revision
 * </pre>
 *
 * <p>Every few seconds it looks without a bell too: a basis expires and a mandate ends by the clock alone.
 */
@Component
class LiveStreams implements SmartLifecycle {

    /** After this the browser connects anew, and with it asks for its rights from the door on. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final long LOOK_EVERY_SECONDS = 5;

    private final class Screen {
        private final Actor reader;
        private final ConsultationId consultation;
        private final int n;
        private final SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        private @Nullable Followed last;

        Screen(Actor reader, ConsultationId consultation, int n) {
            this.reader = reader;
            this.consultation = consultation;
            this.n = n;
            emitter.onCompletion(() -> screens.remove(this));
            emitter.onTimeout(emitter::complete);
            emitter.onError(gone -> screens.remove(this));
        }

        synchronized void look() {
            try {
                Optional<Followed> now = CurrentCell.in(reader.cell(), this::seenNow);
                if (now.isEmpty()) {
                    emitter.send(SseEmitter.event().name("stopped").data(""));
                    emitter.complete();
                } else if (!now.get().equals(last)) {
                    last = now.get();
                    emitter.send(SseEmitter.event()
                            .name("changed")
                            .data(now.get().item() + " " + now.get().revision()));
                } else {
                    emitter.send(SseEmitter.event().name("here").data(""));
                }
            } catch (IOException | IllegalStateException gone) {
                screens.remove(this);
            }
        }

        private Optional<Followed> seenNow() {
            return mandates.actor(reader.user(), reader.cell(), reader.source())
                    .filter(actor -> actor.mandate().equals(reader.mandate()))
                    .flatMap(actor -> items.follow(actor, consultation, n));
        }
    }

    private final LiveItems items;
    private final Mandates mandates;
    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "live-screens");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    LiveStreams(LiveItems items, Mandates mandates, Bell bell) {
        this.items = items;
        this.mandates = mandates;
        bell.hear(cell -> looking.execute(() -> lookIn(cell)));
        looking.scheduleWithFixedDelay(
                () -> lookIn(Optional.empty()), LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Lets a screen follow an item; the first thing that it is told is the present revision. */
    SseEmitter follow(Actor reader, ConsultationId consultation, int n) {
        Screen screen = new Screen(reader, consultation, n);
        if (running) {
            screens.add(screen);
            looking.execute(screen::look);
        } else {
            screen.emitter.complete();
        }
        return screen.emitter;
    }

    private void lookIn(Optional<CellId> cell) {
        for (Screen screen : screens) {
            if (cell.isEmpty() || screen.reader.cell().equals(cell.get())) {
                try {
                    screen.look();
                } catch (RuntimeException failure) {
                    LOG.warn("A live screen was not told of a change: {}", failure.toString());
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for answers that are under way: these would never end by themselves. */
    @Override
    public void stop() {
        running = false;
        screens.forEach(screen -> screen.emitter.complete());
        screens.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

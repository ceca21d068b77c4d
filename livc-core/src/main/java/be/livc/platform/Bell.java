package be.livc.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells this node that something changed in a cell, on whichever node it was done: the id of the cell and nothing else.
 * Triggers of the database ring it at the commit (PostgreSQL NOTIFY), so nothing that is changed can forget to.
 *
 * <p>Who listens looks for themselves what changed and whether they may see it. A ring may come without a change; after a
 * lost connection one comes for every cell, since what was missed is not known. Erasures ring by themselves, with the record.
 */
@Component
public class Bell implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final int WAIT_MILLIS = 1_000;
    private static final String CHANGES = "livc_bell";
    private static final String ERASURES = "livc_erased";

    private final DataSource dataSource;
    private final Map<String, List<Consumer<Optional<String>>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread ear;

    Bell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Calls this with each cell in which something changed; with nothing when it may have been any. It must not wait. */
    public void hear(Consumer<Optional<CellId>> listener) {
        hear(CHANGES, told -> listener.accept(told.map(CellId::of)));
    }

    /**
     * Calls this with the cell and the id of each record whose key was destroyed, on whichever node; with nothing when it may
     * have been any. It must not wait.
     */
    public void hearErased(BiConsumer<CellId, UUID> listener, Runnable any) {
        hear(ERASURES, told -> told.map(text -> text.split(" ", 2))
                .ifPresentOrElse(ids -> listener.accept(CellId.of(ids[0]), UUID.fromString(ids[1])), any));
    }

    private void hear(String channel, Consumer<Optional<String>> listener) {
        listeners.computeIfAbsent(channel, one -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        running = true;
        Thread thread = new Thread(this::listen, "bell");
        thread.setDaemon(true);
        thread.start();
        ear = thread;
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = ear;
        if (thread == null) {
            return;
        }
        try {
            thread.join(5L * WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("listen " + CHANGES);
                statement.execute("listen " + ERASURES);
                listeners.keySet().forEach(channel -> ring(channel, Optional.empty()));
                try {
                    hearOn(connection.unwrap(PGConnection.class));
                } finally {
                    statement.execute("unlisten *");
                }
            } catch (SQLException failure) {
                rest(failure);
            }
        }
    }

    private void hearOn(PGConnection connection) throws SQLException {
        while (running) {
            PGNotification[] heard = connection.getNotifications(WAIT_MILLIS);
            if (heard != null) {
                for (PGNotification one : heard) {
                    ring(one.getName(), Optional.of(one.getParameter()));
                }
            }
        }
    }

    private void ring(String channel, Optional<String> told) {
        for (Consumer<Optional<String>> listener : listeners.getOrDefault(channel, List.of())) {
            try {
                listener.accept(told);
            } catch (RuntimeException failure) {
                LOG.warn("A listener did not take what it heard: {}", failure.toString());
            }
        }
    }

    private void rest(SQLException failure) {
        if (!running) {
            return;
        }
        LOG.warn("Live screens do not follow for a moment: {}", failure.getSQLState());
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

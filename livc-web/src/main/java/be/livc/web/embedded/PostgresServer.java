package be.livc.web.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL over one cluster (PostgreSQL's word for a folder of databases). Whoever uses it holds the
 * {@link DataFolder}, so a server found running over the cluster was left behind by a killed program, and is stopped.
 *
 * <p>A server that dies while in use is started again on the same port, as often as that takes: on a full disk it does not
 * start before there is room. PostgreSQL recovers by itself and the connection pool reconnects.
 */
final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** Long, because a start after a crash first replays the log of what was committed. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final Duration STOP = Duration.ofSeconds(60);

    private static final Duration WATCH = Duration.ofMillis(500);

    /** Between two attempts to start a server that would not. */
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final ServerBinaries binaries;
    private final ServerAccount account;
    private final Path cluster;
    private int port;
    private boolean running;

    PostgresServer(ServerBinaries binaries, ServerAccount account, Path cluster) {
        this.binaries = binaries;
        this.account = account;
        this.cluster = cluster;
    }

    /** Starts the server on a free port of the loopback interface and waits until it answers. */
    synchronized void start() throws IOException {
        port = freePort();
        launch();
        running = true;
        Thread watch = new Thread(this::watch, "postgres-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** The JDBC address of one of its databases. */
    synchronized String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Stops the server: open transactions are rolled back, what was committed is on disk. */
    @Override
    public synchronized void close() {
        if (running) {
            running = false;
            stop();
        }
    }

    private void launch() throws IOException {
        Leftovers.of(cluster).end(this::stop);
        ServerConfiguration.write(cluster, port);
        account.own(cluster);
        try {
            account.run(
                    cluster,
                    START.plusSeconds(10),
                    binaries.program("pg_ctl"),
                    "start",
                    "--pgdata=" + cluster,
                    "--log=" + log(),
                    "--wait",
                    "--timeout=" + START.toSeconds());
        } catch (CommandFailed e) {
            throw new StartRefused(
                    "PostgreSQL did not start over %s (%s).".formatted(cluster, e.output()),
                    "Its own words are in %s and in the newest file of %s."
                            .formatted(log(), cluster.resolveSibling(ServerConfiguration.LOG_FOLDER)),
                    e);
        }
    }

    private void stop() {
        try {
            stop("fast");
        } catch (CommandFailed slow) {
            LOG.warn("PostgreSQL did not stop within {} s; stopping it as after a power cut", STOP.toSeconds());
            try {
                stop("immediate");
            } catch (CommandFailed e) {
                LOG.error("PostgreSQL could not be stopped: {}", e.output());
            }
        }
    }

    private void stop(String mode) throws CommandFailed {
        account.run(
                cluster,
                STOP.plusSeconds(10),
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + cluster,
                "--mode=" + mode,
                "--wait",
                "--timeout=" + STOP.toSeconds());
    }

    private void watch() {
        boolean runs = true;
        try {
            while (isWanted()) {
                Thread.sleep((runs ? WATCH : AGAIN).toMillis());
                runs = keepRunning();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isWanted() {
        return running;
    }

    /** Starts a server again that ended by itself; answers whether it runs. */
    private synchronized boolean keepRunning() {
        if (!running || Leftovers.of(cluster).includeServer()) {
            return true;
        }
        LOG.error("PostgreSQL ended by itself; starting it again on port {}", port);
        try {
            launch();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "PostgreSQL could not be started again, next attempt in {} s: {}",
                    AGAIN.toSeconds(),
                    e.getMessage());
            return false;
        }
    }

    private Path log() {
        return cluster.resolveSibling("start.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

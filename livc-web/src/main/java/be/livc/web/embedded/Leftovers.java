package be.livc.web.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes at work over a cluster; after a kill, those left behind. They are recognised by their
 * working folder, which every process of PostgreSQL keeps at its cluster: unlike the number in {@code postmaster.pid},
 * that cannot belong to a stranger who got the same number later (usual in containers).
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path cluster;

    private Leftovers(Path cluster) {
        this.cluster = cluster;
    }

    static Leftovers of(Path cluster) {
        return new Leftovers(cluster);
    }

    /** Whether the server itself is among them. A process that ended but was not collected (a zombie) has no folder. */
    boolean includeServer() {
        Path file = cluster.resolve("postmaster.pid");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(number -> Path.of("/proc", number.strip()))
                    .filter(this::worksHere)
                    .isPresent();
        } catch (IOException noServer) {
            return false;
        }
    }

    /**
     * Ends them all: the server in the orderly way it is given, what then remains by force. Nothing writes to the
     * cluster afterwards, so the note of who does is removed.
     */
    void end(Runnable orderlyStop) throws IOException {
        if (includeServer()) {
            LOG.warn("stopping the PostgreSQL that an earlier program left behind");
            orderlyStop.run();
        }
        awaitEnd();
        for (ProcessHandle process : processes()) {
            LOG.warn("ending process {}, which an earlier PostgreSQL left behind", process.pid());
            process.destroyForcibly();
        }
        awaitEnd();
        if (!processes().isEmpty()) {
            throw new StartRefused(
                    "An earlier PostgreSQL is still at work over %s and cannot be ended.".formatted(cluster),
                    "End its processes (%s) and start again."
                            .formatted(
                                    processes().stream().map(ProcessHandle::pid).toList()));
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** Backends notice by themselves, within moments, that their server is gone. */
    private void awaitEnd() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!processes().isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> worksHere(Path.of("/proc", String.valueOf(process.pid()))))
                .toList();
    }

    private boolean worksHere(Path process) {
        try {
            return Files.isSameFile(process.resolve("cwd"), cluster);
        } catch (IOException endedOrNotOurs) {
            return false;
        }
    }
}

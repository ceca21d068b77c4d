package be.livc.web.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of PostgreSQL at work in a folder; after a kill, those left behind. They are recognised by their program
 * and their working folder, which the server keeps at its cluster: unlike the number in {@code postmaster.pid}, those
 * cannot belong to a stranger who got the same number later (usual in containers).
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Set<String> PROGRAMS = Set.of("postgres", "pg_ctl", "initdb");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;

    private Leftovers(Path folder) {
        this.folder = folder;
    }

    static Leftovers of(Path folder) {
        return new Leftovers(folder);
    }

    /** Whether the server itself is among them. A process that ended but was not collected (a zombie) has no folder. */
    boolean includeServer() {
        Path file = folder.resolve("postmaster.pid");
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
     * folder afterwards, so the note of who does is removed.
     */
    void end(Runnable orderlyStop) throws IOException {
        // Backends notice within moments that their server is gone; a server may still be on its way up.
        await(() -> {
            if (includeServer()) {
                LOG.warn("stopping the PostgreSQL that an earlier program left behind");
                orderlyStop.run();
            }
        });
        endByForce();
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    /** Ends them all at once: what they work on is not kept, or survives this as it survives a power cut. */
    void endByForce() {
        await(() -> processes().forEach(process -> {
            LOG.warn("ending process {}, which an earlier PostgreSQL left behind", process.pid());
            process.destroyForcibly();
        }));
        List<Long> left = processes().stream().map(ProcessHandle::pid).toList();
        if (!left.isEmpty()) {
            throw new StartRefused(
                    "An earlier PostgreSQL is still at work over %s and cannot be ended.".formatted(folder),
                    "End its processes %s and start again.".formatted(left));
        }
    }

    /** Repeats the act until none is left or patience is. */
    private void await(Runnable act) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!processes().isEmpty() && System.nanoTime() < deadline) {
            act.run();
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
            String program = Files.readSymbolicLink(process.resolve("exe"))
                    .getFileName()
                    .toString()
                    .replace(" (deleted)", "");
            return PROGRAMS.contains(program) && Files.isSameFile(process.resolve("cwd"), folder);
        } catch (IOException endedOrNotOurs) {
            return false;
        }
    }
}

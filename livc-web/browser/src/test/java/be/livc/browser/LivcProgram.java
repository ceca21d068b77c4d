package be.livc.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged program, started with {@code java -jar} in an empty folder as a new user would, with its own database
 * and the demo cells; stopped by its own process number.
 */
final class LivcProgram implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private final Process process;

    private LivcProgram(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @throws IllegalStateException with its own words when it ends or stays silent
     */
    static LivcProgram start() {
        try {
            Path folder = Files.createTempDirectory("livc-browser-");
            int port = freePort();
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(Settings.javaOptions());
            command.addAll(List.of(
                    "-jar", jar().toString(), "--server.port=" + port, "--livc.data=" + folder.resolve("data")));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            LivcProgram program = new LivcProgram(folder, port, process);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            program.awaitReady();
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that the log names for people. */
    String address() {
        return "http://localhost:" + port;
    }

    /** Its data folder. */
    Path data() {
        return folder.resolve("data");
    }

    /** Everything it printed until now. */
    String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, and with it its database; the log is kept beside the reports, the data is not. */
    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The program did not stop: " + log());
            }
            Files.writeString(Settings.workFolder().resolve("program.log"), log());
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(START);
        while (!log().contains("Started LivcApplication")) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The program ended at its start: " + log());
            }
            if (Instant.now().isAfter(end)) {
                process.destroy();
                throw new IllegalStateException("The program did not become ready: " + log());
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Settings.jars())) {
            List<Path> jars = files.filter(
                            file -> file.getFileName().toString().matches("livc-web-[^/]*(?<!-sources|-tests)\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("Not one packaged program in " + Settings.jars() + ": " + jars);
            }
            return jars.get(0);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

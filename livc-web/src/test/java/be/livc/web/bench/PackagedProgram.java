package be.livc.web.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A jar as it is handed over, started in a process of its own. */
final class PackagedProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final double secondsToReady;

    private PackagedProgram(Process process, int port, double secondsToReady) {
        this.process = process;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /** Starts it with no setting but the folder and the port, and waits until it says that it is well. */
    static PackagedProgram start(Path jar, Path data, Path log) throws IOException, InterruptedException {
        return start(jar, log, "/actuator/health", "--livc.data=" + data);
    }

    /**
     * Starts any program and waits until it answers.
     *
     * @param wellAt the path that answers 200 once it is ready
     */
    static PackagedProgram start(Path jar, Path log, String wellAt, String... settings)
            throws IOException, InterruptedException {
        int port = freePort();
        long begun = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--server.port=" + port));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // Whoever stops the measuring halfway leaves no program behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (!isWell(port, wellAt)) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                process.destroy();
                throw new IOException("the packaged program did not start; see " + log);
            }
            Thread.sleep(20);
        }
        return new PackagedProgram(process, port, (System.nanoTime() - begun) / 1e9);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isWell(int port, String path) {
        try {
            HttpURLConnection health = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** From the start of the process to the first good answer. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** What the process, without its PostgreSQL, holds in memory now (VmRSS). */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}

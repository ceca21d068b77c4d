package be.livc.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs other programs to their end. */
final class Commands {

    private static final long MINUTES = 5;

    private Commands() {}

    /** What a program answered. */
    record Answer(int exit, String output) {}

    /** Runs it and returns what it printed, both streams as one. */
    static Answer run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            return new Answer(process.exitValue(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #run}, for a program that must succeed. */
    static String require(Path folder, Map<String, String> environment, List<String> command) {
        Answer answer = run(folder, environment, command);
        if (answer.exit() != 0) {
            throw new IllegalStateException(command + " failed: " + answer.output());
        }
        return answer.output();
    }
}

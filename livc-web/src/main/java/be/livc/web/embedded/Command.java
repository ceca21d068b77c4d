package be.livc.web.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs, without a shell and without this program's environment. */
final class Command {

    private Command() {}

    /** Runs a program to its end and gives what it printed, on one line. */
    static String run(List<String> command, Path folder, Duration limit) throws CommandFailed {
        String program = command.get(0);
        try {
            // A file rather than a pipe: a server started by the command would keep a pipe open for ever.
            Path output = Files.createTempFile("livc", ".out");
            try {
                Process process = start(command, folder, output);
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new CommandFailed(program, "no end after " + limit.toSeconds() + " s");
                }
                String printed =
                        Files.readString(output, StandardCharsets.UTF_8).strip().replaceAll("\\s*\\R\\s*", "; ");
                if (process.exitValue() != 0) {
                    throw new CommandFailed(program, printed);
                }
                return printed;
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new CommandFailed(program, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(program, "interrupted");
        }
    }

    private static Process start(List<String> command, Path folder, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // PGDATA, PGPORT and their like would point the server elsewhere; its messages are read, so in English.
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "LC_ALL", "C"));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}

package be.livc.web.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second program on a data folder, in a process of its own so that it can be killed. */
final class AnotherProgram {

    static final String READY = "ready";

    private final Process process;
    private final String answer;

    private AnotherProgram(Process process, String answer) {
        this.process = process;
        this.answer = answer;
    }

    /** What runs in the process: opens the database, commits one note, says so and stays. */
    public static void main(String[] arguments) throws Exception {
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            DataFolders.execute(
                    database,
                    Role.OWNER,
                    "create table if not exists note (text text)",
                    "insert into note values ('" + arguments[1] + "')");
            System.out.println(READY);
        } catch (StartRefused refused) {
            System.out.println(refused.getMessage());
            System.exit(1);
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Starts it, behind a command such as {@code setpriv} where given, and waits for its first word. */
    static AnotherProgram on(Path folder, String classpath, String note, String... prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classpath, AnotherProgram.class.getName(), folder.toString(), note));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        // The logger has no settings here and may speak first.
        while (line != null && !line.equals(READY) && !line.contains(folder.toString())) {
            line = output.readLine();
        }
        return new AnotherProgram(process, String.valueOf(line));
    }

    /** {@link #READY}, or why it did not start. */
    String answer() {
        return answer;
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as a kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as a kill does. */
    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}

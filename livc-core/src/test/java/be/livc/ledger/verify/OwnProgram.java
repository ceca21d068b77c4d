package be.livc.ledger.verify;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class as a program of its own, with the classes of the project and nothing else. */
public final class OwnProgram {

    private OwnProgram() {}

    /** The running program; whoever starts it ends it. */
    public static Process of(Class<?> main, String... arguments) throws IOException, URISyntaxException {
        Path classes =
                Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}

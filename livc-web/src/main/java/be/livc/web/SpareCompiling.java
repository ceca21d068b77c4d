package be.livc.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.LoggerFactory;

/**
 * Compiles less during a start. The machine's second compiler makes the fastest code of what ran some thousand times, at a
 * price that pays over hours; a start gave it as much of the processors as it took itself, for code that nobody runs after it.
 * What {@code only-at-start.json} lists is left to the first compiler, whose code is a little slower and costs a tenth.
 *
 * <p>Asked of the running machine, as {@code jcmd Compiler.directives_add} does, because {@code java -jar} can bring no
 * options along. A machine that does not know the question starts as it always did.
 */
final class SpareCompiling {

    private static final String DIRECTIVES = "/only-at-start.json";

    private SpareCompiling() {}

    /** From now on; in the background, because asking takes as long as a good many classes take to load. */
    static void begin() {
        Thread asking = new Thread(SpareCompiling::ask, "spare-compiling");
        asking.setDaemon(true);
        asking.start();
    }

    private static void ask() {
        try {
            Path file = Files.createTempFile("livc", ".json");
            try (InputStream directives = SpareCompiling.class.getResourceAsStream(DIRECTIVES)) {
                Files.copy(directives, file, StandardCopyOption.REPLACE_EXISTING);
                tell("compilerDirectivesAdd", file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException withoutIt) {
            LoggerFactory.getLogger(SpareCompiling.class).debug("the start compiles as it would anyway", withoutIt);
        }
    }

    /**
     * Says one of the diagnostic commands to the machine.
     *
     * @return what it answers
     */
    static String tell(String command, String... arguments) throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        command,
                        arguments.length == 0 ? new Object[0] : new Object[] {arguments},
                        arguments.length == 0 ? new String[0] : new String[] {String[].class.getName()});
    }
}

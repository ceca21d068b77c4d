package be.livc.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the build tells the tests, as system properties; see the pom. */
final class Settings {

    private Settings() {}

    /** The folder for everything the tests leave behind. */
    static Path workFolder() {
        return path("livc.work");
    }

    /** The folder with the packaged program. */
    static Path jars() {
        return path("livc.jars");
    }

    /** How Java is told to run the program: as the tests' own. */
    static List<String> javaOptions() {
        return Pattern.compile(" ")
                .splitAsStream(System.getProperty("livc.java", ""))
                .filter(option -> !option.isBlank())
                .toList();
    }

    /** The program that checks an export of a ledger. */
    static Path verifier() {
        return path("livc.verifier");
    }

    /** The npm package that brings Chromium. */
    static Path chromiumPackage() {
        return path("livc.chromium.package");
    }

    /** Whether Chromium comes from the npm registry although the machine has one. */
    static boolean chromiumFromNpm() {
        return "npm".equals(System.getProperty("livc.chromium"));
    }

    /** Whether Maven was told to stay off the network. */
    static boolean offline() {
        return "offline=true".equals(System.getProperty("livc.maven"));
    }

    private static Path path(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The build did not say " + name);
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}

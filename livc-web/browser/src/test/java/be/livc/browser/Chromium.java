package be.livc.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The browser of the tests: the one that {@code LIVC_CHROMIUM} names, else Debian's, else the one that comes with an
 * npm package, so that a machine without any browser passes as well.
 */
record Chromium(Path program, List<String> arguments, Map<String, String> environment) {

    private static final String VARIABLE = "LIVC_CHROMIUM";
    private static final Path DEBIAN = Path.of("/usr/bin/chromium");

    /** No sandbox, because builds run as root; and no calls home. */
    private static final List<String> INSTALLED = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Not the package's own list: that one switches the browser's security off. */
    private static final List<String> FROM_NPM =
            List.of("--headless=shell", "--no-sandbox", "--no-zygote", "--disable-gpu");

    /** Finds it, or brings it. */
    static Chromium find() {
        String named = System.getenv(VARIABLE);
        if (!Settings.chromiumFromNpm() && named != null && !named.isBlank()) {
            return new Chromium(Path.of(named), INSTALLED, Map.of());
        }
        if (!Settings.chromiumFromNpm() && Files.isExecutable(DEBIAN)) {
            return new Chromium(DEBIAN, INSTALLED, Map.of());
        }
        return fromNpm();
    }

    /** How Playwright starts it. */
    LaunchOptions launchOptions() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        return new LaunchOptions()
                .setExecutablePath(program)
                .setHeadless(true)
                .setArgs(arguments)
                .setEnv(all);
    }

    private static Chromium fromNpm() {
        Path folder = Settings.workFolder().resolve("chromium");
        Path unpacked = folder.resolve("unpacked");
        try {
            Files.createDirectories(unpacked);
            if (changed(folder)) {
                install(folder);
            }
            String program =
                    Commands.require(folder, Map.of("TMPDIR", unpacked.toString()), List.of("node", "unpack.mjs"));
            return new Chromium(Path.of(program), FROM_NPM, librariesAndFonts(unpacked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final List<String> PACKAGE = List.of("package.json", ".npmrc", "unpack.mjs", "package-lock.json");

    private static boolean changed(Path folder) throws IOException {
        for (String file : PACKAGE) {
            Path before = folder.resolve(file);
            Path now = Settings.chromiumPackage().resolve(file);
            if (!Files.exists(before) || Files.mismatch(before, now) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The lock file, by which a later run knows that this is done, comes last. */
    private static void install(Path folder) throws IOException {
        Path lock = folder.resolve("package-lock.json");
        Files.deleteIfExists(lock);
        for (String file : PACKAGE) {
            Files.copy(
                    Settings.chromiumPackage().resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(Arrays.asList("npm", "ci", "--ignore-scripts"));
        if (Settings.offline()) {
            command.add("--offline");
        }
        try {
            Commands.require(folder, Map.of(), command);
        } catch (IllegalStateException failed) {
            Files.deleteIfExists(lock);
            throw failed;
        }
    }

    private static Map<String, String> librariesAndFonts(Path unpacked) throws IOException {
        Path fonts = unpacked.resolve("fonts.conf");
        Files.writeString(
                fonts,
                """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>
                """
                        .formatted(unpacked.resolve("fonts"), unpacked.resolve("fonts-cache")));
        return Map.of(
                "LD_LIBRARY_PATH", unpacked.resolve("al2023").resolve("lib").toString(),
                "FONTCONFIG_FILE", fonts.toString());
    }
}

package be.livc.ledger.verify;

import be.livc.ledger.verify.Verdict.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The program: {@code java -jar livc-verify.jar export.zip [--since checkpoint] [--key vkey] [--witness vkey] [--lang
 * nl|fr|en]}, or with a
 * receipt, as PDF or alone, in the place of the export. Works
 * without a network and without LIVC. Says in a sentence what it finds, and ends with the code of the {@link Outcome}.
 */
public final class VerifyExport {

    private static final Set<String> OPTIONS = Set.of("--since", "--key", "--witness", "--lang");
    private static final int NO_SENSE = 1;

    /** A checkpoint or a key is a few hundred bytes. */
    private static final int LARGEST_NOTE = 1 << 16;

    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "en");

    private VerifyExport() {}

    /** Checks the export that the arguments name, and ends the virtual machine with the exit code. */
    public static void main(String[] args) {
        System.exit(run(args, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** What {@link #main} does, without ending the virtual machine: prints, and returns the exit code. */
    static int run(String[] args, PrintStream out) {
        Optional<Map<String, String>> read = arguments(args);
        String language = read.map(given -> given.getOrDefault("--lang", "nl")).orElse("nl");
        ResourceBundle texts = ResourceBundle.getBundle(
                "be.livc.ledger.verify.texts",
                Locale.forLanguageTag(LANGUAGES.contains(language) ? language : "nl"),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        if (read.isEmpty() || !LANGUAGES.contains(language)) {
            out.println(texts.getString("usage"));
            return NO_SENSE;
        }
        Map<String, String> given = read.get();
        Verdict verdict = check(given);
        for (Verdict.Finding finding : verdict.findings()) {
            out.println(MessageFormat.format(
                    texts.getString(finding.key()), finding.values().toArray()));
        }
        return verdict.outcome().exitCode();
    }

    private static Verdict check(Map<String, String> given) {
        try {
            return check(
                    Path.of(given.getOrDefault("", "")),
                    Optional.ofNullable(given.get("--since")).map(Path::of),
                    Optional.ofNullable(given.get("--key")),
                    Optional.ofNullable(given.get("--witness")));
        } catch (InvalidPathException noName) {
            return Failure.of(Outcome.UNREADABLE, "file.absent", noName.getInput())
                    .verdict();
        }
    }

    /**
     * Checks an export, or a receipt.
     *
     * @param export the zip, or the receipt
     * @param since a checkpoint that was kept from before, which the export must continue
     * @param key the cell's key as it was received by another way than the export, or a file that holds it; without
     *     it, the export's own key is used, and the verdict says so
     */
    public static Verdict check(Path export, Optional<Path> since, Optional<String> key) {
        return check(export, since, key, Optional.empty());
    }

    /**
     * The same, with witnesses.
     *
     * @param witness the key of a witness, or a file with one on each line: each of them must have co-signed what is checked
     */
    public static Verdict check(Path export, Optional<Path> since, Optional<String> key, Optional<String> witness) {
        try {
            requireFile(export);
            Optional<String> outside = key.isPresent() ? Optional.of(keyText(key.get())) : key;
            Cosigners cosigners = Cosigners.read(witness.isPresent() ? Optional.of(keyText(witness.get())) : witness);
            Optional<ReceiptFile> receipt = ReceiptFile.in(export);
            return receipt.isPresent()
                    ? receipt.get().verify(outside, since.isPresent(), cosigners)
                    : checkExport(export, since, outside, cosigners);
        } catch (Failure failure) {
            return failure.verdict();
        } catch (AccessDeniedException closed) {
            return Failure.of(Outcome.UNREADABLE, "file.closed", export).verdict();
        } catch (IOException | UncheckedIOException damaged) {
            return Failure.of(Outcome.UNREADABLE, "file.unreadable", export).verdict();
        }
    }

    private static void requireFile(Path file) throws Failure {
        if (Files.isDirectory(file)) {
            throw Failure.of(Outcome.UNREADABLE, "file.folder", file);
        }
        if (!Files.exists(file)) {
            throw Failure.of(Outcome.UNREADABLE, "file.absent", file);
        }
        if (!Files.isReadable(file)) {
            throw Failure.of(Outcome.UNREADABLE, "file.closed", file);
        }
    }

    private static Verdict checkExport(Path export, Optional<Path> since, Optional<String> key, Cosigners cosigners)
            throws IOException, Failure {
        Optional<Checkpoint> earlier = since.isPresent() ? Optional.of(earlier(since.get())) : Optional.empty();
        try (ExportFile file = new ExportFile(export)) {
            return new Verification(file, earlier, key, cosigners).run();
        }
    }

    private static Checkpoint earlier(Path since) throws IOException, Failure {
        requireFile(since);
        try {
            return Checkpoint.read(note(since));
        } catch (Failure unreadable) {
            throw Failure.of(Outcome.UNREADABLE, "since.unreadable", since);
        }
    }

    /** A key on the command line holds two plus signs; the name of a file is taken for anything else. */
    private static String keyText(String given) throws IOException, Failure {
        if (given.split("\\+", 3).length == 3) {
            return given;
        }
        requireFile(Path.of(given));
        return new String(note(Path.of(given)), StandardCharsets.UTF_8);
    }

    private static byte[] note(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_NOTE);
        }
    }

    /** The options by name, and the export under the empty name; empty where the command line makes no sense. */
    private static Optional<Map<String, String>> arguments(String[] args) {
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            boolean option = OPTIONS.contains(argument);
            if (option ? !rest.hasNext() : argument.startsWith("-") || given.containsKey("")) {
                return Optional.empty();
            }
            given.put(option ? argument : "", option ? rest.next() : argument);
        }
        return given.containsKey("") ? Optional.of(given) : Optional.empty();
    }
}

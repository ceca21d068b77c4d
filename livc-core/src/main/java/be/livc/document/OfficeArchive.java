package be.livc.document;

import be.livc.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Looks through an office file that is an archive, while it streams by: refuses macros, and what unpacks to far more than it
 * weighs. Unpacks nothing to keep.
 */
final class OfficeArchive {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_BYTES = 2L << 30;
    private static final long SMALL = 32L << 20;
    private static final long MOST_TIMES_ITS_WEIGHT = 200;

    private OfficeArchive() {}

    /** Tells how many bytes of the archive were read so far. */
    interface Weight {
        long soFar();
    }

    /**
     * Reads the archive's entries.
     *
     * @throws Refusal {@code document-macro}, {@code document-bomb} or {@code document-broken}
     */
    static void inspect(InputStream archive, Weight weight) throws IOException {
        try {
            inspectEntries(new ZipInputStream(archive), weight);
        } catch (ZipException | IllegalArgumentException broken) {
            throw Refusal.invalid("file", "document-broken");
        }
    }

    @SuppressWarnings("resource") // the caller's stream is read on after this
    private static void inspectEntries(ZipInputStream zip, Weight weight) throws IOException {
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            if (entries > MOST_ENTRIES) {
                throw Refusal.invalid("file", "document-bomb");
            }
            if (isProgram(entry.getName())) {
                throw Refusal.invalid("file", "document-macro");
            }
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                unpacked += read;
                boolean tooMuch = unpacked > MOST_BYTES
                        || (unpacked > SMALL && unpacked > MOST_TIMES_ITS_WEIGHT * Math.max(1, weight.soFar()));
                if (tooMuch) {
                    throw Refusal.invalid("file", "document-bomb");
                }
            }
        }
        if (entries == 0) {
            throw Refusal.invalid("file", "document-broken");
        }
    }

    private static boolean isProgram(String name) {
        String path = name.toLowerCase(Locale.ROOT).replace('\\', '/');
        return path.endsWith("vbaproject.bin")
                || path.endsWith("vbadata.xml")
                || path.startsWith("basic/")
                || path.startsWith("scripts/")
                || path.contains("/activex/")
                || path.contains("macrosheets/")
                || path.endsWith(".exe")
                || path.endsWith(".js");
    }
}

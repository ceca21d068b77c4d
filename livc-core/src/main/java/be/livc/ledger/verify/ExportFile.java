package be.livc.ledger.verify;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip, and what is in it. */
final class ExportFile implements Closeable {

    /** A checkpoint or a key is a few hundred bytes. */
    private static final int LARGEST_NOTE = 1 << 16;

    private final ZipFile zip;

    ExportFile(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    /** A small file that must be there. */
    byte[] note(String name) throws IOException, Failure {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Failure.of(Verdict.Outcome.UNREADABLE, "file.missing", name);
        }
        return note(entry);
    }

    private byte[] note(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LARGEST_NOTE);
        }
    }

    /** The lines of a file that must be there. */
    Lines lines(String name) throws IOException, Failure {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Failure.of(Verdict.Outcome.UNREADABLE, "file.missing", name);
        }
        return new Lines(zip.getInputStream(entry));
    }

    /** The lines of a file that may be absent: none then. */
    Lines linesIfThere(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return new Lines(entry == null ? new ByteArrayInputStream(new byte[0]) : zip.getInputStream(entry));
    }

    /** The small files in a folder. */
    List<byte[]> notesIn(String folder) throws IOException {
        List<byte[]> notes = new ArrayList<>();
        for (ZipEntry entry :
                zip.stream().filter(each -> each.getName().startsWith(folder)).toList()) {
            notes.add(note(entry));
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

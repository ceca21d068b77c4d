package be.livc.document;

import be.livc.access.Grant;
import be.livc.platform.Refusal;
import be.livc.vault.Place;
import be.livc.vault.SealedFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Takes a file in, in one pass: what is read is at once measured, hashed, scanned, looked through and sealed. The clear
 * content is never on a disk, and never in memory but for some buffers.
 */
@Component
class Intake {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final SealedFiles files;
    private final Scanner scanner;
    private final DocumentConfiguration.Limit limit;

    Intake(SealedFiles files, Scanner scanner, DocumentConfiguration.Limit limit) {
        this.files = files;
        this.scanner = scanner;
        this.limit = limit;
    }

    /**
     * Reads the file to its end and keeps it in this place.
     *
     * @throws Refusal invalid {@code file}: {@code document-empty}, {@code document-type}, {@code document-too-large},
     *     {@code document-macro}, {@code document-bomb}, {@code document-broken}, {@code document-infected}; nothing is
     *     kept then
     */
    Received receive(AddDocument asked, Place place, Grant grant) {
        try (Scanner.Scan scan = scanner.begin()) {
            byte[] head = asked.content().readNBytes(FileTypes.HEAD_BYTES);
            String type = FileTypes.of(head, asked.name());
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), asked.content());
            Passing[] passed = new Passing[1];
            DocumentState[] state = new DocumentState[1];
            files.keep(
                    sealing -> {
                        Passing passing = new Passing(whole, sealing, scan, sha256(), limit.bytes());
                        if (FileTypes.isArchive(type)) {
                            OfficeArchive.inspect(new BufferedInputStream(passing, BUFFER_BYTES), passing::size);
                        }
                        passing.transferTo(OutputStream.nullOutputStream());
                        passed[0] = passing;
                        state[0] = judge(scan.finish());
                    },
                    place,
                    grant);
            return new Received(type, passed[0].size(), passed[0].digest(), state[0]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Scans a file that was kept before. */
    DocumentState scanAgain(InputStream content) {
        try (Scanner.Scan scan = scanner.begin()) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                scan.feed(buffer, 0, read);
            }
            return switch (scan.finish()) {
                case CLEAN -> DocumentState.CLEAN;
                case INFECTED -> DocumentState.INFECTED;
                case UNKNOWN -> DocumentState.QUARANTINED;
                case NONE -> DocumentState.NOT_SCANNED;
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static DocumentState judge(Scanner.Finding finding) {
        return switch (finding) {
            case CLEAN -> DocumentState.CLEAN;
            case UNKNOWN -> DocumentState.QUARANTINED;
            case NONE -> DocumentState.NOT_SCANNED;
            case INFECTED -> throw Refusal.invalid("file", "document-infected");
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** A file that passes by: whoever reads it, reads it for all. */
    private static final class Passing extends InputStream {

        private final InputStream from;
        private final OutputStream sealing;
        private final Scanner.Scan scan;
        private final MessageDigest digest;
        private final long most;
        private long size;

        Passing(InputStream from, OutputStream sealing, Scanner.Scan scan, MessageDigest digest, long most) {
            this.from = from;
            this.sealing = sealing;
            this.scan = scan;
            this.digest = digest;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = from.read(into, offset, length);
            if (read > 0) {
                size += read;
                if (size > most) {
                    throw Refusal.invalid("file", "document-too-large");
                }
                digest.update(into, offset, read);
                scan.feed(into, offset, read);
                sealing.write(into, offset, read);
            }
            return read;
        }

        long size() {
            return size;
        }

        String digest() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}

package be.livc.ledger.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines as bytes: what is hashed are bytes, and no line is ever decoded twice. */
final class Lines {

    /** More than a thousand times an entry: whatever is longer was not written by a ledger. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line without its newline, or empty at the end; the last line may lack the newline. */
    Optional<byte[]> next() throws IOException {
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (b >= 0 && b != '\n') {
            if (line.size() == LONGEST) {
                throw new IOException("a line of more than " + LONGEST + " bytes");
            }
            line.write(b);
            b = in.read();
        }
        return Optional.of(line.toByteArray());
    }
}

package be.livc.document;

import be.livc.platform.Refusal;
import java.io.InputStream;

/**
 * A file to be kept.
 *
 * @param name the name it has at the sender's; sealed, and shown to who sees the document
 * @param secret whether it holds a professional secret
 * @param content read once, to its end, and not closed
 */
public record AddDocument(String name, boolean secret, InputStream content) {

    /** The longest that a disk takes. */
    private static final int LONGEST_NAME = 255;

    /**
     * Keeps the last part of a path, without signs that a file name should not have.
     *
     * @throws Refusal when the name is longer than a disk takes: cut short it would be another name
     */
    public AddDocument {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\"<>|:*?\\u202a-\\u202e\\u2066-\\u2069]", "_")
                .strip();
        if (plain.length() > LONGEST_NAME) {
            throw Refusal.invalid("file", "document-name-too-long");
        }
        name = plain;
    }
}

package be.livc.document;

import be.livc.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;

/**
 * Says what a file is by its first bytes, and which files are taken: those that people write and scan, without programs in
 * them. The name decides nothing but which of two readings of the same bytes is meant.
 */
final class FileTypes {

    /** How much of a file is looked at. */
    static final int HEAD_BYTES = 64 * 1024;

    /** Office files that are archives: what is inside them is looked at while they come in. */
    private static final Map<String, String> ARCHIVES = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx",
            "application/vnd.oasis.opendocument.text", "odt",
            "application/vnd.oasis.opendocument.spreadsheet", "ods",
            "application/vnd.oasis.opendocument.presentation", "odp");

    private static final Set<String> PLAIN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/tiff", "text/plain", "text/csv");

    /** Signs of a page for a browser, in a file that says it is something else. */
    private static final List<String> ACTIVE = List.of("<html", "<script", "<!doctype html", "<svg", "<?php");

    private static final int POLYGLOT_BYTES = 4096;

    private static final Tika TIKA = new Tika();

    private FileTypes() {}

    /**
     * The type of a file that is taken.
     *
     * @throws Refusal {@code document-empty} or {@code document-type}, with the type that was found, for any other
     */
    static String of(byte[] head, String name) {
        if (head.length == 0) {
            throw Refusal.invalid("file", "document-empty");
        }
        String type = TIKA.detect(head, name);
        boolean taken = PLAIN.contains(type) || isArchive(type);
        if (!taken || isPolyglot(head)) {
            throw Refusal.invalid("file", "document-type");
        }
        if (isArchive(type) && !(head.length > 3 && head[0] == 'P' && head[1] == 'K')) {
            throw Refusal.invalid("file", "document-type");
        }
        return type;
    }

    static boolean isArchive(String type) {
        return ARCHIVES.containsKey(type);
    }

    private static boolean isPolyglot(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, POLYGLOT_BYTES), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return ACTIVE.stream().anyMatch(start::contains);
    }
}

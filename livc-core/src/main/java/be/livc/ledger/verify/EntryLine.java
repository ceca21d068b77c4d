package be.livc.ledger.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the entries, found to be in its place.
 *
 * @param hash its leaf hash
 * @param time when it was written; empty where it is pruned
 */
record EntryLine(byte[] hash, Optional<Instant> time) {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

    /** Fails where the line is no entry of this cell, or not the one for this place. */
    static EntryLine read(byte[] line, long place, String cell) throws Failure {
        Map<String, Object> fields = fields(line, place);
        if (!(fields.get("seq") instanceof Long seq)) {
            throw Failure.altered(place, place, "entry.unreadable", place);
        }
        if (seq != place) {
            throw Failure.altered(place, place, "entry.out-of-place", place, seq);
        }
        if (fields.containsKey("pruned")) {
            return pruned(fields, place);
        }
        if (!Long.valueOf(1).equals(fields.get("v"))) {
            throw Failure.altered(place, place, "entry.version", place);
        }
        if (!cell.equals(fields.get("cell"))) {
            throw Failure.altered(place, place, "entry.other-cell", place);
        }
        return new EntryLine(Hashes.leaf(line), Optional.of(time(fields, place)));
    }

    private static Map<String, Object> fields(byte[] line, long place) throws Failure {
        try {
            return Json.object(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString());
        } catch (CharacterCodingException | IllegalArgumentException notAnEntry) {
            throw Failure.altered(place, place, "entry.unreadable", place);
        }
    }

    private static EntryLine pruned(Map<String, Object> fields, long place) throws Failure {
        if (fields.keySet().equals(Set.of("pruned", "seq")) && fields.get("pruned") instanceof String hash) {
            try {
                byte[] bytes = Base64.getDecoder().decode(hash);
                if (bytes.length == 32) {
                    return new EntryLine(bytes, Optional.empty());
                }
            } catch (IllegalArgumentException notBase64) {
                // falls through: no hash stands where the entry was
            }
        }
        throw Failure.altered(place, place, "entry.unreadable", place);
    }

    private static Instant time(Map<String, Object> fields, long place) throws Failure {
        if (fields.get("time") instanceof String text && TIME.matcher(text).matches()) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException noSuchTime) {
                // falls through: a thirteenth month looks like a time
            }
        }
        throw Failure.altered(place, place, "entry.unreadable", place);
    }
}

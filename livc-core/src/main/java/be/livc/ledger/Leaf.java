package be.livc.ledger;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry with its place and time, in the exact text that is hashed: one line of canonical JSON, version 1.
 *
 * @param text canonical JSON (RFC 8785); its UTF-8 bytes are the leaf
 */
record Leaf(String text) {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    /** In microseconds: added, it keeps their leading zeroes. */
    private static final int A_SECOND = 1_000_000;

    /** Of the last time that was written: the formatter takes longer than the hash of an entry. */
    private static volatile Second latest = Second.of(Instant.EPOCH);

    /** Writes the entry down as the one at this place. */
    static Leaf of(CellId cell, long seq, Instant time, Entry entry) {
        return Parts.of(cell, entry).at(seq, moment(time));
    }

    /** How a time is written in a leaf. */
    static String moment(Instant time) {
        Second second = latest;
        if (second.since1970() != time.getEpochSecond()) {
            second = Second.of(time);
            latest = second;
        }
        return second.text()
                + Integer.toString(A_SECOND + time.getNano() / 1_000).substring(1)
                + 'Z';
    }

    /** A second, as it is written before its microseconds. */
    private record Second(long since1970, String text) {

        static Second of(Instant time) {
            return new Second(time.getEpochSecond(), SECONDS.format(time));
        }
    }

    /** The leaf hash of RFC 6962. */
    byte[] hash() {
        return Merkle.leaf(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A leaf without its place and its time, which are known only when the ledger is held: {@code opening ‖ place ‖
     * middle ‖ time ‖ closing}.
     *
     * <p>Written in the order that RFC 8785 asks of keys, and without escapes: every value of an entry is a code, an
     * opaque hash or an id ({@link Codes}), in none of which a character needs one.
     */
    record Parts(String opening, String middle, String closing) {

        static Parts of(CellId cell, Entry entry) {
            StringBuilder json = new StringBuilder(800);
            json.append('{');
            text(json, "action", entry.action().word());
            actor(json.append(",\"actor\":{"), entry.actor());
            if (!entry.basis().isEmpty()) {
                basis(json.append(",\"basis\":["), entry.basis());
            }
            optional(json, "case", entry.caseId().map(UUID::toString));
            text(json.append(','), "cell", cell.toString());
            optional(json, "commitment", entry.commitment());
            entry.link().ifPresent(link -> link(json.append(",\"link\":{"), link));
            text(json.append(",\"object\":{"), "id", entry.object().id());
            text(json.append(','), "type", entry.object().type());
            text(json.append("},"), "purpose", entry.purpose());
            if (!entry.recipients().isEmpty()) {
                json.append(",\"recipients\":[\"")
                        .append(String.join(
                                "\",\"",
                                entry.recipients().stream().map(UUID::toString).toList()))
                        .append("\"]");
            }
            text(json.append(','), "result", entry.result().word());
            String opening = json.append(",\"seq\":").toString();
            json.setLength(0);
            text(json.append(",\"source\":{"), "address", entry.source().address());
            text(json.append(','), "userAgent", entry.source().userAgent());
            String middle = json.append("},\"time\":\"").toString();
            json.setLength(0);
            optional(json.append("\",\"v\":1"), "why", entry.why());
            return new Parts(opening, middle, json.append('}').toString());
        }

        /** The leaf at this place, written at this {@link Leaf#moment}. */
        Leaf at(long seq, String moment) {
            return new Leaf(opening + seq + middle + moment + closing);
        }

        /** The parts of a leaf that stands at this place with this time; empty where it says another of either. */
        static Optional<Parts> split(String leaf, long seq, Instant time) {
            String moment = moment(time);
            String place = "\"seq\":" + seq + ",\"source\":";
            String when = "\"time\":\"" + moment + "\"";
            int atPlace = leaf.indexOf(place);
            int atTime = leaf.indexOf(when);
            if (atPlace < 0 || atTime < atPlace) {
                return Optional.empty();
            }
            int afterSeq = atPlace + place.length() - ",\"source\":".length();
            int atMoment = atTime + "\"time\":\"".length();
            return Optional.of(new Parts(
                    leaf.substring(0, atPlace + "\"seq\":".length()),
                    leaf.substring(afterSeq, atMoment),
                    leaf.substring(atMoment + moment.length())));
        }

        private static void actor(StringBuilder json, LedgerActor actor) {
            actor.mandate().ifPresent(id -> text(json, "mandate", id.toString()).append(','));
            actor.partner().ifPresent(id -> text(json, "partner", id.toString()).append(','));
            text(json, "role", actor.role());
            text(json.append(','), "user", actor.user().toString()).append('}');
        }

        private static void basis(StringBuilder json, List<BasisRef> grounds) {
            String comma = "{";
            for (BasisRef ground : grounds) {
                text(json.append(comma), "kind", ground.kind());
                text(json.append(','), "reference", ground.reference()).append('}');
                comma = ",{";
            }
            json.append(']');
        }

        private static void link(StringBuilder json, Link link) {
            text(json, "cell", link.cell().toString());
            text(json.append(','), "id", link.id()).append('}');
        }

        private static void optional(StringBuilder json, String key, Optional<String> value) {
            value.ifPresent(code -> text(json.append(','), key, code));
        }

        private static StringBuilder text(StringBuilder json, String key, String code) {
            return json.append('"').append(key).append("\":\"").append(code).append('"');
        }
    }
}

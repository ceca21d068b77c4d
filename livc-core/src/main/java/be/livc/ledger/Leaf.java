package be.livc.ledger;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An entry with its place and time, in the exact text that is hashed: one line of canonical JSON, version 1.
 *
 * @param text canonical JSON (RFC 8785); its UTF-8 bytes are the leaf
 */
record Leaf(String text) {

    private static final long VERSION = 1;
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** Writes the entry down as the one at this place. */
    static Leaf of(CellId cell, long seq, Instant time, Entry entry) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("v", VERSION);
        fields.put("cell", cell.toString());
        fields.put("seq", seq);
        fields.put("time", MICROSECONDS.format(time));
        fields.put("actor", actor(entry.actor()));
        fields.put("action", entry.action().word());
        fields.put(
                "object",
                Map.of("type", entry.object().type(), "id", entry.object().id()));
        fields.put("purpose", entry.purpose());
        fields.put("result", entry.result().word());
        fields.put(
                "source",
                Map.of(
                        "address",
                        entry.source().address(),
                        "userAgent",
                        entry.source().userAgent()));
        entry.caseId().ifPresent(id -> fields.put("case", id.toString()));
        entry.commitment().ifPresent(hash -> fields.put("commitment", hash));
        entry.why().ifPresent(code -> fields.put("why", code));
        entry.link()
                .ifPresent(link -> fields.put("link", Map.of("cell", link.cell().toString(), "id", link.id())));
        if (!entry.basis().isEmpty()) {
            fields.put("basis", entry.basis().stream().map(Leaf::basis).toList());
        }
        if (!entry.recipients().isEmpty()) {
            fields.put("recipients", texts(entry.recipients()));
        }
        return new Leaf(CanonicalJson.write(fields));
    }

    /** The leaf hash of RFC 6962. */
    byte[] hash() {
        return Merkle.leaf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> actor(LedgerActor actor) {
        Map<String, String> fields = new HashMap<>();
        fields.put("user", actor.user().toString());
        fields.put("role", actor.role());
        actor.partner().ifPresent(id -> fields.put("partner", id.toString()));
        actor.mandate().ifPresent(id -> fields.put("mandate", id.toString()));
        return fields;
    }

    private static Map<String, String> basis(BasisRef basis) {
        return Map.of("kind", basis.kind(), "reference", basis.reference());
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}

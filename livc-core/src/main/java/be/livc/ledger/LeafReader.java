package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.RequestSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an intact leaf back into what was recorded. */
final class LeafReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode leaf;

    LeafReader(String text) {
        this.leaf = JSON.readTree(text);
    }

    Instant time() {
        return Instant.parse(text(leaf, "time"));
    }

    Entry entry() {
        JsonNode object = leaf.required("object");
        return new Entry(
                actor(leaf.required("actor")),
                source(leaf.required("source")),
                Action.of(text(leaf, "action")),
                new ObjectRef(text(object, "type"), text(object, "id")),
                id(leaf, "case"),
                text(leaf, "purpose"),
                basis(),
                Result.of(text(leaf, "result")),
                optional(leaf, "commitment"),
                recipients(),
                optional(leaf, "why"),
                link());
    }

    private static LedgerActor actor(JsonNode actor) {
        UUID user = UUID.fromString(text(actor, "user"));
        return new LedgerActor(user, id(actor, "partner"), text(actor, "role"), id(actor, "mandate"));
    }

    private static RequestSource source(JsonNode source) {
        return new RequestSource(text(source, "address"), text(source, "userAgent"));
    }

    private List<BasisRef> basis() {
        return leaf.path("basis")
                .valueStream()
                .map(each -> new BasisRef(text(each, "kind"), text(each, "reference")))
                .toList();
    }

    private List<UUID> recipients() {
        return leaf.path("recipients")
                .valueStream()
                .map(each -> UUID.fromString(each.asString()))
                .toList();
    }

    private Optional<Link> link() {
        return Optional.ofNullable(leaf.get("link"))
                .map(link -> new Link(CellId.of(text(link, "cell")), text(link, "id")));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asString);
    }

    private static Optional<UUID> id(JsonNode node, String field) {
        return optional(node, field).map(UUID::fromString);
    }
}

package be.livc.ledger;

/**
 * What the act was done to.
 *
 * @param type the kind of thing, as a code such as {@code case} or {@code disclosure}
 * @param id its opaque id
 */
public record ObjectRef(String type, String id) {

    /** Throws {@link IllegalArgumentException} where either is not a code. */
    public ObjectRef {
        Codes.code("object.type", type);
        Codes.code("object.id", id);
    }
}

package be.livc.desk;

/**
 * Something in a text by which a person could be recognised.
 *
 * @param from index of its first character
 * @param to index after its last character
 */
public record Finding(Kind kind, int from, int to) {

    /** What it is. */
    public enum Kind {
        NATIONAL_NUMBER,
        BIRTH_DATE,
        ADDRESS,
        PHONE,
        EMAIL,
        NAME
    }

    boolean overlaps(Finding other) {
        return from < other.to && other.from < to;
    }
}

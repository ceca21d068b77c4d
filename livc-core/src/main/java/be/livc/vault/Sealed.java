package be.livc.vault;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Content that only the {@link Vault} opens, for whoever holds a grant. What an entity has instead of text.
 *
 * <p>As it comes from the database it has no place yet; the entity's accessor gives it one, since the entity alone knows
 * where it stands:
 *
 * <pre>
 *   Sealed text() {
 *       return text.at(new Place(cell, caseId, "disclosure", "text", id));
 *   }
 * </pre>
 */
public final class Sealed {

    private final byte[] ciphertext;
    private final @Nullable Place place;

    private Sealed(byte[] ciphertext, @Nullable Place place) {
        this.ciphertext = ciphertext;
        this.place = place;
    }

    /**
     * A value as its column holds it, without a place.
     *
     * @param column not to be changed from now on: whoever reads a row gets an array of their own, so none is made here again
     */
    public static Sealed fromColumn(byte[] column) {
        return new Sealed(column, null);
    }

    static Sealed made(byte[] ciphertext, Place place) {
        return new Sealed(ciphertext, place);
    }

    /** What its column is to hold. */
    public byte[] toColumn() {
        return ciphertext.clone();
    }

    /** The same value, said to stand here. If it does not, it will not open. */
    public Sealed at(Place here) {
        return new Sealed(ciphertext, here);
    }

    /** Where it stands; an {@link IllegalStateException} when nobody said so. */
    Place place() {
        if (place == null) {
            throw new IllegalStateException("a sealed value was not given its place");
        }
        return place;
    }

    byte[] ciphertext() {
        return ciphertext;
    }

    /** Equal when the ciphertext is: sealing the same text twice gives two values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Sealed sealed && Arrays.equals(ciphertext, sealed.ciphertext));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ciphertext);
    }

    @Override
    public String toString() {
        return "•••";
    }
}

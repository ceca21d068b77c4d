package be.livc.rights;

import java.util.Optional;

/**
 * Why something is erased.
 *
 * @param code of the list {@code erasure-reasons}; it stays when the content is gone, so it says nothing of a person
 * @param text more of it in words; kept as content of the case, and unreadable as soon as the case is erased
 */
public record ErasureReason(String code, Optional<String> text) {

    /** The usual reason, once the term is over. */
    public static final ErasureReason TERM_OVER = new ErasureReason("TERM_OVER", Optional.empty());

    /** Of somebody who names none before that day: it claims nothing that nobody said. */
    static final ErasureReason UNNAMED = new ErasureReason("OTHER", Optional.empty());

    @Override
    public String toString() {
        return code;
    }
}

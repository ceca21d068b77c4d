package be.livc.web.layout;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was just done, told once at the top of the next page: put it as the flash attribute {@code notice}.
 *
 * @param textKey the message key of the sentence
 * @param arguments what the sentence names; numbers of dossiers and counts, never content
 * @param undoHref where to POST to take it back, or null where it cannot be taken back
 */
public record Notice(String textKey, List<Object> arguments, @Nullable String undoHref) implements Serializable {

    /** Keeps its own copy of the arguments. */
    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Something that was done and stays done. */
    public static Notice of(String textKey, Object... arguments) {
        return new Notice(textKey, List.of(arguments), null);
    }

    /** The same, with a way back. */
    public Notice undoneBy(String href) {
        return new Notice(textKey, arguments, href);
    }
}

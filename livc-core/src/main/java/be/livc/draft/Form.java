package be.livc.draft;

import be.livc.platform.Refusal;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which form a draft is of.
 *
 * @param name what the screens call the form: a short word in lower case, never content
 * @param about the object that the form is about, such as an agenda item; empty for something that does not exist yet
 */
public record Form(String name, Optional<UUID> about) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,29}");

    /** Refuses a name that is no short word, as not found: there is no such form. */
    public Form {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.notFound();
        }
    }
}

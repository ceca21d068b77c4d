package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a purpose as a code of the list {@code purposes} or in words; words stand beside the cell's main purpose. */
@Component
class Purposes {

    /**
     * A purpose.
     *
     * @param code a code of the list {@code purposes}, as far as the caller gave one
     * @param text the purpose in words, to be sealed
     */
    record Stated(String code, Optional<String> text) {}

    private final CodeLists codeLists;

    Purposes(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    /**
     * Reads it.
     *
     * @param code what was given as a code and nothing else; whether it is one, the act judges
     * @param purpose a code or words
     */
    Stated of(Actor actor, @Nullable String code, @Nullable String purpose) {
        Optional<String> stated = Fields.maybe(purpose);
        Optional<String> explicit = Fields.maybe(code);
        if (explicit.isPresent()) {
            return new Stated(explicit.get(), stated.filter(text -> !text.equals(explicit.get())));
        }
        if (stated.filter(text -> codeLists.has("purposes", text)).isPresent()) {
            return new Stated(stated.get(), Optional.empty());
        }
        return new Stated(actor.purpose(), stated);
    }
}

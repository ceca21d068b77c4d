package be.livc.exchange;

import java.util.Optional;

/**
 * One field of a form.
 *
 * @param name stable, as the file has it
 * @param list the code list that its value is a code of; empty for a text or a day
 */
public record Field(String name, Type type, boolean required, Optional<String> list) {

    /** What can be filled in. */
    public enum Type {
        /** Free words. */
        TEXT,
        /** A day, ISO 8601. */
        DAY,
        /** A code of a list. */
        CODE
    }

    static Field text(String name) {
        return new Field(name, Type.TEXT, true, Optional.empty());
    }

    static Field maybeText(String name) {
        return new Field(name, Type.TEXT, false, Optional.empty());
    }

    static Field day(String name) {
        return new Field(name, Type.DAY, true, Optional.empty());
    }

    static Field maybeDay(String name) {
        return new Field(name, Type.DAY, false, Optional.empty());
    }

    static Field code(String name, String list) {
        return new Field(name, Type.CODE, true, Optional.of(list));
    }
}

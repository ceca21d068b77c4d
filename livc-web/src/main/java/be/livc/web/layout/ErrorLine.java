package be.livc.web.layout;

import org.jspecify.annotations.Nullable;

/**
 * One line of the list of errors above a page.
 *
 * @param field the id of the field that it leads to
 * @param text what is wrong there, and what to do
 * @param ofAnyField the sentence without the name of a field, where it is one of any field; null where the text says it all
 */
public record ErrorLine(String field, String text, @Nullable String ofAnyField) {

    /** What is told beside the field, where its name need not be said. */
    String besideField() {
        return ofAnyField == null ? text : ofAnyField;
    }

    /** The same line, leading elsewhere. */
    ErrorLine at(String other) {
        return new ErrorLine(other, text, ofAnyField);
    }
}

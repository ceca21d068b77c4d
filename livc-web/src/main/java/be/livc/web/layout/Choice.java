package be.livc.web.layout;

import org.jspecify.annotations.Nullable;

/**
 * One of the answers of radios, checkboxes or a select whose texts come from data; codes with a message key need no
 * {@code Choice}, see {@code fragments/form}.
 *
 * @param value what the form sends
 * @param label what a person reads, already in the language of the page
 * @param hint a line below it, or null
 */
public record Choice(String value, String label, @Nullable String hint) {

    /** An answer that needs no explanation. */
    public Choice(String value, String label) {
        this(value, label, null);
    }
}

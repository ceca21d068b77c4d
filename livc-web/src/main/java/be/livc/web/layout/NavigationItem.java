package be.livc.web.layout;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the primary navigation; the layout shows the model attribute {@code navigation}, a list of these.
 *
 * @param href where it leads, from the root of the program
 * @param labelKey the message key of its text
 * @param current whether the page shown belongs to it
 * @param count how many things wait there for this person, or null where that is not counted
 * @param shortcut the keys that go there, such as {@code g t}, or null
 */
record NavigationItem(
        String href, String labelKey, boolean current, @Nullable Integer count, @Nullable String shortcut) {

    /** An entry without a count and without a shortcut. */
    NavigationItem(String href, String labelKey, boolean current) {
        this(href, labelKey, current, null, null);
    }
}

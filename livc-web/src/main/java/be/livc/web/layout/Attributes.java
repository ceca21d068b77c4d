package be.livc.web.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The attributes of one element of a page, in their order; what has no value is empty. */
final class Attributes {

    private static final Pattern ONE = Pattern.compile("([^\\s=\"/]++)(?:=\"([^\"]*+)\")?");

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param written as they stand in the tag, every value between double quotes
     */
    Attributes(String written) {
        ONE.matcher(written)
                .results()
                .forEach(one ->
                        values.put(one.group(1), one.group(2) == null ? "" : HtmlUtils.htmlUnescape(one.group(2))));
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    Attributes with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Adds a word to those of an attribute that is a list of words. */
    Attributes adding(String name, String word) {
        return with(name, (get(name) + " " + word).strip());
    }

    /** One that is there or not. */
    Attributes having(String name, boolean there) {
        if (there) {
            values.put(name, name);
        } else {
            values.remove(name);
        }
        return this;
    }

    /** The start of this element. */
    String tag(String element) {
        StringBuilder tag = new StringBuilder("<").append(element);
        values.forEach((name, value) -> {
            tag.append(' ').append(name);
            if (!value.isEmpty() || name.equals("value")) {
                tag.append("=\"").append(HtmlUtils.htmlEscape(value, "UTF-8")).append('"');
            }
        });
        return tag.append('>').toString();
    }
}

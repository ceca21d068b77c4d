package be.livc.ledger;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes JSON in the one form that RFC 8785 allows: keys in order of their UTF-16 code units, no white space, only
 * the escapes that must be. Takes what an entry is made of: texts, whole numbers below 2^53, lists and objects.
 */
final class CanonicalJson {

    private static final long LARGEST_EXACT_NUMBER = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder(700);

    private CanonicalJson() {}

    /** The canonical text of an object. */
    static String write(Map<String, ?> object) {
        CanonicalJson json = new CanonicalJson();
        json.object(new TreeMap<>(object));
        return json.out.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> object) {
            SortedMap<String, Object> sorted = new TreeMap<>();
            object.forEach((key, member) -> sorted.put((String) key, member));
            object(sorted);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Long number && Math.abs(number) <= LARGEST_EXACT_NUMBER) {
            out.append(number.longValue());
        } else if (value instanceof String text) {
            text(text);
        } else {
            throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    /** {@link TreeMap} orders texts by UTF-16 code units, as the RFC asks. */
    private void object(SortedMap<String, ?> members) {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, ?> member : members.entrySet()) {
            out.append(comma);
            text(member.getKey());
            out.append(':');
            value(member.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private void list(List<?> members) {
        out.append('[');
        String comma = "";
        for (Object member : members) {
            out.append(comma);
            value(member);
            comma = ",";
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}

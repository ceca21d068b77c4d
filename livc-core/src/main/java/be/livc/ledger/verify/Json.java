package be.livc.ledger.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the JSON of an entry, and nothing that is not in the canonical form of RFC 8785: every entry has one text.
 * Texts, whole numbers, lists and objects; an entry holds nothing else.
 */
final class Json {

    private static final int DEEPEST = 16;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** The object that is the whole text; throws {@link IllegalArgumentException} on any other text. */
    static Map<String, Object> object(String text) {
        Json json = new Json(text);
        Map<String, Object> object = json.object();
        if (json.at != text.length()) {
            throw json.wrong();
        }
        return object;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> text();
            default -> number();
        };
    }

    private Map<String, Object> object() {
        TreeMap<String, Object> members = new TreeMap<>();
        take('{');
        deeper();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
            }
            String key = text();
            if (!members.isEmpty() && members.lastKey().compareTo(key) >= 0) {
                throw wrong();
            }
            take(':');
            members.put(key, value());
        }
        take('}');
        depth--;
        return members;
    }

    private List<Object> list() {
        List<Object> members = new ArrayList<>();
        take('[');
        deeper();
        while (peek() != ']') {
            if (!members.isEmpty()) {
                take(',');
            }
            members.add(value());
        }
        take(']');
        depth--;
        return members;
    }

    private Long number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("0|-?[1-9][0-9]{0,15}")) {
            throw wrong();
        }
        return Long.valueOf(digits);
    }

    private String text() {
        StringBuilder value = new StringBuilder();
        take('"');
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        take('"');
        return value.toString();
    }

    /** The canonical form has a short escape for seven characters, and {@code \\u00xx} for the other controls only. */
    private char escaped() {
        char c = peek();
        at++;
        int plain = "\"\\bfnrt".indexOf(c);
        if (plain >= 0) {
            return "\"\\\b\f\n\r\t".charAt(plain);
        }
        if (c != 'u' || at + 4 > text.length() || !text.substring(at, at + 4).matches("00[01][0-9a-f]")) {
            throw wrong();
        }
        char control = (char) Integer.parseInt(text.substring(at, at + 4), 16);
        if ("\b\f\n\r\t".indexOf(control) >= 0) {
            throw wrong();
        }
        at += 4;
        return control;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw wrong();
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw wrong();
        }
        at++;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not canonical JSON at character " + at);
    }
}

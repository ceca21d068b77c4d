package be.livc.desk;

import java.text.Normalizer;

/**
 * A text as the forms read it: other spaces, dashes, digits and quotes than those of a keyboard are written like those, and what
 * cannot be seen is left out. What is found is told by its place in the text that was typed.
 */
final class Legible {

    private final String text;
    private final int[] origins;

    private Legible(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static Legible of(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        int[] origins = new int[typed.length() + 1];
        for (int at = 0; at < typed.length(); at++) {
            char read = typed.charAt(at);
            if (!isUnseen(read)) {
                origins[text.length()] = at;
                text.append(onAKeyboard(read));
            }
        }
        origins[text.length()] = typed.length();
        return new Legible(text.toString(), origins);
    }

    private static boolean isUnseen(char read) {
        return read == '\u00ad' || Character.getType(read) == Character.FORMAT;
    }

    private static char onAKeyboard(char read) {
        if (Character.isDigit(read)) {
            return (char) ('0' + Character.digit(read, 10));
        }
        return switch (Character.getType(read)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
                read == '\u2018' || read == '\u2019' ? '\'' : '"';
            default -> wide(read);
        };
    }

    /** Signs of East Asian width; letters and the rest stay. */
    private static char wide(char read) {
        if (read < '\uff01' || read > '\uff5e') {
            return read;
        }
        return Normalizer.normalize(String.valueOf(read), Normalizer.Form.NFKC).charAt(0);
    }

    String text() {
        return text;
    }

    /** The same finding, at its place in what was typed. */
    Finding asTyped(Finding found) {
        return new Finding(found.kind(), origins[found.from()], origins[found.to() - 1] + 1);
    }
}

package be.livc.browser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people typed that nobody without a right may read. Each text holds a word that occurs nowhere else, its mark:
 * where the mark is found, the text leaked. Found in capitals or not, as bytes in hexadecimal, and in Base64.
 */
final class Said {

    private final Map<String, List<String>> formsByMark = new LinkedHashMap<>();

    /** Remembers a text and returns it with its mark filled in. */
    String text(String mark, String textWithGap) {
        formsByMark.put(mark, forms(mark));
        return textWithGap.formatted(mark);
    }

    /** Remembers a text that is a mark of its own, such as a name. */
    String word(String mark) {
        return text(mark, "%s");
    }

    /** The marks that occur in a text, sorted; empty when nothing leaked. */
    Set<String> foundIn(String text) {
        Set<String> found = new TreeSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        formsByMark.forEach((mark, forms) -> {
            if (lower.contains(mark.toLowerCase(Locale.ROOT)) || forms.stream().anyMatch(text::contains)) {
                found.add(mark);
            }
        });
        return found;
    }

    private static List<String> forms(String mark) {
        List<String> forms = new ArrayList<>();
        for (String spelling :
                new TreeSet<>(List.of(mark, mark.toLowerCase(Locale.ROOT), mark.toUpperCase(Locale.ROOT)))) {
            byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
            forms.add(HexFormat.of().formatHex(bytes));
            for (int before = 0; before < 3; before++) {
                forms.add(base64(bytes, before));
            }
        }
        return forms;
    }

    /** Its Base64 after so many other bytes, less the characters at both ends that depend on what stands beside it. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return encoded.substring(from, to);
    }
}

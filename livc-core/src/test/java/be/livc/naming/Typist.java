package be.livc.naming;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes the errors of a keyboard (AZERTY) and the spellings that clerks mix up in Dutch and French names. */
final class Typist {

    private static final String[] KEYS = {"azertyuiop", "qsdfghjklm", "wxcvbn"};
    private static final int SHORTEST = 5;

    /** Either way round. */
    private static final String[][] DUTCH = {
        {"ij", "y"},
        {"ae", "aa"},
        {"ck", "k"},
        {"c", "k"},
        {"x", "ks"},
        {"th", "t"},
        {"gh", "g"},
        {"ss", "s"},
        {"ee", "e"},
        {"oo", "o"},
        {"ph", "f"},
        {"sch", "s"},
        {"z", "s"},
        {"dt", "t"},
        {"uy", "ui"},
        {"nn", "n"},
        {"ll", "l"},
        {"ey", "ei"},
        {"cks", "x"},
        {"aey", "aai"}
    };

    private static final String[][] FRENCH = {
        {"ph", "f"},
        {"y", "i"},
        {"ll", "l"},
        {"tt", "t"},
        {"nn", "n"},
        {"th", "t"},
        {"é", "e"},
        {"è", "e"},
        {"ç", "c"},
        {"eau", "o"},
        {"ault", "aut"},
        {"ss", "s"},
        {"ff", "f"},
        {"gn", "ni"},
        {"que", "k"},
        {"ai", "e"},
        {"oi", "oy"},
        {"cqu", "qu"},
        {"ï", "i"},
        {"ë", "e"},
        {"ô", "o"}
    };

    private Typist() {}

    /** One error in one of the longer words. */
    static String mistyped(String name, Random random) {
        String[] words = name.split(" ");
        List<Integer> longer = IntStream.range(0, words.length)
                .filter(i -> words[i].length() >= SHORTEST)
                .boxed()
                .toList();
        if (longer.isEmpty()) {
            return name;
        }
        int at = longer.get(random.nextInt(longer.size()));
        words[at] = error(words[at], random);
        return String.join(" ", words);
    }

    private static String error(String word, Random random) {
        StringBuilder typed = new StringBuilder(word);
        int at = 1 + random.nextInt(word.length() - 2);
        switch (random.nextInt(5)) {
            case 0 -> typed.deleteCharAt(at);
            case 1 -> typed.insert(at, neighbour(word.charAt(at), random));
            case 2 -> typed.setCharAt(at, neighbour(word.charAt(at), random));
            case 3 -> typed.insert(at, word.charAt(at));
            default -> {
                typed.setCharAt(at, word.charAt(at + 1));
                typed.setCharAt(at + 1, word.charAt(at));
            }
        }
        return typed.toString();
    }

    private static char neighbour(char letter, Random random) {
        for (String row : KEYS) {
            int at = row.indexOf(letter);
            if (at >= 0) {
                int next = at == 0 ? 1 : at == row.length() - 1 ? at - 1 : at + (random.nextBoolean() ? 1 : -1);
                return row.charAt(next);
            }
        }
        return (char) ('a' + random.nextInt(26));
    }

    /** One or two of the spellings that go for the same sound, wherever the name has them. */
    static String otherwise(String name, String culture, Random random) {
        String[][] rules = culture.equals("nl") ? DUTCH : FRENCH;
        String changed = name;
        int changes = 0;
        int from = random.nextInt(rules.length);
        for (int i = 0; i < rules.length && changes < 2; i++) {
            String[] rule = rules[(from + i) % rules.length];
            boolean forth = changed.contains(rule[0]);
            String before = changed;
            if (forth) {
                changed = changed.replaceFirst(rule[0], rule[1]);
            } else if (culture.equals("nl") && rule[1].length() > 1 && changed.contains(rule[1])) {
                changed = changed.replaceFirst(rule[1], rule[0]);
            }
            changes += changed.equals(before) ? 0 : 1;
        }
        return changed;
    }
}

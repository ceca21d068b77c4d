package be.livc.naming;

/**
 * Digits that stand for letters within a word: in chat Arabic is typed with the digit that looks like the letter ("7assan",
 * "3omar", "5alid"), other letters are hidden behind one ("M0hamed"), and a machine that reads paper takes a letter for the digit that
 * looks like it ("Bi1al", "5abri", "8adr"). A digit that may be either becomes a letter that no name has, which {@link Sounds} reads
 * in both ways: heard as in chat, and plain as it looks.
 */
final class ChatLetters {

    /** By digit; that of ع is a vowel where no other stands beside it, else nothing. */
    private static final String[] LETTERS = {"o", "ɩ", "", "a", "a", "ƽ", "t", "h", "ȣ", "q"};

    private static final char AYN = '3';

    private ChatLetters() {}

    /** The word in letters; as it is where it has no digit, or nothing else. */
    static String read(String word) {
        if (!hasDigits(word) || word.chars().noneMatch(Character::isLetter)) {
            return word;
        }
        StringBuilder letters = new StringBuilder(word.length() + 2);
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            int digit = letter < '0' || letter > '9' ? -1 : letter - '0';
            if (digit < 0) {
                letters.append(letter);
            } else if (letter != AYN || !(isVowel(word, i - 1) || isVowel(word, i + 1))) {
                letters.append(LETTERS[digit]);
            }
        }
        return letters.toString();
    }

    private static boolean hasDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= '0' && word.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(String word, int at) {
        return at >= 0 && at < word.length() && SoundCosts.isVowel(word.charAt(at));
    }
}

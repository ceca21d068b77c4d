package be.livc.web.setup;

import be.livc.web.signin.PaperCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What proves that whoever sets the program up can read its log: 100 random bits, in letters and digits that are not mistaken
 * for one another. Made anew at each start, and kept in memory only.
 */
final class SetUpCode {

    private static final int LENGTH = 20;

    private final String code = PaperCode.random(LENGTH);

    /** As it is printed: in groups. */
    String text() {
        return PaperCode.grouped(code);
    }

    /** Whether this was typed; groups, spaces and small letters do not matter. */
    boolean is(String typed) {
        return MessageDigest.isEqual(bytes(code), bytes(PaperCode.bare(typed)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

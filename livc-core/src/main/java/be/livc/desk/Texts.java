package be.livc.desk;

import be.livc.platform.Refusal;
import java.util.List;

/** What every form of the desk asks of what was typed. */
final class Texts {

    private Texts() {}

    static void require(String field, String text, int longest) {
        if (text.isBlank()) {
            throw Refusal.invalid(field, "required");
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, "too-long");
        }
    }

    static void requireCode(List<String> codes, String field, String code) {
        if (!codes.contains(code)) {
            throw Refusal.invalid(field, code.isBlank() ? "required" : "unknown-code");
        }
    }
}

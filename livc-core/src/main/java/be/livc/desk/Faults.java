package be.livc.desk;

import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with what was typed in a form of the desk: told of every field at once, of each the first thing. */
final class Faults {

    private final List<Refusal.Reason> found = new ArrayList<>();

    /** A text that must be there. */
    Faults present(String field, String text) {
        return unless(!text.isBlank(), field, "required");
    }

    /** A text that must be there and be at most so many characters. */
    Faults text(String field, String text, int longest) {
        return present(field, text).unless(text.length() <= longest, field, "too-long");
    }

    /** A short text that must be there. */
    Faults text(String field, String text, ShortText how) {
        return present(field, text).unless(how.fits(text), field, how.tooLong());
    }

    /** A code that must be one of these. */
    Faults code(List<String> codes, String field, String code) {
        return unless(codes.contains(code), field, code.isBlank() ? "required" : "unknown-code");
    }

    /** Anything else that must hold; of a field that has a fault already nothing more is told. */
    Faults unless(boolean holds, String field, String code) {
        if (!holds && !isAbout(field)) {
            found.add(new Refusal.Reason(code, field));
        }
        return this;
    }

    /** Whether this field has a fault. */
    boolean isAbout(String field) {
        return found.stream().anyMatch(fault -> fault.detail().equals(field));
    }

    /** What is wrong; empty when nothing is. */
    List<Refusal.Reason> found() {
        return List.copyOf(found);
    }

    /** @throws Refusal invalid, when something is wrong */
    void refuse() {
        Refusal.requireNone(found);
    }
}
